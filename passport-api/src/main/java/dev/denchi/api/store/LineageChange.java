package dev.denchi.api.store;

import dev.denchi.model.identifier.LotId;
import dev.denchi.model.lot.Evidence;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a statement on lots does to the lineage, as rows for {@code change_lineage} (migration V023). */
final class LineageChange implements LotEvent.Cases<LineageChange> {
    private final Map<String, JsonArray> rows;
    private final NewRecord record;
    private final LotSnapshot known;

    private LineageChange(NewRecord record, LotSnapshot known, Map<String, JsonArray> rows) {
        this.record = record;
        this.known = known;
        this.rows = rows;
    }

    /** Of all records together; empty when none speaks of lots. */
    static JsonObject of(List<NewRecord> records) {
        Map<String, JsonArray> rows = new LinkedHashMap<>();
        for (NewRecord record : records) {
            if (record.lots() != null) {
                new LineageChange(record, record.lots().known(), rows).add(record.lots());
            }
        }
        JsonObject changes = new JsonObject();
        rows.forEach(changes::put);
        records.stream()
                .flatMap(record -> Stream.ofNullable(record.lots()))
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
        row(
                "lots",
                stated(lot.id().number())
                        .put("material", lot.material().name())
                        .put("mass_mg", lot.mass().milligrams())
                        .put("facility_scheme", lot.facility().scheme())
                        .put("facility_value", lot.facility().value())
                        .put("produced_on", lot.producedOn().toString())
                        .put(
                                "made_by",
                                lot.madeBy() == null ? null : lot.madeBy().toString())
                        .put(
                                "waste_class",
                                lot.waste() == null
                                        ? null
                                        : lot.waste().wasteClass().name())
                        .put(
                                "waste_code",
                                lot.waste() == null ? null : lot.waste().wasteCode())
                        .put("custody_model", lot.custody().name())
                        .put(
                                "elements",
                                list(lot.elements(), held -> held.element().name()))
                        .put(
                                "total_mg",
                                list(lot.elements(), held -> held.total().milligrams()))
                        .put(
                                "pre_consumer_mg",
                                list(lot.elements(), held -> held.preConsumer().milligrams()))
                        .put(
                                "post_consumer_mg",
                                list(lot.elements(), held -> held.postConsumer().milligrams()))
                        .put(
                                "assayed",
                                list(lot.assays(), assay -> assay.element().name()))
                        .put(
                                "assay_percent",
                                list(lot.assays(), assay -> assay.massFraction().value()))
                        .put(
                                "assay_uncertainty",
                                list(lot.assays(), assay -> assay.uncertainty().value()))
                        .mergeIn(evidence(lot.evidence())));
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
        JsonArray madeOf = list(inputs.keySet(), lot -> idOf(lot));
        row(
                "transformations",
                stated(transformation.id().number())
                        .put("type", transformation.type().name())
                        .put("facility_scheme", transformation.facility().scheme())
                        .put("facility_value", transformation.facility().value())
                        .put("begun_on", transformation.from().toString())
                        .put("ended_on", transformation.to().toString())
                        .put("custody_model", transformation.custody().name())
                        .put("inputs", madeOf)
                        .put("input_mg", list(inputs.values(), Mass::milligrams))
                        .put("outputs", list(transformation.outputs(), this::idOf))
                        .mergeIn(evidence(transformation.evidence())));
        Party holder = new Party(transformation.operator(), transformation.facility());
        inputs.forEach((lot, mass) -> {
            row(
                    "uses",
                    new JsonObject()
                            .put("lot", idOf(lot))
                            .put("transformation", id())
                            .put("operator_id", operator())
                            .put("mass_mg", mass.milligrams()));
            move(LotMove.drawn(known(lot), holder, mass));
        });
        for (LotId output : transformation.outputs()) {
            row(
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
        row(
                "claims",
                stated(null)
                        .put("model_id", claim.id().model().value())
                        .put("facility_scheme", claim.id().plant().scheme())
                        .put("facility_value", claim.id().plant().value())
                        .put("year", claim.id().year()));
        Party plant = new Party(claim.operator(), claim.id().plant());
        for (RecycledContentClaim.Consumption used : claim.consumption()) {
            if (known.lots().containsKey(used.lot())) {
                row(
                        "claimed",
                        new JsonObject()
                                .put("claim", id())
                                .put("lot", idOf(used.lot()))
                                .put("consumed_on", used.on().toString())
                                .put("operator_id", operator())
                                .put("mass_mg", used.mass().milligrams()));
                move(LotMove.claimed(known(used.lot()), plant, used.mass()));
            }
        }
        return this;
    }

    private LineageChange given(Transfer transfer) {
        row(
                "transfers",
                stated(transfer.id().number())
                        .put("facility_scheme", transfer.from().facility().scheme())
                        .put("facility_value", transfer.from().facility().value())
                        .put("receiver_id", transfer.to().operator().value())
                        .put(
                                "receiver_facility_scheme",
                                transfer.to().facility().scheme())
                        .put("receiver_facility_value", transfer.to().facility().value())
                        .put("lot", idOf(transfer.lot()))
                        .put("mass_mg", transfer.mass().milligrams())
                        .put("given_on", transfer.on().toString())
                        .put("state", StatedTransfer.State.GIVEN.name()));
        move(LotMove.drawn(known(transfer.lot()), transfer.from(), transfer.mass()));
        return this;
    }

    private void answered(StatedTransfer.State state, @Nullable Mass accepted) {
        StatedTransfer given = Objects.requireNonNull(known.transfer());
        row(
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
        Map<String, JsonArray> undone = new LinkedHashMap<>();
        before.match(new LineageChange(record, known, undone));
        undone.getOrDefault("moves", new JsonArray()).forEach(move -> row("moves", negated((JsonObject) move)));
        undone.getOrDefault("made", new JsonArray()).forEach(made -> row("unmade", (JsonObject) made));
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
        row("flagged", new JsonObject().put("record_id", idOf(lot)).put("made_in", id()));
    }

    private void allocate(AllocationLedger.Entry entry) {
        row(
                "allocations",
                site(entry.account().site())
                        .put("element", entry.account().element().name())
                        .put("origin", entry.account().origin().name())
                        .put("year", entry.period().year())
                        .put("quarter", entry.period().quarter())
                        .put("inflow_mg", entry.inflow().milligrams())
                        .put("allocated_mg", entry.allocated().milligrams()));
    }

    private void serialise(Party site) {
        row("sites", site(site).put("moves", known.siteMoves()));
    }

    private static JsonObject site(Party site) {
        return new JsonObject()
                .put("operator_id", site.operator().value())
                .put("facility_scheme", site.facility().scheme())
                .put("facility_value", site.facility().value());
    }

    private void move(LotMove move) {
        row("moves", move.json());
    }

    private void row(String table, JsonObject row) {
        rows.computeIfAbsent(table, none -> new JsonArray()).add(row);
    }

    private JsonObject stated(@Nullable String number) {
        return new JsonObject()
                .put("record_id", id())
                .put("operator_id", operator())
                .put("number", number)
                .put("version", version())
                .put("sha256", record.token().sha256());
    }

    private static JsonObject evidence(List<Evidence> evidence) {
        return new JsonObject()
                .put("evidence", list(evidence, document -> document.type().name()))
                .put("evidence_sha256", list(evidence, Evidence::sha256));
    }

    private static <T> JsonArray list(Iterable<T> items, Function<T, Object> value) {
        JsonArray list = new JsonArray();
        items.forEach(item -> list.add(value.apply(item)));
        return list;
    }

    private String id() {
        return uuid().toString();
    }

    private UUID uuid() {
        return record.token().header().id().uuid();
    }

    private int version() {
        return record.token().header().version();
    }

    private String operator() {
        return record.operator().value();
    }

    private String idOf(LotId lot) {
        return known(lot).stated().id().toString();
    }

    /** It was judged by what was known, so it is known. */
    private KnownLot known(LotId lot) {
        return Objects.requireNonNull(known.lots().get(lot), lot::toString);
    }
}
