package dev.denchi.api.file;

import dev.denchi.api.context.CallersContext;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.session.TenantSessions;
import dev.denchi.model.identifier.OperatorId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * One operator's files change one behind the other: bytes that one change finds unused are not those that another finds there already.
 * Who waits holds no connection, so that an operator with many large files keeps nobody else waiting.
 */
@Singleton
public class InTurn {
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int MOST_PAUSES = 300;

    private final TenantSessions tenants;
    private final Vertx vertx;

    InTurn(TenantSessions tenants, Vertx vertx) {
        this.tenants = tenants;
        this.vertx = vertx;
    }

    /** In a transaction of the operator; fails with {@link Rejected} when others took too long. */
    public <T> Uni<T> change(OperatorId operator, Function<Mutiny.Session, Uni<T>> work) {
        return change(operator, work, MOST_PAUSES);
    }

    private <T> Uni<T> change(OperatorId operator, Function<Mutiny.Session, Uni<T>> work, int pauses) {
        return tenants.of(operator, session -> requireTurn(session, operator).chain(() -> work.apply(session)))
                .onFailure(AnothersTurn.class)
                .recoverWithUni(() -> later(operator, work, pauses));
    }

    private <T> Uni<T> later(OperatorId operator, Function<Mutiny.Session, Uni<T>> work, int pauses) {
        if (pauses == 0) {
            return Uni.createFrom()
                    .failure(Rejected.because(
                            ProblemType.TOO_MANY_UPLOADS,
                            "other files of " + operator + " are still being kept; send this again when they are"));
        }
        return CallersContext.back(
                        Uni.createFrom().<Long>emitter(rested -> vertx.setTimer(PAUSE.toMillis(), rested::complete)))
                .chain(() -> change(operator, work, pauses - 1));
    }

    private static Uni<Void> requireTurn(Mutiny.Session session, OperatorId operator) {
        return session.createNativeQuery(
                        "select pg_try_advisory_xact_lock(hashtextextended('files of ' || :operator, 0))",
                        Boolean.class)
                .setParameter("operator", operator.value())
                .getSingleResult()
                .map(mine -> {
                    if (!mine) {
                        throw new AnothersTurn();
                    }
                    return null;
                });
    }

    private static final class AnothersTurn extends RuntimeException {
        private static final long serialVersionUID = 1L;

        AnothersTurn() {
            super("another change of the same operator's files is under way", null, false, false);
        }
    }
}
