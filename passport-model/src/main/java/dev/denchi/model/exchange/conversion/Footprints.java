package dev.denchi.model.exchange.conversion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Carbon footprints as a list with one entry for the total and one for each life cycle stage. */
final class Footprints {
    private static final String UNIT = "kg{CO2e}/(kW.h)";
    private static final String CATENA_UNIT = "kg CO2 / kWh";
    private static final String TOTAL = "total";
    private static final Map<String, String> STAGES = new LinkedHashMap<>();
    private static final Map<String, String> PHASES = new LinkedHashMap<>();

    static {
        STAGES.put("raw material acquisition and pre-processing", "RawMaterialExtraction");
        STAGES.put("main product production", "MainProduction");
        STAGES.put("distribution", "Distribution");
        STAGES.put("end of life and recycling", "Recycling");
        PHASES.put("A1 - raw material supply (and upstream production)", "RawMaterialExtraction");
        PHASES.put("A3 - production", "MainProduction");
        PHASES.put("A4 - transport to final destination", "Distribution");
        PHASES.put("C1-C4", "Recycling");
    }

    private Footprints() {}

    /** Catena-X 6.1.0. */
    static Converter stages() {
        return Converter.of(
                "total and the stages of Annex II, in " + CATENA_UNIT,
                node -> {
                    ObjectNode ours = Tree.object();
                    for (JsonNode entry : node) {
                        boolean known = entry.path("unit").asText().equals(CATENA_UNIT)
                                && entry.path("type").asText().equals("Climate Change Total");
                        if (known) {
                            take(entry.path("lifecycle").asText(), STAGES, entry.path("value"), ours);
                            Documents.copy(
                                    entry,
                                    "performanceClass",
                                    ours.withObject("/carbonFootprintPerformanceClass"),
                                    "class");
                        }
                    }
                    return ours.isEmpty() ? Converter.NONE : ours;
                },
                ours -> {
                    ArrayNode theirs = Tree.array();
                    JsonNode total = ours.at("/batteryCarbonFootprint/value");
                    if (total.isNumber()) {
                        theirs.add(catena(TOTAL, total, ours));
                    }
                    STAGES.forEach((lifecycle, stage) -> stageOf(ours, stage, theirs, lifecycle));
                    return theirs.isEmpty() ? Converter.NONE : theirs;
                });
    }

    private static void stageOf(JsonNode ours, String stage, ArrayNode theirs, String lifecycle) {
        for (JsonNode entry : ours.path("carbonFootprintPerLifecycleStage")) {
            if (entry.path("lifecycleStage").asText().equals(stage)) {
                theirs.add(catena(lifecycle, entry.at("/carbonFootprint/value"), ours));
            }
        }
    }

    private static ObjectNode catena(String lifecycle, JsonNode value, JsonNode ours) {
        ObjectNode theirs = Tree.object().put("lifecycle", lifecycle).put("unit", CATENA_UNIT);
        theirs.put("type", "Climate Change Total").set("value", value);
        Documents.copy(ours.path("carbonFootprintPerformanceClass"), "class", theirs, "performanceClass");
        if (ours.at("/facility/identifier/scheme").asText().equals("BPNA")) {
            theirs.set(
                    "manufacturingPlant",
                    Values.array(Tree.object().set("facility", ours.at("/facility/identifier/value"))));
        }
        if (ours.has("carbonFootprintLabel")) {
            theirs.set(
                    "declaration", Values.array(Documents.link().out().apply(ours.path("carbonFootprintLabel"), ours)));
        }
        return theirs;
    }

    /** IDTA: per kilowatt hour; the phases that all together are the total are the entry of the total. */
    static Converter phases() {
        return Converter.of(
                "per 1 kWh, in the phases A1, A3, A4 and C1-C4",
                node -> {
                    ObjectNode ours = Tree.object();
                    for (JsonNode entry : node) {
                        boolean perKilowattHour = entry.path("ReferenceImpactUnitForCalculation")
                                        .asText()
                                        .equals("kwH")
                                && entry.path("QuantityOfMeasureForCalculation")
                                        .asText()
                                        .matches("1([.]0+)?");
                        if (perKilowattHour) {
                            take(phasesOf(entry), PHASES, entry.path("PcfCo2eq"), ours);
                            Documents.copy(
                                    entry,
                                    "PerformanceClass",
                                    ours.withObject("/carbonFootprintPerformanceClass"),
                                    "class");
                            study(entry.path("WebLinkToPublicCarbonFootprintStudy"), ours);
                        }
                    }
                    return ours.isEmpty() ? Converter.NONE : ours;
                },
                ours -> {
                    ArrayNode theirs = Tree.array();
                    JsonNode total = ours.at("/batteryCarbonFootprint/value");
                    if (total.isNumber()) {
                        ArrayNode phases = Tree.array();
                        PHASES.keySet().forEach(phases::add);
                        theirs.add(idta(phases, total, ours));
                    }
                    PHASES.forEach((phase, stage) -> ours.path("carbonFootprintPerLifecycleStage")
                            .forEach(entry -> {
                                if (entry.path("lifecycleStage").asText().equals(stage)) {
                                    theirs.add(idta(Tree.array().add(phase), entry.at("/carbonFootprint/value"), ours));
                                }
                            }));
                    return theirs.isEmpty() ? Converter.NONE : theirs;
                });
    }

    private static String phasesOf(JsonNode entry) {
        JsonNode phases = entry.path("LifeCyclePhases");
        return phases.size() == PHASES.size() ? TOTAL : Values.firstText(phases).asText();
    }

    private static void study(JsonNode links, ObjectNode ours) {
        if (links.has(0)) {
            ours.set("carbonFootprintStudy", links.get(0));
        }
    }

    private static ObjectNode idta(ArrayNode phases, JsonNode value, JsonNode ours) {
        ObjectNode theirs = Tree.object();
        theirs.set("LifeCyclePhases", phases);
        theirs.set("PcfCo2eq", value);
        theirs.put("ReferenceImpactUnitForCalculation", "kwH").put("QuantityOfMeasureForCalculation", 1);
        Documents.copy(ours.path("carbonFootprintPerformanceClass"), "class", theirs, "PerformanceClass");
        if (ours.has("carbonFootprintStudy")) {
            theirs.set("WebLinkToPublicCarbonFootprintStudy", Values.array(ours.path("carbonFootprintStudy")));
        }
        if (ours.has("method")) {
            String method = ours.at("/method/id").asText() + " "
                    + ours.at("/method/version").asText();
            theirs.set("PcfCalculationMethods", Values.array(Tree.NODES.textNode(method)));
        }
        return theirs;
    }

    private static void take(String lifecycle, Map<String, String> stages, JsonNode value, ObjectNode ours) {
        String stage = stages.get(lifecycle);
        if (lifecycle.equals(TOTAL)) {
            ours.set("batteryCarbonFootprint", Values.quantity(value, UNIT));
        } else if (stage != null) {
            ours.withArray("carbonFootprintPerLifecycleStage")
                    .add(Tree.object()
                            .put("lifecycleStage", stage)
                            .<ObjectNode>set("carbonFootprint", Values.quantity(value, UNIT)));
        }
    }
}
