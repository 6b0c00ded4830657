package dev.denchi.api.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.audit.Submitter;
import dev.denchi.api.store.operator.ApiKey;
import dev.denchi.api.store.operator.ApiKeys;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The API keys that were sent lately: each is believed for a few seconds, and then asked of the database again. */
@Singleton
public class KnownKeys {
    private static final int MOST_REMEMBERED = 10_000;

    private final ApiKeys keys;
    private final Clock clock;
    private final Cache<String, ApiKey> known;

    KnownKeys(ApiKeys keys, AccessConfig config, Clock clock) {
        this.keys = keys;
        this.clock = clock;
        this.known = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(config.callersKnownFor())
                .build();
    }

    /** From now on the key is asked of the database again, here; other replicas find out on their own. */
    public void forget(ApiKey key) {
        known.invalidate(key.keySha256());
    }

    /** Fails with {@link Rejected} when nobody has this key, or it is revoked or expired. */
    Uni<Caller> caller(String key) {
        return found(KeyHash.of(key)).map(this::good);
    }

    private Uni<ApiKey> found(String hash) {
        ApiKey remembered = known.getIfPresent(hash);
        return remembered != null
                ? Uni.createFrom().item(remembered)
                : keys.byHash(hash)
                        .onItem()
                        .ifNull()
                        .failWith(() -> refused("is not known"))
                        .call(this::usedToday)
                        .invoke(found -> known.put(hash, found));
    }

    private Uni<Void> usedToday(ApiKey key) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return today.equals(key.lastUsedOn()) || !key.isGoodAt(clock.instant())
                ? Uni.createFrom().voidItem()
                : keys.used(key, today);
    }

    private Caller good(ApiKey key) {
        if (!key.isGoodAt(clock.instant())) {
            throw refused(key.revokedAt() == null ? "has expired" : "was revoked");
        }
        Role role = Role.ofBearer(key.role())
                .orElseThrow(() -> Rejected.because(
                        ProblemType.FORBIDDEN, "the role " + key.role() + " of the API key may do nothing here"));
        return new Caller(key.name(), role, Submitter.apiKey(key.operator(), key.id()), key.administrator(), null);
    }

    private static Rejected refused(String why) {
        return Rejected.because(
                ProblemType.UNAUTHENTICATED,
                "the API key in X-API-Key " + why + "; ask an administrator of your operator for one");
    }
}
