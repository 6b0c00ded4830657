package dev.denchi.api.sign;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** The keys that this service keeps for its operators. */
@ConfigMapping(prefix = "denchi.sign")
public interface SignConfig {

    /** A PKCS#12 file with one key an operator. In development a missing file or key is made. */
    Path keystore();

    String keystorePassword();
}
