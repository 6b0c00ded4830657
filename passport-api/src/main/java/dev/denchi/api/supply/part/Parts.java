package dev.denchi.api.supply.part;

import dev.denchi.api.store.session.TenantSessions;
import dev.denchi.api.supply.Conditions;
import dev.denchi.api.supply.Listed;
import dev.denchi.api.supply.Refused;
import dev.denchi.api.supply.Refused.Reason;
import dev.denchi.api.supply.tree.ComponentRow;
import dev.denchi.api.supply.tree.OwnParts;
import dev.denchi.api.supply.tree.PartRow;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.part.Component;
import dev.denchi.model.part.Figure;
import dev.denchi.model.part.Part;
import dev.denchi.model.part.TraceId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The parts of an operator, and what they are made of. Nobody else's are ever found. */
@Singleton
public class Parts {
    private static final String IN_ANOTHER = "exists (select 1 from ComponentRow c where c.key.traceId = p.traceId)";
    private static final String ORDER = " order by p.name, p.traceId";

    private final TenantSessions tenants;
    private final PartWriter writer;

    Parts(TenantSessions tenants, PartWriter writer) {
        this.tenants = tenants;
        this.writer = writer;
    }

    /**
     * Which parts are looked for; {@code null} is any.
     *
     * @param parents whether those that are in no other part, or those that are in one
     * @param from the entry to begin with
     */
    public record Search(
            @Nullable UUID trace,
            @Nullable String name,
            @Nullable UUID plant,
            @Nullable Boolean parents,
            @Nullable UUID from,
            int limit) {}

    /** In the order of their names; with its amount a part that is in one other. Fails with {@link Refused} for an unknown entry to begin with. */
    public Uni<Listed<Counted>> search(OperatorId operator, Search search) {
        return tenants.of(
                operator,
                session -> firstName(session, operator, search.from())
                        .chain(name -> rows(session, operator, search, name))
                        .chain(found -> counted(session, found).map(counted -> page(found, counted, search.limit()))));
    }

    private static Listed<Counted> page(List<PartRow> found, Map<UUID, Counted> counted, int limit) {
        return Listed.of(found, limit, row -> Objects.requireNonNull(counted.get(row.traceId())), row -> row.traceId());
    }

    /** @param amount how much of it the one part that it is in needs; {@code null} when it is in none or several */
    public record Counted(Part part, @Nullable Figure amount) {}

    /** Fails with {@link Refused} when the operator has no such part. */
    public Uni<Structure> structure(OperatorId operator, TraceId trace) {
        return tenants.of(
                operator,
                session -> OwnParts.find(session, operator, trace).chain(row -> components(session, row.toDomain())));
    }

    /** Fails with {@link Refused} when the operator has no such part. */
    public static Uni<Void> requireOwn(Mutiny.Session session, OperatorId operator, TraceId trace) {
        return OwnParts.find(session, operator, trace).replaceWithVoid();
    }

    /** The part, new or changed; what is in it stays. Fails with {@link Refused}. */
    public Uni<Part> keep(OperatorId operator, PartDraft draft) {
        return writer.keep(operator, draft, null).map(Structure::parent);
    }

    /** The part and what is in it from now on. Fails with {@link Refused}. */
    public Uni<Structure> keep(OperatorId operator, PartDraft parent, List<PartDraft> children) {
        return writer.keep(operator, parent, children);
    }

    /** Fails with {@link Refused} while anything depends on it. */
    public Uni<Void> delete(OperatorId operator, TraceId trace) {
        return tenants.of(
                operator,
                session -> OwnParts.find(session, operator, trace)
                        .call(row -> requireNone(
                                session,
                                "from ComponentRow where key.traceId = :trace or key.parentTraceId = :trace",
                                trace,
                                Reason.HAS_STRUCTURE))
                        .call(row -> requireNone(
                                session,
                                "from TradeRow where downstreamTraceId = :trace and status <> CANCEL",
                                trace,
                                Reason.IS_REQUESTED))
                        .call(row -> requireNone(
                                session,
                                "from TradeRow where upstreamTraceId = :trace and status <> CANCEL",
                                trace,
                                Reason.IS_LINKED))
                        .chain(session::remove));
    }

    private static Uni<?> requireNone(Mutiny.Session session, String selection, TraceId trace, Reason otherwise) {
        return session.createSelectionQuery("select count(*) " + selection, Long.class)
                .setParameter("trace", trace.value())
                .getSingleResult()
                .invoke(count -> Refused.unless(count == 0, otherwise));
    }

    /** Empty when all are wanted: no name comes before it. */
    private static Uni<String> firstName(Mutiny.Session session, OperatorId operator, @Nullable UUID from) {
        return from == null
                ? Uni.createFrom().item("")
                : OwnParts.find(session, operator, new TraceId(from))
                        .map(row -> row.toDomain().key().name());
    }

    private static Uni<List<PartRow>> rows(
            Mutiny.Session session, OperatorId operator, Search search, String fromName) {
        Conditions conditions = new Conditions("from PartRow p where p.operatorId = :operator")
                .with("operator", operator.value())
                .and("p.traceId = :trace", "trace", search.trace())
                .and("p.name = :name", "name", search.name())
                .and("p.plantId = :plant", "plant", search.plant());
        if (search.parents() != null) {
            conditions.and(search.parents() ? "not " + IN_ANOTHER : IN_ANOTHER);
        }
        if (search.from() != null) {
            conditions
                    .and("p.name > :fromName or (p.name = :fromName and p.traceId >= :from)", "from", search.from())
                    .with("fromName", fromName);
        }
        return conditions
                .query(session, PartRow.class, ORDER)
                .setMaxResults(search.limit() + 1)
                .getResultList();
    }

    private static Uni<Map<UUID, Counted>> counted(Mutiny.Session session, List<PartRow> rows) {
        return session.createSelectionQuery("from ComponentRow where key.traceId in :traces", ComponentRow.class)
                .setParameter("traces", rows.stream().map(row -> row.traceId()).toList())
                .getResultList()
                .map(edges -> edges.stream().collect(Collectors.groupingBy(edge -> edge.traceId())))
                .map(edges -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> row.traceId(),
                                row -> new Counted(
                                        row.toDomain(), only(edges.getOrDefault(row.traceId(), List.of()))))));
    }

    private static @Nullable Figure only(List<ComponentRow> edges) {
        return edges.size() == 1 ? edges.get(0).amount() : null;
    }

    private static Uni<Structure> components(Mutiny.Session session, Part parent) {
        return session.createSelectionQuery(
                        "select c, p from ComponentRow c join PartRow p on p.traceId = c.key.traceId where c.key.parentTraceId = :parent order by p.name, p.traceId",
                        Object[].class)
                .setParameter("parent", parent.trace().value())
                .getResultList()
                .map(rows -> new Structure(
                        parent, rows.stream().map(Parts::component).toList()));
    }

    private static Component component(Object[] row) {
        return new Component(((PartRow) row[1]).toDomain(), ((ComponentRow) row[0]).amount());
    }
}
