package dev.denchi.api.resolve;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How did:web documents of others are fetched. */
@ConfigMapping(prefix = "denchi.resolve")
public interface ResolveConfig {

    /** For development: documents of hosts at private addresses, from there over plain http. */
    @WithDefault("false")
    boolean privateAddresses();

    /** The longest time for all of it: finding the address, connecting, and reading. */
    @WithDefault("5s")
    Duration timeout();

    /** The most bytes that a document may have. */
    @WithDefault("65536")
    int largestDocument();

    /** How long a document is believed without fetching it again. */
    @WithDefault("5m")
    Duration knownFor();

    /** How long it is believed that a document cannot be had. */
    @WithDefault("30s")
    Duration missedFor();
}
