package dev.denchi.api.publish;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How events are published. */
@ConfigMapping(prefix = "denchi.publish")
interface PublishConfig {

    /** The topic; production makes it beforehand, with the partitions and replicas it needs. */
    @WithDefault("denchi.lifecycle")
    String topic();

    /** How long the relay rests when the outbox was empty. */
    @WithDefault("50ms")
    Duration rest();

    /** How long it waits after a failure. */
    @WithDefault("1s")
    Duration retry();

    /** Events in one transaction. */
    @WithDefault("500")
    int batch();
}
