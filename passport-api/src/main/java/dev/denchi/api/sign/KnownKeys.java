package dev.denchi.api.sign;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.denchi.api.store.issuer.SigningKey;
import dev.denchi.api.store.issuer.SigningKeys;
import dev.denchi.model.identifier.OperatorId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** The keys of operators and issuers that were asked for lately: believed for a few seconds, and then asked of the database again. */
@Singleton
class KnownKeys {
    private static final int MOST_REMEMBERED = 10_000;

    private final SigningKeys keys;
    private final Cache<OperatorId, List<SigningKey>> ofOperators;
    private final Cache<String, List<SigningKey>> byIssuers;

    KnownKeys(SigningKeys keys, SignConfig config) {
        this.keys = keys;
        this.ofOperators = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(config.keysKnownFor())
                .build();
        this.byIssuers = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(config.keysKnownFor())
                .build();
    }

    /** All of an operator, those that ended among them. */
    Uni<List<SigningKey>> of(OperatorId operator) {
        List<SigningKey> known = ofOperators.getIfPresent(operator);
        return known != null
                ? Uni.createFrom().item(known)
                : keys.of(operator).invoke(found -> ofOperators.put(operator, found));
    }

    /** All of an issuer; empty when it is not registered here. */
    Uni<List<SigningKey>> by(String did) {
        List<SigningKey> known = byIssuers.getIfPresent(did);
        return known != null ? Uni.createFrom().item(known) : keys.by(did).invoke(found -> byIssuers.put(did, found));
    }

    /** From now on they are asked of the database again, here; other replicas find out on their own. */
    void forget() {
        ofOperators.invalidateAll();
        byIssuers.invalidateAll();
    }
}
