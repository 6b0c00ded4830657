package dev.denchi.api.edge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How strict the service is with connections. */
@ConfigMapping(prefix = "denchi.edge")
interface EdgeConfig {

    /** Whether HTTP/1.0 and HTTP/1.1 are refused (EN 18216, clause 4). Off behind a proxy that does so and speaks HTTP/1.1 itself. */
    @WithDefault("false")
    boolean onlyHttp2();
}
