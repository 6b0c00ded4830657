package dev.denchi.api.access.reader;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.denchi.api.access.AccessConfig;
import dev.denchi.api.store.access.Grant;
import dev.denchi.api.store.access.Grants;
import dev.denchi.api.store.access.Partner;
import dev.denchi.model.identifier.OperatorId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Set;

/**
 * What is granted to a reader at this moment. A grant is asked of the database at every read, so that its end holds at once, on
 * every replica. Remembered for a few seconds is only that there was none: a new grant may be seen that much later.
 */
@Singleton
public class GrantsInForce {
    private static final int MOST_REMEMBERED = 10_000;

    private final Grants grants;
    private final Clock clock;
    private final Cache<Asked, Boolean> none;

    private record Asked(Partner partner, Set<OperatorId> operators) {}

    GrantsInForce(Grants grants, AccessConfig config, Clock clock) {
        this.grants = grants;
        this.clock = clock;
        this.none = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(config.callersKnownFor())
                .build();
    }

    /** A new grant is seen here from now on. */
    public void added() {
        none.invalidateAll();
    }

    Uni<Set<Grant>> of(Partner partner, Set<OperatorId> operators) {
        Asked asked = new Asked(partner, operators);
        return none.getIfPresent(asked) != null
                ? Uni.createFrom().item(Set.of())
                : grants.inForce(partner, operators, clock.instant())
                        .map(Set::copyOf)
                        .invoke(found -> remember(asked, found));
    }

    private void remember(Asked asked, Set<Grant> found) {
        if (found.isEmpty()) {
            none.put(asked, true);
        }
    }
}
