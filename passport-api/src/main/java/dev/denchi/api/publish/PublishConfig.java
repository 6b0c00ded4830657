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

    /**
     * How the topics of notifications begin; what follows is the operator that is told. A service that may not make topics needs them
     * made beforehand: one that is missing holds up all notifications on Kafka, and nothing else.
     */
    @WithDefault("denchi.notifications.")
    String notifications();

    /** How long the relay rests when the outbox was empty. */
    @WithDefault("50ms")
    Duration rest();

    /** The same of notifications, which people read: nobody misses a quarter of a second, and a service at rest asks less often. */
    @WithDefault("250ms")
    Duration notificationsRest();

    /** How long it waits after a failure. */
    @WithDefault("1s")
    Duration retry();

    /** Events in one transaction. */
    @WithDefault("500")
    int batch();
}
