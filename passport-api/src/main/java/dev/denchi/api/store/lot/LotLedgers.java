package dev.denchi.api.store.lot;

import dev.denchi.api.context.CallersContext;
import dev.denchi.api.store.lineage.LineageRows;
import dev.denchi.api.store.lineage.StatedLot;
import dev.denchi.api.store.session.GroupRead;
import dev.denchi.model.identifier.FacilityIdentifier;
import dev.denchi.model.identifier.LotId;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.identifier.RecordId;
import dev.denchi.model.identifier.TransferId;
import dev.denchi.model.lot.Element;
import dev.denchi.model.lot.Origin;
import dev.denchi.model.lot.Party;
import dev.denchi.model.massbalance.AllocationLedger;
import dev.denchi.model.massbalance.BalancingPeriod;
import dev.denchi.model.quantity.Mass;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What lots must be judged with. Statements that are judged together share one question, as they share one statement when they are kept
 * (docs/decisions: hibernate-reactive-and-one-native-statement).
 */
@Singleton
public class LotLedgers {
    private static final String LOTS = """
            select (j.stated).*, j.asker, j.holders, j.schemes, j.plants, j.received_mg, j.drawn_mg, j.claimed_mg, j.lot_versions
            from passport.lots_to_judge($1, $2) as j
            """;
    private static final String TRANSFER = "select * from passport.transfer_to_judge($1, $2)";

    private static final String ALLOCATIONS = "select * from passport.allocations_to_judge($1, $2, $3)";
    private static final String CORRECTIONS = "select made from passport.lineage_correction";
    private static final String STATEMENTS = "select * from passport.statements_on($1)";

    private final Pool pool;
    private final GroupRead<Asked, Map<LotId, KnownLot>> lots;

    private record Asked(OperatorId asker, Set<LotId> lots) {}

    private record Named(String asker, LotId lot) {}

    LotLedgers(Pool pool) {
        this.pool = pool;
        this.lots = new GroupRead<>(this::read);
    }

    /** Those of the lots that the operator made, has, had, or is offered; it does not learn which of the others exist. */
    public Uni<Map<LotId, KnownLot>> lots(OperatorId asker, Collection<LotId> named) {
        return named.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : CallersContext.back(lots.ask(new Asked(asker, Set.copyOf(named))));
    }

    /** The transfer of this name, when the operator gives or receives it; else {@code null}. */
    public Uni<StatedTransfer> transfer(OperatorId asker, TransferId name) {
        return pool.preparedQuery(TRANSFER)
                .execute(Tuple.of(asker.value(), name.toString()))
                .map(rows -> rows.size() == 0 ? null : transfer(rows.iterator().next()));
    }

    /** The accounts of a site under mass-balance custody. */
    public Uni<LotSnapshot.Allocations> allocations(Party site) {
        return pool.preparedQuery(ALLOCATIONS)
                .execute(Tuple.of(
                        site.operator().value(),
                        site.facility().scheme(),
                        site.facility().value()))
                .map(rows -> allocations(site, rows));
    }

    /** How many statements were stated anew so far. */
    public Uni<Long> corrections() {
        return pool.query(CORRECTIONS)
                .execute()
                .map(rows -> rows.iterator().next().getLong("made"));
    }

    /** The records that draw on these lots, hand them over, make them or claim them. */
    public Uni<List<RecordId>> statementsOn(Collection<RecordId> lots) {
        return pool.preparedQuery(STATEMENTS)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(lots.stream().map(RecordId::uuid).toArray(UUID[]::new)))
                .map(rows -> ids(rows));
    }

    private static List<RecordId> ids(RowSet<Row> rows) {
        List<RecordId> ids = new ArrayList<>();
        for (Row row : rows) {
            ids.add(new RecordId(row.getUUID(0)));
        }
        return ids;
    }

    private static LotSnapshot.Allocations allocations(Party site, RowSet<Row> rows) {
        AllocationLedger ledger = AllocationLedger.EMPTY;
        int moves = 0;
        for (Row row : rows) {
            moves = row.getInteger("moves");
            if (row.getString("element") != null) {
                ledger = ledger.with(new AllocationLedger.Entry(
                        new AllocationLedger.Account(
                                site,
                                Element.valueOf(row.getString("element")),
                                Origin.valueOf(row.getString("origin"))),
                        new BalancingPeriod(row.getInteger("year"), row.getInteger("quarter")),
                        new Mass(row.getLong("inflow_mg")),
                        new Mass(row.getLong("allocated_mg"))));
            }
        }
        return new LotSnapshot.Allocations(ledger, moves);
    }

    private Uni<List<Map<LotId, KnownLot>>> read(List<Asked> questions) {
        List<String> askers = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Asked question : questions) {
            for (LotId lot : question.lots()) {
                askers.add(question.asker().value());
                names.add(lot.toString());
            }
        }
        return pool.preparedQuery(LOTS)
                .execute(Tuple.tuple()
                        .addArrayOfString(askers.toArray(String[]::new))
                        .addArrayOfString(names.toArray(String[]::new)))
                .map(rows -> answers(questions, found(rows)));
    }

    private static Map<Named, KnownLot> found(RowSet<Row> rows) {
        Map<Named, KnownLot> found = new HashMap<>();
        for (Row row : rows) {
            StatedLot stated = LineageRows.lot(row);
            found.put(new Named(row.getString("asker"), stated.lot().id()), new KnownLot(stated, holdings(row)));
        }
        return found;
    }

    private static List<Map<LotId, KnownLot>> answers(List<Asked> questions, Map<Named, KnownLot> found) {
        return questions.stream().map(question -> answer(question, found)).toList();
    }

    private static Map<LotId, KnownLot> answer(Asked question, Map<Named, KnownLot> found) {
        Map<LotId, KnownLot> known = new HashMap<>();
        for (LotId lot : question.lots()) {
            KnownLot one = found.get(new Named(question.asker().value(), lot));
            if (one != null) {
                known.put(lot, one);
            }
        }
        return known;
    }

    private static List<KnownLot.Holding> holdings(Row row) {
        String @Nullable [] holders = row.getArrayOfStrings("holders");
        List<KnownLot.Holding> holdings = new ArrayList<>();
        for (int i = 0; holders != null && i < holders.length; i++) {
            holdings.add(new KnownLot.Holding(
                    new Party(
                            new OperatorId(holders[i]),
                            new FacilityIdentifier(
                                    row.getArrayOfStrings("schemes")[i], row.getArrayOfStrings("plants")[i])),
                    new Mass(row.getArrayOfLongs("received_mg")[i]),
                    new Mass(row.getArrayOfLongs("drawn_mg")[i]),
                    new Mass(row.getArrayOfLongs("claimed_mg")[i]),
                    row.getArrayOfIntegers("lot_versions")[i]));
        }
        return holdings;
    }

    private static StatedTransfer transfer(Row row) {
        OperatorId giver = new OperatorId(row.getString("operator_id"));
        return new StatedTransfer(
                new RecordId(row.getUUID("record_id")),
                row.getInteger("version"),
                row.getString("sha256"),
                new TransferId(giver, row.getString("number")),
                new RecordId(row.getUUID("lot")),
                new Mass(row.getLong("mass_mg")),
                new Party(giver, facility(row, "")),
                new Party(new OperatorId(row.getString("receiver_id")), facility(row, "receiver_")),
                row.getLocalDate("given_on"),
                StatedTransfer.State.valueOf(row.getString("state")));
    }

    private static FacilityIdentifier facility(Row row, String whose) {
        return new FacilityIdentifier(
                row.getString(whose + "facility_scheme"), row.getString(whose + "facility_value"));
    }
}
