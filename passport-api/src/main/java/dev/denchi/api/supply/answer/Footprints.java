package dev.denchi.api.supply.answer;

import dev.denchi.api.store.session.TenantSessions;
import dev.denchi.api.supply.Refused;
import dev.denchi.api.supply.Refused.Reason;
import dev.denchi.api.supply.chain.AnswerRow;
import dev.denchi.api.supply.chain.Chain;
import dev.denchi.api.supply.chain.FootprintRow;
import dev.denchi.api.supply.tree.OwnParts;
import dev.denchi.api.supply.tree.PartRow;
import dev.denchi.api.supply.tree.TradeRow;
import dev.denchi.model.cfp.Answer;
import dev.denchi.model.cfp.Footprint;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.part.AmountUnit;
import dev.denchi.model.part.TraceId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** What an operator states of its parts, what that adds up to, and what it was told by those it asked. */
@Singleton
public class Footprints {
    private static final String OWN = """
            select p.traceId, s, t, exists (from ComponentRow c where c.key.traceId = p.traceId) from PartRow p
            join FootprintRow s on s.key.traceId = p.traceId and s.key.kind = 'STATED' and s.key.version = p.statedVersion
            left join FootprintRow t on t.key.traceId = p.traceId and t.key.kind = 'TOTAL' and t.key.version = p.totalVersion
            where p.operatorId = :operator and p.traceId in :traces""";
    private static final String TOLD = """
            select t, a from TradeRow t
            left join AnswerRow a on a.key.tradeId = t.tradeId and a.key.version = t.answerVersion
            where t.downstreamOperatorId = :operator and t.downstreamTraceId in :traces and t.requestType = CFP and t.status <> CANCEL""";
    private static final String ASKED = """
            select distinct p.unit from TradeRow t join PartRow p on p.traceId = t.downstreamTraceId
            where t.upstreamTraceId = :trace and t.status <> CANCEL and p.unit is not null""";

    private final TenantSessions tenants;
    private final Chain chain;
    private final Clock clock;

    Footprints(TenantSessions tenants, Chain chain, Clock clock) {
        this.tenants = tenants;
        this.chain = chain;
        this.clock = clock;
    }

    /** What is known of a part to the one whose entry it is. */
    public sealed interface Known {}

    /** @param totals {@code null} for a part that is in another: of that only what is stated is told */
    public record Own(
            UUID cfpId,
            AmountUnit unit,
            Footprint stated,
            @Nullable Footprint totals) implements Known {}

    /** A part whose supplier was asked. */
    public record Told(AmountUnit unit, Answer answer) implements Known {}

    /** Of a part that the operator does not have, and of one of which nothing is known, there is nothing. */
    public Uni<Map<UUID, Known>> of(OperatorId operator, Collection<UUID> traces) {
        return tenants.of(
                operator,
                session -> own(session, operator, traces).chain(known -> told(session, operator, traces, known)));
    }

    private static Uni<Map<UUID, Known>> own(Mutiny.Session session, OperatorId operator, Collection<UUID> traces) {
        return session.createSelectionQuery(OWN, Object[].class)
                .setParameter("operator", operator.value())
                .setParameter("traces", traces)
                .getResultList()
                .map(rows -> {
                    Map<UUID, Known> known = new HashMap<>();
                    rows.forEach(row -> known.put((UUID) row[0], own(row)));
                    return known;
                });
    }

    private static Known own(Object[] row) {
        FootprintRow stated = (FootprintRow) row[1];
        boolean isComponent = (boolean) row[3];
        Footprint totals = isComponent || !(row[2] instanceof FootprintRow total) ? null : total.toDomain();
        return new Own(stated.cfpId(), stated.unit(), stated.toDomain(), totals);
    }

    /** Whoever asked sees the answer, not what he stated himself before. */
    private static Uni<Map<UUID, Known>> told(
            Mutiny.Session session, OperatorId operator, Collection<UUID> traces, Map<UUID, Known> known) {
        return session.createSelectionQuery(TOLD, Object[].class)
                .setParameter("operator", operator.value())
                .setParameter("traces", traces)
                .getResultList()
                .invoke(rows -> rows.forEach(row -> putTold((TradeRow) row[0], (AnswerRow) row[1], known)))
                .replaceWith(known);
    }

    private static void putTold(TradeRow trade, @Nullable AnswerRow answer, Map<UUID, Known> known) {
        known.remove(trade.downstreamTraceId());
        if (answer != null && trade.status().isOpen() && trade.upstreamTraceId() != null) {
            known.put(trade.downstreamTraceId(), new Told(answer.unit(), answer.toDomain()));
        }
    }

    /**
     * States a footprint; it is a new version, and all that depends on it is counted again.
     *
     * @param named the id it was said to have, {@code null} when none was said
     * @return its id; fails with {@link Refused}
     */
    public Uni<UUID> state(
            OperatorId operator, TraceId trace, @Nullable UUID named, AmountUnit unit, Footprint footprint) {
        return chain.change(
                operator,
                List.of(trace),
                session -> OwnParts.find(session, operator, trace)
                        .call(part -> requireUnit(session, part, unit))
                        .chain(part -> current(session, part)
                                .map(before -> next(part, before, named, unit, footprint))
                                .call(row -> session.persist(row))
                                .map(row -> row.cfpId())));
    }

    private static Uni<?> requireUnit(Mutiny.Session session, PartRow part, AmountUnit unit) {
        Refused.unless(part.unit() == null || part.unit().equals(unit.label()), Reason.UNITS_DIFFER);
        return session.createSelectionQuery(ASKED, String.class)
                .setParameter("trace", part.traceId())
                .getResultList()
                .invoke(units -> Refused.unless(units.stream().allMatch(unit.label()::equals), Reason.UNITS_DIFFER));
    }

    /** {@code null} when nothing was stated yet. */
    private static Uni<FootprintRow> current(Mutiny.Session session, PartRow part) {
        return session.find(
                FootprintRow.class, new FootprintRow.Key(part.traceId(), FootprintRow.STATED, part.statedVersion()));
    }

    private FootprintRow next(
            PartRow part, @Nullable FootprintRow before, @Nullable UUID named, AmountUnit unit, Footprint footprint) {
        Refused.unless(before == null || before.unit() == unit, Reason.UNITS_DIFFER);
        Refused.unless(named == null || (before != null && named.equals(before.cfpId())), Reason.NO_SUCH_FOOTPRINT);
        return new FootprintRow(
                new FootprintRow.Key(part.traceId(), FootprintRow.STATED, part.statedAnew()),
                part.operatorId(),
                before == null ? UUID.randomUUID() : before.cfpId(),
                unit.label(),
                footprint,
                clock.instant());
    }
}
