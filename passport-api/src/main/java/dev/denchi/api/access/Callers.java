package dev.denchi.api.access;

import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.access.StoppedTransfers;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Finds out who is calling, by API key, by pull token or by a token of the OpenID Connect provider. */
@Singleton
final class Callers {
    private final KnownKeys keys;
    private final PullTokens pullTokens;
    private final StoppedTransfers stoppedTransfers;
    private final OidcTokens oidcTokens;

    Callers(KnownKeys keys, PullTokens pullTokens, StoppedTransfers stoppedTransfers, OidcTokens oidcTokens) {
        this.keys = keys;
        this.pullTokens = pullTokens;
        this.stoppedTransfers = stoppedTransfers;
        this.oidcTokens = oidcTokens;
    }

    /** Fails with {@link Rejected} when nobody has this key, or it is revoked or expired. */
    Uni<Caller> byApiKey(String key) {
        return keys.caller(key);
    }

    /** The issuer that the token names decides who verifies it. Fails with {@link Rejected} when it is refused. */
    Uni<Caller> byBearerToken(String token) {
        return oidcTokens.areAccepted() && pullTokens.areNot(token) ? oidcTokens.caller() : byPullToken(token);
    }

    private Uni<Caller> byPullToken(String token) {
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
