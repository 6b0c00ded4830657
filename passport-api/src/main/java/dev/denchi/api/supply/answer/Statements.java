package dev.denchi.api.supply.answer;

import dev.denchi.api.store.session.TenantSessions;
import dev.denchi.api.supply.Refused;
import dev.denchi.api.supply.chain.Chain;
import dev.denchi.api.supply.chain.Statement;
import dev.denchi.api.supply.chain.StatementReleaseRow;
import dev.denchi.api.supply.chain.StatementRow;
import dev.denchi.api.supply.chain.ToldRow;
import dev.denchi.api.supply.tree.OwnParts;
import dev.denchi.api.supply.tree.TradeRow;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.part.TraceId;
import dev.denchi.model.trade.RequestType;
import dev.denchi.model.trade.TradeId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** What an operator states of its parts to those who ask, and what it was told by those it asked: all but footprints. */
@Singleton
public class Statements {
    private static final String OWN = """
            select s from StatementRow s join PartRow p on p.traceId = s.key.traceId
            where p.operatorId = :operator and s.key.traceId in :traces and s.key.requestType = :type and s.key.version = (
              select max(n.key.version) from StatementRow n where n.key.traceId = s.key.traceId and n.key.requestType = s.key.requestType)""";

    private static final String RELEASES =
            "from StatementReleaseRow where key.traceId in :traces and key.requestType = :type order by decidedAt";

    private static final String TOLD = """
            select t, a from TradeRow t
            left join ToldRow a on a.key.tradeId = t.tradeId and a.key.version = t.answerVersion
            where t.downstreamOperatorId = :operator and t.downstreamTraceId in :traces and t.requestType = :type and t.status <> CANCEL""";

    private static final String NEWEST_FIRST =
            "from StatementRow where key.traceId = :trace and key.requestType = :type order by key.version desc";

    private final TenantSessions tenants;
    private final Chain chain;
    private final Clock clock;

    Statements(TenantSessions tenants, Chain chain, Clock clock) {
        this.tenants = tenants;
        this.chain = chain;
        this.clock = clock;
    }

    /** To one customer. */
    public record Decided(OperatorId to, boolean released) {}

    /** What is known of a part to the one whose entry it is. */
    public sealed interface Known {}

    /** @param decided what its operator decided itself about single customers */
    public record Own(Statement statement, List<Decided> decided) implements Known {}

    /** A part whose supplier was asked, and answered. */
    public record Told(TradeId trade, OperatorId supplier, Statement statement, Instant at) implements Known {}

    /** Of a part that the operator does not have, and of one of which nothing is known, there is nothing. */
    public Uni<Map<UUID, Known>> of(OperatorId operator, RequestType type, Collection<UUID> traces) {
        return tenants.of(
                operator,
                session -> own(session, operator, type, traces)
                        .call(known -> told(session, operator, type, traces, known)));
    }

    private static Uni<Map<UUID, Known>> own(
            Mutiny.Session session, OperatorId operator, RequestType type, Collection<UUID> traces) {
        return releases(session, type, traces)
                .chain(decided -> session.createSelectionQuery(OWN, StatementRow.class)
                        .setParameter("operator", operator.value())
                        .setParameter("traces", traces)
                        .setParameter("type", type)
                        .getResultList()
                        .map(rows -> own(rows, decided)));
    }

    private static Map<UUID, Known> own(List<StatementRow> rows, Map<UUID, List<Decided>> decided) {
        Map<UUID, Known> known = new HashMap<>();
        rows.forEach(row ->
                known.put(row.traceId(), new Own(row.toDomain(), decided.getOrDefault(row.traceId(), List.of()))));
        return known;
    }

    private static Uni<Map<UUID, List<Decided>>> releases(
            Mutiny.Session session, RequestType type, Collection<UUID> traces) {
        return session.createSelectionQuery(RELEASES, StatementReleaseRow.class)
                .setParameter("traces", traces)
                .setParameter("type", type)
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(Collectors.groupingBy(
                                row -> row.traceId(), Collectors.mapping(Statements::decided, Collectors.toList()))));
    }

    private static Decided decided(StatementReleaseRow row) {
        return new Decided(row.to(), row.released());
    }

    /** Whoever asked sees the answer, not what he stated himself before. */
    private static Uni<?> told(
            Mutiny.Session session,
            OperatorId operator,
            RequestType type,
            Collection<UUID> traces,
            Map<UUID, Known> known) {
        return session.createSelectionQuery(TOLD, Object[].class)
                .setParameter("operator", operator.value())
                .setParameter("traces", traces)
                .setParameter("type", type)
                .getResultList()
                .invoke(rows -> rows.forEach(row -> putTold((TradeRow) row[0], (ToldRow) row[1], known)));
    }

    private static void putTold(TradeRow trade, @Nullable ToldRow told, Map<UUID, Known> known) {
        known.remove(trade.downstreamTraceId());
        if (told != null
                && trade.status().isOpen()
                && trade.upstreamTraceId() != null
                && !told.toDomain().equals(Statement.NOTHING)) {
            known.put(
                    trade.downstreamTraceId(),
                    new Told(
                            new TradeId(trade.tradeId()),
                            new OperatorId(trade.upstreamOperatorId()),
                            told.toDomain(),
                            told.at()));
        }
    }

    /** Fails with {@link Refused} when the operator has no such part. */
    public Uni<Void> requireOwn(OperatorId operator, TraceId trace) {
        return tenants.of(operator, session -> OwnParts.find(session, operator, trace))
                .replaceWithVoid();
    }

    /**
     * States; what differs from what was said last is a new version, told at once to all who asked and may know. Of two versions of one
     * record the newer stands, whichever comes last.
     *
     * @param decided about single customers, from now on; of others nothing changes
     * @return what holds; fails with {@link Refused} when the part is not the operator's
     */
    public Uni<Own> state(
            OperatorId operator, RequestType type, TraceId trace, Statement statement, List<Decided> decided) {
        return chain.change(
                operator,
                List.of(trace),
                session -> OwnParts.find(session, operator, trace)
                        .chain(part -> standing(session, operator, type, trace, statement))
                        .call(() -> decide(session, operator, type, trace, decided))
                        .call(session::flush)
                        .chain(stands -> own(session, type, trace, stands)));
    }

    private static Uni<Own> own(Mutiny.Session session, RequestType type, TraceId trace, Statement stands) {
        return releases(session, type, List.of(trace.value()))
                .map(all -> new Own(stands, all.getOrDefault(trace.value(), List.of())));
    }

    private Uni<Statement> standing(
            Mutiny.Session session, OperatorId operator, RequestType type, TraceId trace, Statement statement) {
        return session.createSelectionQuery(NEWEST_FIRST, StatementRow.class)
                .setParameter("trace", trace.value())
                .setParameter("type", type)
                .setMaxResults(1)
                .getSingleResultOrNull()
                .chain(last -> last != null && last.toDomain().standsBefore(statement)
                        ? Uni.createFrom().item(last.toDomain())
                        : session.persist(new StatementRow(
                                        new StatementRow.Key(
                                                trace.value(), type, last == null ? 1 : last.version() + 1),
                                        operator.value(),
                                        statement,
                                        clock.instant()))
                                .replaceWith(statement));
    }

    private Uni<?> decide(
            Mutiny.Session session, OperatorId operator, RequestType type, TraceId trace, List<Decided> decided) {
        return Multi.createFrom()
                .iterable(decided)
                .onItem()
                .transformToUniAndConcatenate(each -> decide(
                        session,
                        operator,
                        new StatementReleaseRow.Key(
                                trace.value(), type, each.to().value()),
                        each.released()))
                .collect()
                .asList();
    }

    private Uni<Void> decide(
            Mutiny.Session session, OperatorId operator, StatementReleaseRow.Key key, boolean released) {
        return session.find(StatementReleaseRow.class, key)
                .map(row -> row == null ? new StatementReleaseRow(key, operator.value()) : row)
                .invoke(row -> row.decide(released, clock.instant()))
                .chain(session::persist);
    }
}
