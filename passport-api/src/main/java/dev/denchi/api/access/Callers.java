package dev.denchi.api.access;

import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.StoppedTransfers;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Finds out who is calling, by API key or by pull token. */
@Singleton
final class Callers {
    private final KnownKeys keys;
    private final PullTokens pullTokens;
    private final StoppedTransfers stoppedTransfers;

    Callers(KnownKeys keys, PullTokens pullTokens, StoppedTransfers stoppedTransfers) {
        this.keys = keys;
        this.pullTokens = pullTokens;
        this.stoppedTransfers = stoppedTransfers;
    }

    /** Fails with {@link Rejected} when nobody has this key, or it is revoked or expired. */
    Uni<Caller> byApiKey(String key) {
        return keys.caller(key);
    }

    /** Fails with {@link Rejected} when the token is refused or its transfer was stopped. */
    Uni<Caller> byPullToken(String token) {
        PullToken pull = pullTokens.verify(token);
        return stoppedTransfers
                .isStoppedSince(pull.transfer(), pull.startedAt())
                .map(stopped -> {
                    if (stopped) {
                        throw Rejected.because(
                                ProblemType.UNAUTHENTICATED,
                                "transfer " + pull.transfer() + " was stopped; start or resume one");
                    }
                    return new Caller(pull.participant(), Role.PARTICIPANT, null, false, pull);
                });
    }
}
