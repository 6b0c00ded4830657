package dev.denchi.api.access;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Who may call. */
@ConfigMapping(prefix = "denchi.access")
interface AccessConfig {

    /** A JSON file with operators and callers, put into the database at start; callers that left the file are removed. */
    Optional<Path> callersFile();

    /** How long a caller that was found is believed without asking the database: the longest time a removed key still works. */
    @io.smallrye.config.WithDefault("10s")
    Duration callersKnownFor();
}
