package dev.denchi.api.supply.trader;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.denchi.api.store.session.SqlState;
import dev.denchi.api.store.session.TenantSessions;
import dev.denchi.api.supply.Refused;
import dev.denchi.model.identifier.OperatorId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The operators that take part in the Ouranos API. Which of them an id means never changes, and is remembered. */
@Singleton
public class Traders {
    private static final int MOST_REMEMBERED = 10_000;

    private final Mutiny.SessionFactory sessions;
    private final TenantSessions tenants;
    private final Cache<OperatorId, UUID> ouranosIds =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    Traders(Mutiny.SessionFactory sessions, TenantSessions tenants) {
        this.sessions = sessions;
        this.tenants = tenants;
    }

    /** How bodies name the operator; {@code null} when it does not take part. */
    public Uni<UUID> ouranosId(OperatorId operator) {
        UUID known = ouranosIds.getIfPresent(operator);
        return known != null
                ? Uni.createFrom().item(known)
                : one("operatorId", operator.value()).map(found -> remembered(operator, found));
    }

    private @Nullable UUID remembered(OperatorId operator, @Nullable Trader found) {
        if (found == null) {
            return null;
        }
        ouranosIds.put(operator, found.ouranosId());
        return found.ouranosId();
    }

    /** {@code null} when there is none. */
    public Uni<Trader> trader(OperatorId operator) {
        return one("operatorId", operator.value());
    }

    /** {@code null} when there is none. */
    public Uni<Trader> byOuranosId(UUID id) {
        return one("ouranosId", id);
    }

    /** {@code null} when there is none. */
    public Uni<Trader> byOpenId(String openId) {
        return one("openId", openId);
    }

    /** Those there are, in no particular order. */
    public Uni<List<Trader>> byOuranosIds(Collection<UUID> ids) {
        return sessions.withSession(
                session -> session.createSelectionQuery("from TraderRow where ouranosId in :ids", TraderRow.class)
                        .setParameter("ids", ids)
                        .getResultList()
                        .map(rows -> rows.stream().map(TraderRow::toDomain).toList()));
    }

    /** What an operator may change of itself. Fails with {@link Refused} when another has the global id. */
    public Uni<Void> change(Trader trader) {
        return tenants.of(
                        trader.operator(),
                        session -> session.createMutationQuery(
                                        "update TraderRow set name = :name, address = :address, globalId = :globalId where operatorId = :operator")
                                .setParameter("name", trader.name())
                                .setParameter("address", trader.address())
                                .setParameter("globalId", trader.globalId())
                                .setParameter("operator", trader.operator().value())
                                .executeUpdate())
                .onFailure(SqlState::isDuplicate)
                .transform(failure -> new Refused(Refused.Reason.TAKEN))
                .replaceWithVoid();
    }

    /** Enrols it; of one that takes part already nothing changes. */
    public Uni<Void> enrol(Trader trader) {
        return tenants.of(
                        trader.operator(),
                        session -> session.createNativeQuery("""
                                        insert into passport.trader (operator_id, ouranos_id, name, address, open_id, global_id)
                                        values (:operator, :id, :name, :address, :openId, :globalId) on conflict (operator_id) do nothing""")
                                .setParameter("operator", trader.operator().value())
                                .setParameter("id", trader.ouranosId())
                                .setParameter("name", trader.name())
                                .setParameter("address", trader.address())
                                .setParameter("openId", trader.openId())
                                .setParameter("globalId", trader.globalId())
                                .executeUpdate())
                .replaceWithVoid();
    }

    private Uni<Trader> one(String column, Object value) {
        return sessions.withSession(
                session -> session.createSelectionQuery("from TraderRow where " + column + " = :value", TraderRow.class)
                        .setParameter("value", value)
                        .getSingleResultOrNull()
                        .map(row -> row == null ? null : row.toDomain()));
    }
}
