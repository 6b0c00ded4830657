package dev.denchi.api.tenant;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What operators may settle. */
@ConfigMapping(prefix = "denchi.tenant")
interface TenantConfig {

    /** The longest life of an API key, and the one it has when its maker names none. */
    @WithDefault("P365D")
    Duration keysValidFor();
}
