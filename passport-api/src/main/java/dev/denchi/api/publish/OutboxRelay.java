package dev.denchi.api.publish;

import dev.denchi.api.store.Outbox;
import dev.denchi.api.store.PendingEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Carries the outbox to Kafka, one batch after the other. An event leaves the outbox in the transaction that knows it was
 * acknowledged; a crash in between publishes it again under the same id.
 */
@Singleton
class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final int SECONDS_TO_FINISH = 25;

    private final Outbox outbox;
    private final LifecycleTopic topic;
    private final PublishConfig config;
    private final Vertx vertx;
    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile boolean stopping;
    private @Nullable Context context;

    OutboxRelay(Outbox outbox, LifecycleTopic topic, PublishConfig config, Vertx vertx) {
        this.outbox = outbox;
        this.topic = topic;
        this.config = config;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        context = vertx.getOrCreateContext();
        after(Duration.ofMillis(1));
    }

    /** The batch under way ends first: what Kafka took is gone from the outbox when the service stops in peace. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        if (!finished.await(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
            LOG.warn("the relay did not finish its batch; its events will be published again");
        }
    }

    private void after(Duration pause) {
        if (stopping) {
            finished.countDown();
            return;
        }
        Context relay = Objects.requireNonNull(context);
        vertx.setTimer(Math.max(1, pause.toMillis()), timer -> ofItsOwn(relay).runOnContext(ignored -> carryOne()));
    }

    /** Hibernate Reactive keeps its session in the context: each turn gets one that nobody else uses. */
    private static Context ofItsOwn(Context relay) {
        Context own = Objects.requireNonNull(VertxContext.createNewDuplicatedContext(relay));
        VertxContextSafetyToggle.setContextSafe(own, true);
        return own;
    }

    private void carryOne() {
        if (stopping) {
            finished.countDown();
            return;
        }
        outbox.drain(config.batch(), this::publish)
                .subscribe()
                .with(count -> after(count == config.batch() ? Duration.ZERO : config.rest()), this::failed);
    }

    private void failed(Throwable failure) {
        if (!stopping) {
            LOG.warn("events could not be published; they stay in the outbox and are tried again", failure);
        }
        after(config.retry());
    }

    /** The one place that leaves the event loop, as the producer may block, and comes back to it. */
    private Uni<Void> publish(List<PendingEvent> events) {
        Context turn = Objects.requireNonNull(Vertx.currentContext());
        return Uni.createFrom()
                .completionStage(() -> topic.send(events))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .emitOn(command -> turn.runOnContext(ignored -> command.run()));
    }
}
