package dev.denchi.api.sign;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/** Where the service stands. */
@ConfigMapping(prefix = "denchi")
public interface ServiceAddress {

    /** The address that readers use, without a slash at its end; part of every issuer's DID. */
    URI publicUrl();
}
