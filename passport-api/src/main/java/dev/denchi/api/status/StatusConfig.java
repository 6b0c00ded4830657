package dev.denchi.api.status;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long what the status lists say is good. */
@ConfigMapping(prefix = "denchi.status")
interface StatusConfig {

    /** How long a signed list tells about the present. It is signed anew when half of that is over, or a bit was set. */
    @WithDefault("24h")
    Duration validFor();

    /** How long a cache may answer in the service's place: so late may a reader hear of a revocation. */
    @WithDefault("60s")
    Duration cachedFor();

    /** How many places an operator may have reserved for records to come. */
    @WithDefault("1000")
    int reservedAtMost();
}
