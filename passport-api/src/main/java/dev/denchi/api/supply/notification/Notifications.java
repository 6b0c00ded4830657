package dev.denchi.api.supply.notification;

import dev.denchi.api.store.session.TenantSessions;
import dev.denchi.api.supply.Conditions;
import dev.denchi.api.supply.Listed;
import dev.denchi.api.supply.Refused;
import dev.denchi.api.supply.Refused.Reason;
import dev.denchi.api.supply.tree.TradeRow;
import dev.denchi.model.identifier.OperatorId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** What an operator was told of its requests, the newest first. */
@Singleton
public class Notifications {
    private static final String ORDER = " order by n.notifiedAt desc, n.notificationId desc";
    private static final String BEGIN =
            "n.notifiedAt < :fromTime or (n.notifiedAt = :fromTime and n.notificationId <= :from)";

    private final TenantSessions tenants;

    Notifications(TenantSessions tenants) {
        this.tenants = tenants;
    }

    /**
     * Which are looked for.
     *
     * @param since at that moment or later
     * @param before earlier than that moment
     * @param from the id of the entry to begin with
     */
    public record Search(
            @Nullable Instant since,
            @Nullable Instant before,
            @Nullable UUID from,
            int limit) {}

    /** Fails with {@link Refused} for an unknown entry to begin with. */
    public Uni<Listed<Notification>> search(OperatorId operator, Search search) {
        return tenants.of(
                operator,
                session -> found(session, operator, search)
                        .map(rows -> Listed.of(
                                rows,
                                search.limit(),
                                row -> ((NotificationRow) row[0]).toDomain((TradeRow) row[1]),
                                row -> ((NotificationRow) row[0]).notificationId)));
    }

    private static Uni<List<Object[]>> found(Mutiny.Session session, OperatorId operator, Search search) {
        return search.from() == null
                ? rows(session, operator, search, null)
                : session.find(NotificationRow.class, search.from())
                        .onItem()
                        .ifNull()
                        .failWith(() -> new Refused(Reason.NO_SUCH_NOTIFICATION))
                        .chain(from -> rows(session, operator, search, from));
    }

    private static Uni<List<Object[]>> rows(
            Mutiny.Session session, OperatorId operator, Search search, @Nullable NotificationRow from) {
        Conditions conditions = new Conditions(
                        "select n, t from NotificationRow n join TradeRow t on t.tradeId = n.tradeId where n.operatorId = :operator")
                .with("operator", operator.value())
                .and("n.notifiedAt >= :since", "since", search.since())
                .and("n.notifiedAt < :before", "before", search.before());
        if (from != null) {
            conditions.and(BEGIN, "from", from.notificationId).with("fromTime", from.notifiedAt);
        }
        return conditions
                .query(session, Object[].class, ORDER)
                .setMaxResults(search.limit() + 1)
                .getResultList();
    }
}
