package dev.denchi.api.evidence;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Whose passports may be taken over. */
@ConfigMapping(prefix = "denchi.evidence")
interface EvidenceConfig {

    /**
     * A folder of did:web documents ({@code *.json}) of operators elsewhere whose signatures are believed here, put there by who runs
     * the service. Without one nothing is taken over. Read at every import.
     */
    Optional<Path> trustedIssuers();
}
