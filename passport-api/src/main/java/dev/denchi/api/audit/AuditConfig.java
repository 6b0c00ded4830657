package dev.denchi.api.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the audit logs are chained. */
@ConfigMapping(prefix = "denchi.audit")
interface AuditConfig {

    /** How long the sealer rests when nothing waited. */
    @WithDefault("100ms")
    Duration rest();

    /** How long it waits after a failure. */
    @WithDefault("1s")
    Duration retry();

    /** Entries in one transaction. */
    @WithDefault("1000")
    int batch();

    /** How often the ends of the logs are signed; so long may a log be written anew by whoever owns the database. */
    @WithDefault("10s")
    Duration checkpoint();
}
