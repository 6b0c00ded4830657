package dev.denchi.api.supply.answer;

import dev.denchi.api.store.session.TenantSessions;
import dev.denchi.api.supply.Refused;
import dev.denchi.api.supply.chain.Statement;
import dev.denchi.api.supply.chain.ToldRow;
import dev.denchi.api.supply.tree.OwnParts;
import dev.denchi.api.supply.tree.PartRow;
import dev.denchi.api.supply.tree.TradeRow;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.part.TraceId;
import dev.denchi.model.trade.RequestType;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** What an operator was answered about all that one of its parts is made of: its direct suppliers, and of what is behind them only counts. */
@Singleton
public class SupplierAnswers {
    /** Of the own structure alone, as no other is ever seen; whatever is in a part comes behind it. */
    private static final String EDGES = """
            with recursive tree (trace_id, depth) as (
              select cast(:root as uuid), 0
              union
              select component.trace_id, tree.depth + 1
              from passport.component join tree on component.parent_trace_id = tree.trace_id where tree.depth < 100)
            select cast(component.parent_trace_id as text), cast(component.trace_id as text), component.amount
            from passport.component join (select trace_id, max(depth) as depth from tree group by trace_id) deepest
              on deepest.trace_id = component.parent_trace_id
            order by deepest.depth""";

    private static final String ASKED = """
            select p, t, a from PartRow p
            left join TradeRow t on t.downstreamTraceId = p.traceId and t.requestType = :type and t.status <> CANCEL
            left join ToldRow a on a.key.tradeId = t.tradeId and a.key.version = t.answerVersion
            where p.operatorId = :operator and p.traceId in :traces""";

    private final TenantSessions tenants;

    SupplierAnswers(TenantSessions tenants) {
        this.tenants = tenants;
    }

    /** In the order of their names; fails with {@link Refused} when the part is not the operator's. */
    public Uni<List<Bought>> of(OperatorId operator, RequestType type, TraceId whole) {
        return tenants.of(
                operator,
                session -> OwnParts.find(session, operator, whole)
                        .chain(part -> ends(session, whole))
                        .chain(amounts -> bought(session, operator, type, amounts)));
    }

    /** The parts that have nothing in them, or about which somebody is asked in the end, with their amounts. */
    private static Uni<Map<UUID, BigDecimal>> ends(Mutiny.Session session, TraceId whole) {
        return session.createNativeQuery(EDGES, Object[].class)
                .setParameter("root", whole.toString())
                .getResultList()
                .map(edges -> ends(edges, whole.value()));
    }

    private static Map<UUID, BigDecimal> ends(List<Object[]> edges, UUID whole) {
        Map<UUID, BigDecimal> amounts = new LinkedHashMap<>(Map.of(whole, BigDecimal.ONE));
        for (Object[] edge : edges) {
            BigDecimal parent =
                    Objects.requireNonNull(amounts.get(UUID.fromString((String) edge[0])), "a part before its whole");
            amounts.merge(UUID.fromString((String) edge[1]), parent.multiply((BigDecimal) edge[2]), BigDecimal::add);
        }
        edges.forEach(edge -> amounts.remove(UUID.fromString((String) edge[0])));
        return amounts;
    }

    private static Uni<List<Bought>> bought(
            Mutiny.Session session, OperatorId operator, RequestType type, Map<UUID, BigDecimal> amounts) {
        return session.createSelectionQuery(ASKED, Object[].class)
                .setParameter("type", type)
                .setParameter("operator", operator.value())
                .setParameter("traces", amounts.keySet())
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> bought(row, amounts))
                        .sorted(Comparator.comparing(
                                        (Bought each) -> each.part().key().name())
                                .thenComparing(each -> each.part().trace().value()))
                        .toList());
    }

    private static Bought bought(Object[] row, Map<UUID, BigDecimal> amounts) {
        PartRow part = (PartRow) row[0];
        TradeRow trade = (TradeRow) row[1];
        ToldRow told = trade == null ? null : told(trade, (ToldRow) row[2]);
        return new Bought(
                part.toDomain(),
                Objects.requireNonNull(amounts.get(part.traceId())),
                trade == null ? null : trade.toDomain(),
                told == null ? null : told.toDomain(),
                told == null ? null : told.at());
    }

    /** {@code null} when it may not be counted on, or was taken back. */
    private static @Nullable ToldRow told(TradeRow trade, @Nullable ToldRow last) {
        if (last == null || !trade.status().isOpen() || trade.upstreamTraceId() == null) {
            return null;
        }
        return last.toDomain().equals(Statement.NOTHING) ? null : last;
    }
}
