package dev.denchi.api.supply.trade;

import dev.denchi.api.store.session.TenantSessions;
import dev.denchi.api.supply.Conditions;
import dev.denchi.api.supply.Listed;
import dev.denchi.api.supply.Refused;
import dev.denchi.api.supply.Refused.Reason;
import dev.denchi.api.supply.tree.PartRow;
import dev.denchi.api.supply.tree.Trade;
import dev.denchi.api.supply.tree.TradeRow;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.part.Part;
import dev.denchi.model.trade.Move.Side;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The requests that an operator made or received, the newest first. */
@Singleton
public class TradeLists {
    private static final String ORDER = " order by t.createdAt desc, t.tradeId desc";
    private static final String FROM = "t.createdAt < :fromTime or (t.createdAt = :fromTime and t.tradeId <= :from)";

    private final TenantSessions tenants;

    TradeLists(TenantSessions tenants) {
        this.tenants = tenants;
    }

    /**
     * Which are looked for.
     *
     * @param sides those it made, those it received, or both
     * @param traces about which of the asker's parts; empty is any
     * @param status which one, {@code null} is any
     * @param cancelled whether those that were taken back are listed too
     * @param from the {@code tradeId} of the entry to begin with
     */
    public record Search(
            Set<Side> sides,
            Set<UUID> traces,
            @Nullable UUID status,
            boolean cancelled,
            @Nullable UUID from,
            int limit) {}

    /** Fails with {@link Refused} for an unknown entry to begin with. */
    public Uni<Listed<Trade>> search(OperatorId operator, Search search) {
        return tenants.of(
                operator,
                session -> found(session, operator, search)
                        .map(rows -> Listed.of(rows, search.limit(), TradeRow::toDomain, row -> row.tradeId())));
    }

    /** What an operator received, each with the part of the one who asked. */
    public Uni<Listed<Received>> received(OperatorId operator, @Nullable UUID from, int limit) {
        Search search = new Search(Set.of(Side.UPSTREAM), Set.of(), null, false, from, limit);
        return tenants.of(
                operator,
                session -> found(session, operator, search)
                        .chain(rows -> parts(session, rows)
                                .map(parts -> Listed.of(
                                        rows,
                                        limit,
                                        row -> new Received(
                                                row.toDomain(),
                                                Objects.requireNonNull(parts.get(row.downstreamTraceId()))),
                                        row -> row.tradeId()))));
    }

    /** @param part as the one who asked describes it */
    public record Received(Trade trade, Part part) {}

    private static Uni<Map<UUID, Part>> parts(Mutiny.Session session, List<TradeRow> rows) {
        return session.createSelectionQuery("from PartRow where traceId in :traces", PartRow.class)
                .setParameter(
                        "traces",
                        rows.stream().map(row -> row.downstreamTraceId()).toList())
                .getResultList()
                .map(parts -> parts.stream().collect(Collectors.toMap(part -> part.traceId(), PartRow::toDomain)));
    }

    private static Uni<List<TradeRow>> found(Mutiny.Session session, OperatorId operator, Search search) {
        return search.from() == null
                ? rows(session, operator, search, null)
                : session.find(TradeRow.class, search.from())
                        .onItem()
                        .ifNull()
                        .failWith(() -> new Refused(Reason.NO_SUCH_REQUEST))
                        .chain(from -> rows(session, operator, search, from));
    }

    private static Uni<List<TradeRow>> rows(
            Mutiny.Session session, OperatorId operator, Search search, @Nullable TradeRow from) {
        Conditions conditions = new Conditions("from TradeRow t where " + sides(search.sides()))
                .with("operator", operator.value())
                .and("t.statusId = :status", "status", search.status());
        if (!search.cancelled()) {
            conditions.and("t.status <> CANCEL");
        }
        if (!search.traces().isEmpty()) {
            conditions.and("t.downstreamTraceId in :traces", "traces", search.traces());
        }
        if (from != null) {
            conditions.and(FROM, "from", from.tradeId()).with("fromTime", from.createdAt());
        }
        return conditions
                .query(session, TradeRow.class, ORDER)
                .setMaxResults(search.limit() + 1)
                .getResultList();
    }

    private static String sides(Set<Side> sides) {
        return sides.stream()
                .map(side -> side == Side.DOWNSTREAM
                        ? "t.downstreamOperatorId = :operator"
                        : "t.upstreamOperatorId = :operator")
                .collect(Collectors.joining(" or ", "(", ")"));
    }
}
