package dev.denchi.api.audit;

import dev.denchi.api.sign.Issuers;
import dev.denchi.api.store.AuditSealing;
import dev.denchi.api.store.AuditSealing.End;
import dev.denchi.api.store.Handovers;
import dev.denchi.model.audit.Checkpoint;
import dev.denchi.model.identifier.OperatorId;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Chains what happened into the audit logs, and has their ends signed. Whatever ends it, what is committed is chained later. */
@Singleton
class AuditSealer {
    private static final Logger LOG = Logger.getLogger(AuditSealer.class);
    private static final int SECONDS_TO_FINISH = 10;

    private final AuditSealing sealing;
    private final Handovers handovers;
    private final Issuers issuers;
    private final AuditConfig config;
    private final Clock clock;
    private final Vertx vertx;
    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile boolean stopping;
    private volatile Instant nextCheckpoint = Instant.EPOCH;
    private @Nullable Context context;

    AuditSealer(
            AuditSealing sealing, Handovers handovers, Issuers issuers, AuditConfig config, Clock clock, Vertx vertx) {
        this.sealing = sealing;
        this.handovers = handovers;
        this.issuers = issuers;
        this.config = config;
        this.clock = clock;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        context = vertx.getOrCreateContext();
        after(Duration.ofMillis(1));
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        if (!finished.await(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
            LOG.warn("the sealer did not finish its batch; its entries will be chained after the next start");
        }
    }

    private void after(Duration pause) {
        if (stopping) {
            finished.countDown();
            return;
        }
        Context sealer = Objects.requireNonNull(context);
        vertx.setTimer(Math.max(1, pause.toMillis()), timer -> ofItsOwn(sealer).runOnContext(ignored -> turn()));
    }

    /** Hibernate Reactive keeps its session in the context: each turn gets one that nobody else uses. */
    private static Context ofItsOwn(Context sealer) {
        Context own = Objects.requireNonNull(VertxContext.createNewDuplicatedContext(sealer));
        VertxContextSafetyToggle.setContextSafe(own, true);
        return own;
    }

    private void turn() {
        if (stopping) {
            finished.countDown();
            return;
        }
        sealing.seal(config.batch())
                .call(this::signed)
                .subscribe()
                .with(count -> after(count == config.batch() ? Duration.ZERO : config.rest()), this::failed);
    }

    private void failed(Throwable failure) {
        if (!stopping) {
            LOG.warn("audit entries could not be chained; they wait and are tried again", failure);
        }
        after(config.retry());
    }

    private Uni<Void> signed() {
        Instant now = clock.instant();
        if (now.isBefore(nextCheckpoint)) {
            return Uni.createFrom().voidItem();
        }
        nextCheckpoint = now.plus(config.checkpoint());
        return sealing.unsigned().flatMap(ends -> signed(ends, now.truncatedTo(ChronoUnit.SECONDS)));
    }

    private Uni<Void> signed(List<End> ends, Instant now) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (End end : ends) {
            all = all.chain(() -> signerOf(end.operator())).flatMap(signer -> signed(end, signer, now));
        }
        return all;
    }

    /** Where an operator signs elsewhere, the one that holds its records here signs its log. */
    private Uni<OperatorId> signerOf(OperatorId operator) {
        return handovers.foreign(operator).map(foreign -> foreign == null ? operator : foreign.holder());
    }

    private Uni<Void> signed(End end, OperatorId signer, Instant now) {
        return issuers.signsFor(signer)
                .flatMap(signs -> signs
                        ? signedBy(signer, end, now)
                        : Uni.createFrom().voidItem()); // its keys are its own, or not made yet
    }

    private Uni<Void> signedBy(OperatorId signer, End end, Instant now) {
        Checkpoint checkpoint =
                new Checkpoint(issuers.didOf(signer), end.operator(), end.sequence(), end.sha256(), now);
        return issuers.signing(signer, checkpoint::sign).flatMap(token -> sealing.keep(end, token));
    }
}
