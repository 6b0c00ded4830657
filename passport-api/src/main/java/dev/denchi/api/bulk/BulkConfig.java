package dev.denchi.api.bulk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much of the service uploads may take. */
@ConfigMapping(prefix = "denchi.bulk")
interface BulkConfig {

    /** Uploads of one operator that run at once, on each replica. */
    @WithDefault("4")
    int uploadsAtOnce();
}
