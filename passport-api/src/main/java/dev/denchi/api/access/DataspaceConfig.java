package dev.denchi.api.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** The connector whose pull tokens are accepted. */
@ConfigMapping(prefix = "denchi.dataspace")
interface DataspaceConfig {

    /** A JWKS file with the public keys of the connector's tokens; without it no pull token is accepted. */
    Optional<Path> connectorKeys();

    /** The connector's participant id, the {@code iss} of its tokens. */
    @WithDefault("denchi")
    String issuer();
}
