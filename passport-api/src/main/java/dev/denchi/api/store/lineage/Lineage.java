package dev.denchi.api.store.lineage;

import dev.denchi.model.identifier.RecordId;
import dev.denchi.model.lot.Party;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** The lineage of lots, whoever's they are, walked up and down to any depth (docs/decisions: lineage-by-recursion). */
@Singleton
public class Lineage {
    private static final String BEHIND = "select * from passport.lots_behind($1)";
    private static final String AHEAD = "select * from passport.lots_ahead($1)";
    private static final String STEPS = "select * from passport.steps_stated($1)";

    private static final String AT = "select * from passport.steps_at($1, $2, $3, $4)";
    private static final String STATED = "select * from passport.lots_stated($1)";

    private final Pool pool;

    Lineage(Pool pool) {
        this.pool = pool;
    }

    /** These lots and all that they were made from; a lot that does not exist is left out. */
    public Uni<Chain> behind(Collection<RecordId> lots) {
        return walked(BEHIND, lots);
    }

    /** These lots and all that was made of them. */
    public Uni<Chain> ahead(Collection<RecordId> lots) {
        return walked(AHEAD, lots);
    }

    /** The transformations of a site that ended in a year, and the lots that they took and made. */
    public Uni<Chain> at(Party site, int year) {
        return pool.preparedQuery(AT)
                .execute(Tuple.of(
                        site.operator().value(),
                        site.facility().scheme(),
                        site.facility().value(),
                        year))
                .map(rows -> byId(rows, LineageRows::step, StatedStep::id))
                .flatMap(steps -> rows(STATED, endsOf(steps.values()))
                        .map(rows -> new Chain(byId(rows, LineageRows::lot, StatedLot::id), steps)));
    }

    private static Collection<RecordId> endsOf(Collection<StatedStep> steps) {
        return steps.stream()
                .flatMap(step -> Stream.concat(step.inputs().keySet().stream(), step.outputs().stream()))
                .distinct()
                .toList();
    }

    private Uni<Chain> walked(String walk, Collection<RecordId> lots) {
        return rows(walk, lots)
                .map(rows -> byId(rows, LineageRows::lot, StatedLot::id))
                .flatMap(found -> rows(STEPS, makersOf(found.values()))
                        .map(rows -> new Chain(found, byId(rows, LineageRows::step, StatedStep::id))));
    }

    private static Collection<RecordId> makersOf(Collection<StatedLot> lots) {
        return lots.stream()
                .flatMap(lot -> Stream.ofNullable(lot.madeIn()))
                .distinct()
                .toList();
    }

    private Uni<RowSet<Row>> rows(String question, Collection<RecordId> ids) {
        UUID[] asked = ids.stream().map(RecordId::uuid).toArray(UUID[]::new);
        return pool.preparedQuery(question).execute(Tuple.tuple().addArrayOfUUID(asked));
    }

    private static <T> Map<RecordId, T> byId(RowSet<Row> rows, Function<Row, T> stated, Function<T, RecordId> idOf) {
        Map<RecordId, T> all = new LinkedHashMap<>();
        for (Row row : rows) {
            T one = stated.apply(row);
            all.put(Objects.requireNonNull(idOf.apply(one)), one);
        }
        return all;
    }
}
