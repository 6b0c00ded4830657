package dev.denchi.api.sign;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Who may vouch for certificates. */
@ConfigMapping(prefix = "denchi.trust")
interface TrustConfig {

    /** PEM files of certificates. */
    Optional<List<Path>> anchors();

    /** Trusted lists of the EU (ETSI TS 119 612), as XML files. */
    Optional<List<Path>> lists();

    /** A PEM file with the certificate that must have signed the lists; without one the files themselves are trusted. */
    Optional<Path> listSigner();
}
