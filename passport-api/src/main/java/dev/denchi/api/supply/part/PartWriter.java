package dev.denchi.api.supply.part;

import dev.denchi.api.store.session.SqlState;
import dev.denchi.api.store.session.TenantSessions;
import dev.denchi.api.supply.Refused;
import dev.denchi.api.supply.Refused.Reason;
import dev.denchi.api.supply.chain.Chain;
import dev.denchi.api.supply.tree.ComponentRow;
import dev.denchi.api.supply.tree.PartRow;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.part.Component;
import dev.denchi.model.part.Part;
import dev.denchi.model.part.TraceId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Writes parts and structures: first finds out which parts are meant, then changes all of it in one transaction. */
@Singleton
class PartWriter {
    private final TenantSessions tenants;
    private final Chain chain;

    PartWriter(TenantSessions tenants, Chain chain) {
        this.tenants = tenants;
        this.chain = chain;
    }

    /** @param children {@code null} leaves what is in it */
    Uni<Structure> keep(OperatorId operator, PartDraft parent, @Nullable List<PartDraft> children) {
        List<PartDraft> all = Stream.concat(Stream.of(parent), children == null ? Stream.empty() : children.stream())
                .toList();
        return tenants.of(
                        operator,
                        session -> requirePlants(session, operator, all)
                                .chain(() -> requireNamed(session, operator, all))
                                .chain(() -> known(session, operator, all)))
                .chain(known -> write(operator, known, children != null))
                .onFailure(SqlState::isDuplicate) // another request made one of them meanwhile
                .retry()
                .atMost(1);
    }

    private static Uni<?> requirePlants(Mutiny.Session session, OperatorId operator, List<PartDraft> drafts) {
        Set<UUID> plants =
                drafts.stream().map(draft -> draft.part().key().plant()).collect(Collectors.toSet());
        return session.createSelectionQuery(
                        "select count(*) from PlantRow where operatorId = :operator and plantId in :plants", Long.class)
                .setParameter("operator", operator.value())
                .setParameter("plants", plants)
                .getSingleResult()
                .invoke(count -> Refused.unless(count == plants.size(), Reason.NO_SUCH_PLANT));
    }

    private static Uni<?> requireNamed(Mutiny.Session session, OperatorId operator, List<PartDraft> drafts) {
        Set<UUID> named = drafts.stream()
                .map(PartDraft::named)
                .filter(Objects::nonNull)
                .map(TraceId::value)
                .collect(Collectors.toSet());
        if (named.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return session.createSelectionQuery(
                        "select count(*) from PartRow where operatorId = :operator and traceId in :named", Long.class)
                .setParameter("operator", operator.value())
                .setParameter("named", named)
                .getSingleResult()
                .invoke(count -> Refused.unless(count == named.size(), Reason.NO_SUCH_PART));
    }

    /** Those that are there already by what they are, with their ids. */
    private static Uni<List<PartDraft>> known(Mutiny.Session session, OperatorId operator, List<PartDraft> drafts) {
        return session.createSelectionQuery(
                        "from PartRow where operatorId = :operator and name in :names", PartRow.class)
                .setParameter("operator", operator.value())
                .setParameter(
                        "names",
                        drafts.stream().map(draft -> draft.part().key().name()).collect(Collectors.toSet()))
                .getResultList()
                .map(rows -> byKey(rows))
                .map(known -> drafts.stream()
                        .map(draft -> draft.known(known.getOrDefault(
                                draft.part().key(), draft.part().trace())))
                        .toList());
    }

    private static Map<Part.Key, TraceId> byKey(List<PartRow> rows) {
        Map<Part.Key, TraceId> known = new HashMap<>();
        rows.forEach(row -> known.put(row.toDomain().key(), row.trace()));
        return known;
    }

    private Uni<Structure> write(OperatorId operator, List<PartDraft> drafts, boolean withStructure) {
        List<TraceId> traces =
                drafts.stream().map(draft -> draft.part().trace()).toList();
        Structure structure = structure(drafts);
        return chain.change(
                operator,
                traces,
                session -> requireUnits(session, drafts)
                        .chain(() -> writeParts(session, drafts))
                        .chain(() -> withStructure
                                ? writeStructure(session, operator, structure)
                                : Uni.createFrom().voidItem())
                        .replaceWith(structure));
    }

    private static Structure structure(List<PartDraft> drafts) {
        return new Structure(
                drafts.get(0).part(),
                drafts.stream()
                        .skip(1)
                        .map(draft -> new Component(draft.part(), Objects.requireNonNull(draft.amount())))
                        .toList());
    }

    /** In what a part is counted is settled once others count on it. */
    private static Uni<?> requireUnits(Mutiny.Session session, List<PartDraft> drafts) {
        return session.createSelectionQuery("""
                        from PartRow p where p.traceId in :traces and (p.statedVersion > 0
                          or exists (from TradeRow t where t.status <> CANCEL and (t.downstreamTraceId = p.traceId or t.upstreamTraceId = p.traceId)))""", PartRow.class)
                .setParameter("traces", ids(drafts))
                .getResultList()
                .invoke(rows -> rows.forEach(row -> Refused.unless(isCountedAs(row, drafts), Reason.UNITS_DIFFER)));
    }

    private static boolean isCountedAs(PartRow row, List<PartDraft> drafts) {
        return drafts.stream()
                .map(PartDraft::part)
                .filter(part -> part.trace().value().equals(row.traceId()))
                .allMatch(part -> row.toDomain().unit() == part.unit());
    }

    private static Uni<?> writeParts(Mutiny.Session session, List<PartDraft> drafts) {
        return session.find(PartRow.class, ids(drafts).toArray())
                .chain(rows -> session.persistAll(drafts.stream()
                        .map(draft -> changedOrNew(draft.part(), rows))
                        .toArray()))
                .chain(session::flush);
    }

    private static Object changedOrNew(Part part, List<PartRow> rows) {
        for (PartRow row : rows) {
            if (row != null && row.traceId().equals(part.trace().value())) {
                row.change(part);
                return row;
            }
        }
        return new PartRow(part);
    }

    private Uni<Void> writeStructure(Mutiny.Session session, OperatorId operator, Structure structure) {
        TraceId parent = structure.parent().trace();
        Object[] edges = structure.components().stream()
                .map(component ->
                        new ComponentRow(operator, parent, component.part().trace(), component.amount()))
                .toArray();
        return session.createMutationQuery("delete from ComponentRow where key.parentTraceId = :parent")
                .setParameter("parent", parent.value())
                .executeUpdate()
                .call(() -> requireNotCircular(session, structure))
                .chain(() -> session.persistAll(edges))
                .chain(session::flush);
    }

    private Uni<?> requireNotCircular(Mutiny.Session session, Structure structure) {
        Set<TraceId> children = structure.components().stream()
                .map(component -> component.part().trace())
                .collect(Collectors.toSet());
        return chain.above(session, structure.parent().trace())
                .invoke(above -> Refused.unless(above.stream().noneMatch(children::contains), Reason.CIRCULAR));
    }

    private static Collection<UUID> ids(List<PartDraft> drafts) {
        return drafts.stream().map(draft -> draft.part().trace().value()).toList();
    }
}
