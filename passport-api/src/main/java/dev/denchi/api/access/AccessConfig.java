package dev.denchi.api.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Who may call. */
@ConfigMapping(prefix = "denchi.access")
public interface AccessConfig {

    /**
     * A JSON file with operators and callers, put into the database at start; callers that left the file are removed. Outside
     * development it names operators only: keys are made over the interface, by an administrator.
     */
    Optional<Path> callersFile();

    /**
     * A JSON file with accounts, for {@code /auth/login} of the Ouranos API in development. Elsewhere the OpenID Connect
     * provider gives out tokens, and a start with accounts is refused.
     */
    Optional<Path> accountsFile();

    /**
     * How long a caller that was found is believed without asking the database: the longest time a revoked key still works on
     * a replica that did not hear of it.
     */
    @WithDefault("10s")
    Duration callersKnownFor();
}
