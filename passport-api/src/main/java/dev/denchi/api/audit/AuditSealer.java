package dev.denchi.api.audit;

import dev.denchi.api.context.Turns;
import dev.denchi.api.sign.Issuers;
import dev.denchi.api.store.audit.AuditSealing;
import dev.denchi.api.store.audit.AuditSealing.End;
import dev.denchi.api.store.operator.ForeignOperators;
import dev.denchi.model.audit.Checkpoint;
import dev.denchi.model.identifier.OperatorId;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jboss.logging.Logger;

/** Chains what happened into the audit logs, and has their ends signed. Whatever ends it, what is committed is chained later. */
@Singleton
class AuditSealer {
    private static final Logger LOG = Logger.getLogger(AuditSealer.class);
    private static final Duration TIME_TO_FINISH = Duration.ofSeconds(10);

    private final AuditSealing sealing;
    private final ForeignOperators foreigners;
    private final Issuers issuers;
    private final AuditConfig config;
    private final Clock clock;
    private final Turns turns;
    private volatile Instant nextCheckpoint = Instant.EPOCH;

    AuditSealer(
            AuditSealing sealing,
            ForeignOperators foreigners,
            Issuers issuers,
            AuditConfig config,
            Clock clock,
            Vertx vertx) {
        this.sealing = sealing;
        this.foreigners = foreigners;
        this.issuers = issuers;
        this.config = config;
        this.clock = clock;
        this.turns = new Turns(vertx, this::sealOne, this::failed);
    }

    void start(@Observes StartupEvent event) {
        turns.begin();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        if (!turns.end(TIME_TO_FINISH)) {
            LOG.warn("the sealer did not finish its batch; its entries will be chained after the next start");
        }
    }

    private Uni<Duration> sealOne() {
        return sealing.seal(config.batch())
                .call(this::signed)
                .map(count -> count == config.batch() ? Duration.ZERO : config.rest());
    }

    private Duration failed(Throwable failure) {
        LOG.warn("audit entries could not be chained; they wait and are tried again", failure);
        return config.retry();
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
            all = all.chain(() -> signed(end, now));
        }
        return all;
    }

    /** A key that does not answer keeps its own operator's log waiting, and nobody else's. */
    private Uni<Void> signed(End end, Instant now) {
        return foreigners
                .signerOf(end.operator())
                .flatMap(signer -> signed(end, signer, now))
                .onFailure()
                .invoke(failure -> LOG.warnf(failure, "the end of %s's audit log could not be signed", end.operator()))
                .onFailure()
                .recoverWithNull();
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
