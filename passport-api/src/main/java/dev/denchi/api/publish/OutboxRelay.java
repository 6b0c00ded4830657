package dev.denchi.api.publish;

import dev.denchi.api.context.CallersContext;
import dev.denchi.api.context.Turns;
import dev.denchi.api.store.outbox.Outbox;
import dev.denchi.api.store.outbox.Outbox.Lane;
import dev.denchi.api.store.outbox.PendingEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Carries the outbox to Kafka, one batch of each lane after the other. An event leaves the outbox in the transaction that knows it was
 * acknowledged; a crash in between publishes it again under the same id.
 */
@Singleton
class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final Duration TIME_TO_FINISH = Duration.ofSeconds(25);

    private final Outbox outbox;
    private final Topics topics;
    private final PublishConfig config;
    private final List<Turns> lanes;

    OutboxRelay(Outbox outbox, Topics topics, PublishConfig config, Vertx vertx) {
        this.outbox = outbox;
        this.topics = topics;
        this.config = config;
        this.lanes = Arrays.stream(Lane.values())
                .map(lane -> new Turns(vertx, () -> carryOne(lane), this::failed))
                .toList();
    }

    void start(@Observes StartupEvent event) {
        lanes.forEach(Turns::begin);
    }

    /** The batch under way ends first: what Kafka took is gone from the outbox when the service stops in peace. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        for (Turns lane : lanes) {
            if (!lane.end(TIME_TO_FINISH)) {
                LOG.warn("the relay did not finish its batch; its events will be published again");
            }
        }
    }

    private Uni<Duration> carryOne(Lane lane) {
        return outbox.drain(lane, config.batch(), this::publish)
                .map(count -> count == config.batch() ? Duration.ZERO : rest(lane));
    }

    private Duration rest(Lane lane) {
        return switch (lane) {
            case LIFECYCLE -> config.rest();
            case NOTIFICATIONS -> config.notificationsRest();
        };
    }

    private Duration failed(Throwable failure) {
        LOG.warn("events could not be published; they stay in the outbox and are tried again", failure);
        return config.retry();
    }

    /** The one place that leaves the event loop, as the producer may block, and comes back to it. */
    private Uni<Void> publish(List<PendingEvent> events) {
        return CallersContext.back(Uni.createFrom()
                .completionStage(() -> topics.send(events))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()));
    }
}
