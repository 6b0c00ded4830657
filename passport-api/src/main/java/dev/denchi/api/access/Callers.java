package dev.denchi.api.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.Directory;
import dev.denchi.api.store.KnownCaller;
import dev.denchi.api.store.StoppedTransfers;
import dev.denchi.model.identifier.OperatorId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Finds out who is calling, by API key or by pull token. */
@Singleton
final class Callers {
    private static final int MOST_REMEMBERED = 10_000;

    private final Directory directory;
    private final PullTokens pullTokens;
    private final StoppedTransfers stoppedTransfers;
    private final Cache<String, Caller> known;

    Callers(Directory directory, PullTokens pullTokens, StoppedTransfers stoppedTransfers, AccessConfig config) {
        this.directory = directory;
        this.pullTokens = pullTokens;
        this.stoppedTransfers = stoppedTransfers;
        this.known = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(config.callersKnownFor())
                .build();
    }

    /** Fails with {@link Rejected} when the key is not known. */
    Uni<Caller> byApiKey(String key) {
        String hash = sha256(key);
        Caller remembered = known.getIfPresent(hash);
        return remembered != null
                ? Uni.createFrom().item(remembered)
                : directory
                        .caller(hash)
                        .onItem()
                        .ifNull()
                        .failWith(() -> Rejected.because(
                                ProblemType.UNAUTHENTICATED,
                                "the API key in X-API-Key is not known; ask the operator of this service"))
                        .map(Callers::caller)
                        .invoke(caller -> known.put(hash, caller));
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
                    return new Caller(pull.participant(), Role.PARTICIPANT, null, pull);
                });
    }

    private static Caller caller(KnownCaller known) {
        OperatorId operator = known.operatorId() == null ? null : new OperatorId(known.operatorId());
        return new Caller(known.name(), Role.valueOf(known.role()), operator, null);
    }

    private static String sha256(String key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
