package dev.denchi.model.exchange.lot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.model.exchange.Note;
import dev.denchi.model.exchange.conversion.Tree;
import dev.denchi.model.exchange.lot.ImportedLots.Draft;
import dev.denchi.model.format.MalformedJson;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.passport.RecordKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A recycling batch of Catena-X, {@code io.catenax.material_accounting:1.0.0#RecyclingBatch}: the batch is a lot, and each of its process
 * steps a transformation that yields the next. It says nothing of what the batch consists of, so that no draft is whole.
 */
public final class MaterialAccounting {
    private static final String BATCH = "RecyclingBatch";
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("Removal of components", "DISMANTLING"),
            Map.entry("Drain fluids", "DISMANTLING"),
            Map.entry("Remove battery", "DISMANTLING"),
            Map.entry("Remove hazardous components", "DISMANTLING"),
            Map.entry("Stripping", "DISMANTLING"),
            Map.entry("Shredding", "SHREDDING_BLACK_MASS"),
            Map.entry("Pyrolysis", "PYROMETALLURGY"),
            Map.entry("Smelting", "PYROMETALLURGY"),
            Map.entry("Melting", "PYROMETALLURGY"),
            Map.entry("Hydrometallurgy", "HYDROMETALLURGICAL_REFINING"),
            Map.entry("Separation", "SPLIT"),
            Map.entry("Sorting", "SPLIT"),
            Map.entry("Compounding", "BLENDING"));
    private static final List<String> NOT_OURS = List.of("container", "receiver", "sender", "globalAssetId");

    private final OperatorId operator;
    private final JsonNode batch;
    private final List<Draft> drafts = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();

    private MaterialAccounting(OperatorId operator, JsonNode batch) {
        this.operator = operator;
        this.batch = batch;
    }

    /**
     * @param operator whose batch it is: Catena-X names plants (BPNS), not operators of this service
     * @throws MalformedJson when it is no recycling batch
     */
    public static ImportedLots read(byte[] bytes, OperatorId operator) {
        JsonNode batch = StrictJson.readForeign(bytes);
        if (!batch.path("recyclingBatchId").isTextual()
                || !batch.path("childProcessSteps").isArray()) {
            throw new MalformedJson("a RecyclingBatch has a recyclingBatchId and childProcessSteps");
        }
        return new MaterialAccounting(operator, batch).imported();
    }

    private ImportedLots imported() {
        String number = batch.path("recyclingBatchId").asText().replaceAll("[^A-Za-z0-9._-]", "-");
        JsonNode steps = batch.path("childProcessSteps");
        ObjectNode first = lot(number, steps.path(0).path("inputNetMass"), "/childProcessSteps/0/inputNetMass");
        day(first, "productionDate", steps.path(0).path("startTimestamp"));
        for (int i = 0; i < steps.size(); i++) {
            step(number, steps.get(i), i);
        }
        NOT_OURS.stream()
                .filter(batch::has)
                .forEach(member -> note("/" + member, "records of lots have no such attribute"));
        if (batch.has("processInformation")) {
            note("/processInformation", "the treatment procedure is no attribute of a transformation");
        }
        notes.add(new Note(
                "lot", "/elements", "a RecyclingBatch says nothing of the composition; fill it from an assay"));
        notes.add(new Note(
                "lot", "/wasteOrigin", "the class of waste is not said; the code stands in a WasteCode aspect"));
        return new ImportedLots(drafts, notes);
    }

    private void step(String number, JsonNode step, int index) {
        String at = "/childProcessSteps/" + index;
        String input = index == 0 ? number : number + "-" + index;
        String output = number + "-" + (index + 1);
        String id = operator + ":" + output;
        ObjectNode made = lot(output, step.path("outputNetMass"), at + "/outputNetMass");
        made.put("transformationId", id);
        day(made, "productionDate", step.path("endTimestamp"));

        ObjectNode transformation = Tree.object();
        transformation.put("transformationId", id);
        type(transformation, step, at);
        facility(transformation);
        ObjectNode period = transformation.putObject("period");
        day(period, "from", step.path("startTimestamp"));
        day(period, "to", step.path("endTimestamp"));
        ObjectNode draw = transformation.putArray("inputs").addObject();
        draw.put("lotId", operator + ":" + input);
        mass(draw, "mass", step.path("inputNetMass"), at + "/inputNetMass");
        transformation.putArray("outputs").add(id);
        ObjectNode loss = transformation.putArray("losses").addObject();
        loss.put("kind", step.path("lossType").asText("not said"));
        mass(loss, "mass", step.path("processLoss"), at + "/processLoss");
        drafts.add(new Draft(RecordKind.TRANSFORMATION, transformation));

        note(at + "/weighingSlip", "evidence is pinned by a hash, and the slip has none");
        note(at + "/measurementType", "how a mass was measured is no attribute of a transformation");
        note(at + "/measurementTimestamp", "when a mass was measured is no attribute of a transformation");
    }

    private ObjectNode lot(String number, JsonNode kilograms, String at) {
        ObjectNode lot = Tree.object();
        lot.put("lotId", operator + ":" + number);
        facility(lot);
        mass(lot, "mass", kilograms, at);
        drafts.add(new Draft(RecordKind.LOT, lot));
        return lot;
    }

    private void type(ObjectNode transformation, JsonNode step, String at) {
        String said = step.path("childProcessType").asText();
        String type = TYPES.get(said);
        if (type == null) {
            note(at + "/childProcessType", "\"" + said + "\" is none of the types of transformation");
        } else {
            transformation.put("type", type);
        }
    }

    private void facility(ObjectNode record) {
        String bpns = batch.path("operator").path("bpnsProperty").asText();
        if (!bpns.isEmpty()) {
            record.putObject("facility")
                    .putObject("identifier")
                    .put("scheme", "BPNS")
                    .put("value", bpns);
        }
    }

    private void mass(ObjectNode record, String name, JsonNode kilograms, String at) {
        if (!LotMasses.put(record, name, kilograms)) {
            note(at, "no mass in whole milligrams");
        }
    }

    private static void day(ObjectNode record, String name, JsonNode timestamp) {
        if (timestamp.asText().length() >= "2027-02-18".length()) {
            record.put(name, timestamp.asText().substring(0, "2027-02-18".length()));
        }
    }

    private void note(String pointer, String reason) {
        notes.add(new Note(BATCH, pointer, reason));
    }
}
