package dev.denchi.api.store.lot;

import dev.denchi.model.identifier.LotId;
import dev.denchi.model.lot.LotEvent;
import dev.denchi.model.lot.MaterialLot;
import dev.denchi.model.lot.Party;
import dev.denchi.model.lot.RecycledContentClaim;
import dev.denchi.model.lot.Transfer;
import dev.denchi.model.lot.Transformation;
import dev.denchi.model.massbalance.AllocationLedger;
import dev.denchi.model.quantity.Mass;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a statement on lots does to the lineage, as rows for {@code change_lineage} (migration V023). */
public final class LineageChange implements LotEvent.Cases<LineageChange> {
    private final LineageTables rows;
    private final SignedStatement statement;
    private final LotSnapshot known;

    /** Of one lot on one day, however often it is named. */
    private record Use(LotId lot, LocalDate on) {}

    private LineageChange(SignedStatement statement, LineageTables rows) {
        this.statement = statement;
        this.known = statement.change().known();
        this.rows = rows;
    }

    /** Of all statements together; empty when there is none. */
    public static JsonObject of(List<SignedStatement> statements) {
        LineageTables rows = new LineageTables();
        statements.forEach(statement -> new LineageChange(statement, rows).add(statement.change()));
        JsonObject changes = rows.json();
        statements.stream()
                .map(SignedStatement::change)
                .filter(change -> change.before() != null)
                .forEach(correction ->
                        changes.put("corrections", correction.known().corrections()));
        return changes;
    }

    private void add(LotChange change) {
        if (change.before() != null) {
            takeBack(change.before());
        }
        change.event().match(this);
        change.restated().forEach(this::flag);
        change.allocations().forEach(this::allocate);
        change.site().ifPresent(this::serialise);
    }

    @Override
    public LineageChange lot(MaterialLot lot) {
        rows.add("lots", stated(lot.id().number()).mergeIn(StatedColumns.of(lot)));
        KnownLot before = known.lots().get(lot.id());
        move(
                before == null
                        ? LotMove.first(uuid(), lot)
                        : LotMove.received(before, LotMove.maker(lot), there(before, lot)));
        return this;
    }

    @Override
    public LineageChange transformation(Transformation transformation) {
        Map<LotId, Mass> inputs = new LinkedHashMap<>();
        transformation.inputs().forEach(draw -> inputs.merge(draw.lot(), draw.mass(), Mass::plus));
        JsonArray madeOf = LineageTables.list(inputs.keySet(), this::idOf);
        rows.add(
                "transformations",
                stated(transformation.id().number())
                        .mergeIn(StatedColumns.of(transformation))
                        .put("inputs", madeOf)
                        .put("input_mg", LineageTables.list(inputs.values(), Mass::milligrams))
                        .put("outputs", LineageTables.list(transformation.outputs(), this::idOf)));
        Party holder = new Party(transformation.operator(), transformation.facility());
        inputs.forEach((lot, mass) -> {
            rows.add(
                    "uses",
                    new JsonObject()
                            .put("lot", idOf(lot))
                            .put("transformation", id())
                            .put("operator_id", operator())
                            .put("mass_mg", mass.milligrams()));
            move(LotMove.drawn(known(lot), holder, mass));
        });
        for (LotId output : transformation.outputs()) {
            rows.add(
                    "made",
                    new JsonObject()
                            .put("record_id", idOf(output))
                            .put("version", known(output).stated().version())
                            .put("made_in", id())
                            .put("made_of", madeOf));
            MaterialLot made = known(output).stated().lot();
            move(LotMove.received(known(output), LotMove.maker(made), made.mass()));
        }
        return this;
    }

    @Override
    public LineageChange transfer(Transfer transfer) {
        return switch (transfer.step()) {
            case GIVEN -> given(transfer);
            case ACCEPTED -> {
                answered(StatedTransfer.State.ACCEPTED, transfer.mass());
                move(LotMove.received(known(transfer.lot()), transfer.to(), transfer.mass()));
                yield this;
            }
            case REFUSED -> {
                answered(StatedTransfer.State.REFUSED, null);
                move(LotMove.drawn(known(transfer.lot()), transfer.from(), Mass.ZERO.minus(transfer.mass())));
                yield this;
            }
        };
    }

    @Override
    public LineageChange claim(RecycledContentClaim claim) {
        rows.add("claims", stated(null).mergeIn(StatedColumns.of(claim)));
        Party plant = new Party(claim.operator(), claim.id().plant());
        Map<Use, Mass> uses = new LinkedHashMap<>();
        claim.consumption().stream()
                .filter(used -> known.lots().containsKey(used.lot()))
                .forEach(used -> uses.merge(new Use(used.lot(), used.on()), used.mass(), Mass::plus));
        uses.forEach((use, mass) -> {
            rows.add(
                    "claimed",
                    new JsonObject()
                            .put("claim", id())
                            .put("lot", idOf(use.lot()))
                            .put("consumed_on", use.on().toString())
                            .put("operator_id", operator())
                            .put("mass_mg", mass.milligrams()));
            move(LotMove.claimed(known(use.lot()), plant, mass));
        });
        return this;
    }

    private LineageChange given(Transfer transfer) {
        rows.add(
                "transfers",
                stated(transfer.id().number())
                        .mergeIn(StatedColumns.of(transfer))
                        .put("lot", idOf(transfer.lot()))
                        .put("state", StatedTransfer.State.GIVEN.name()));
        move(LotMove.drawn(known(transfer.lot()), transfer.from(), transfer.mass()));
        return this;
    }

    private void answered(StatedTransfer.State state, @Nullable Mass accepted) {
        StatedTransfer given = Objects.requireNonNull(known.transfer());
        rows.add(
                "answers",
                new JsonObject()
                        .put("record_id", given.id().toString())
                        .put("version", given.version())
                        .put("state", state.name())
                        .put("answer", id())
                        .put("accepted_mg", accepted == null ? null : accepted.milligrams()));
    }

    /** What the version before did is undone in the same breath: only the difference is left. */
    private void takeBack(LotEvent before) {
        LineageTables undone = new LineageTables();
        before.match(new LineageChange(statement, undone));
        undone.of("moves").forEach(move -> rows.add("moves", negated((JsonObject) move)));
        undone.of("made").forEach(made -> rows.add("unmade", (JsonObject) made));
    }

    /** Nothing, while no transformation says that it made it. */
    private static Mass there(KnownLot before, MaterialLot lot) {
        return lot.madeBy() == null || before.stated().madeIn() != null ? lot.mass() : Mass.ZERO;
    }

    private static JsonObject negated(JsonObject move) {
        JsonObject back = move.copy();
        for (String mass : List.of("received_mg", "drawn_mg", "claimed_mg")) {
            back.put(mass, -back.getLong(mass));
        }
        return back;
    }

    /** Claims that stand on it are told. */
    private void flag(LotId lot) {
        rows.add("flagged", new JsonObject().put("record_id", idOf(lot)).put("made_in", id()));
    }

    private void allocate(AllocationLedger.Entry entry) {
        rows.add(
                "allocations",
                LineageTables.site(entry.account().site())
                        .put("element", entry.account().element().name())
                        .put("origin", entry.account().origin().name())
                        .put("year", entry.period().year())
                        .put("quarter", entry.period().quarter())
                        .put("inflow_mg", entry.inflow().milligrams())
                        .put("allocated_mg", entry.allocated().milligrams()));
    }

    private void serialise(Party site) {
        rows.add("sites", LineageTables.site(site).put("moves", known.siteMoves()));
    }

    private void move(LotMove move) {
        rows.add("moves", move.json());
    }

    private JsonObject stated(@Nullable String number) {
        return LineageTables.stated(statement, number);
    }

    private String id() {
        return uuid().toString();
    }

    private UUID uuid() {
        return statement.token().header().id().uuid();
    }

    private String operator() {
        return statement.operator().value();
    }

    private String idOf(LotId lot) {
        return known(lot).stated().id().toString();
    }

    /** It was judged by what was known, so it is known. */
    private KnownLot known(LotId lot) {
        return Objects.requireNonNull(known.lots().get(lot), lot::toString);
    }
}
