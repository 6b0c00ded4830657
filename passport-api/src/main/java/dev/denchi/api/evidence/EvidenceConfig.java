package dev.denchi.api.evidence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Whose passports may be taken over, and how much of the service packages may take. */
@ConfigMapping(prefix = "denchi.evidence")
interface EvidenceConfig {

    /**
     * A folder of did:web documents ({@code *.json}) of operators elsewhere whose signatures are believed here, put there by who runs
     * the service. Without one nothing is taken over. Read at every import.
     */
    Optional<Path> trustedIssuers();

    /**
     * How many packages are put together or taken over at once, on each replica; each is in the folder for temporary files meanwhile, and
     * its documents twice.
     */
    @WithDefault("8")
    int packagesAtOnce();
}
