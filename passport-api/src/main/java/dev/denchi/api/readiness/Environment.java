package dev.denchi.api.readiness;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the service runs. */
@ConfigMapping(prefix = "denchi")
interface Environment {

    /** Outside {@code development} a start with unsafe settings is refused. */
    @WithDefault("production")
    Kind environment();

    enum Kind {
        DEVELOPMENT,
        PRODUCTION
    }
}
