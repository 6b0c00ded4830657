package dev.denchi.model.lineage;

import dev.denchi.model.lineage.LineageGraph.Edge;
import dev.denchi.model.lineage.LineageGraph.HandOver;
import dev.denchi.model.lot.Transfer;
import dev.denchi.model.lot.Transformation;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A graph as a document of EPCIS 2.0: steps and claims are TransformationEvents, what enters the chain and what changes hands are
 * ObjectEvents. Steps that the Core Business Vocabulary has no word for bear one of ours, as CBV 2.0, 7.1 lets them.
 */
public final class EpcisDocument {
    private static final String CONTEXT = "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld";
    private static final String NAMESPACE = "https://denchi.dev/ns/epcis/v1#";
    private static final String STEPS = "https://denchi.dev/ns/bizstep/";

    private final LineageGraph graph;
    private final Map<String, LineageNode> nodes;

    private EpcisDocument(LineageGraph graph) {
        this.graph = graph;
        this.nodes = graph.byId();
    }

    /** @param created when the document is made */
    public static Map<String, Object> of(LineageGraph graph, Instant created) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("@context", List.of(CONTEXT, Map.of("denchi", NAMESPACE)));
        document.put("type", "EPCISDocument");
        document.put("schemaVersion", "2.0");
        document.put("creationDate", created.toString());
        document.put("epcisBody", Map.of("eventList", new EpcisDocument(graph).events()));
        return document;
    }

    private List<Map<String, Object>> events() {
        List<Map<String, Object>> events = new ArrayList<>();
        graph.nodes().forEach(node -> node.match(new Events(events)));
        graph.handOvers().forEach(handOver -> events.add(handedOver(handOver)));
        events.sort(Comparator.comparing(event -> String.valueOf(event.get("eventTime"))));
        return events;
    }

    private final class Events implements LineageNode.Cases<Boolean> {
        private final List<Map<String, Object>> events;

        Events(List<Map<String, Object>> events) {
            this.events = events;
        }

        /** A lot that a step yields is told with it. */
        @Override
        public Boolean lot(LineageNode.Lot lot) {
            return graph.edges().stream().anyMatch(edge -> edge.to().equals(lot.id())) || events.add(entered(lot));
        }

        @Override
        public Boolean step(LineageNode.Step step) {
            List<Map<String, Object>> inputs = inputs(step.id());
            List<Map<String, Object>> outputs = outputs(step.id());
            if (outputs.isEmpty()) {
                return false; // what came of it is not in the graph, and an event without it says nothing
            }
            Map<String, Object> event = event(
                    inputs.isEmpty() ? "ObjectEvent" : "TransformationEvent", "transformation:" + step.id(), step.to());
            if (inputs.isEmpty()) {
                event.put("action", "ADD");
                event.put("quantityList", outputs);
            } else {
                event.put("inputQuantityList", inputs);
                event.put("outputQuantityList", outputs);
                event.put("transformationID", urn("transformation", step.id()));
            }
            event.put("bizStep", bizStep(step.type()));
            at(step, event);
            event.put("denchi:from", step.from().toString());
            event.put("denchi:custodyModel", step.custody().name());
            return events.add(event);
        }

        @Override
        public Boolean claim(LineageNode.Claim claim) {
            List<Map<String, Object>> inputs = inputs(claim.id());
            if (inputs.isEmpty()) {
                return false;
            }
            Map<String, Object> event = event("TransformationEvent", claim.id(), LocalDate.of(claim.year(), 12, 31));
            event.put("inputQuantityList", inputs);
            event.put(
                    "outputQuantityList",
                    List.of(Map.of("epcClass", urn("model", claim.operator() + ":" + claim.model()))));
            event.put("transformationID", "urn:denchi:" + encoded(claim.id()));
            event.put("bizStep", "assembling");
            at(claim, event);
            return events.add(event);
        }
    }

    private Map<String, Object> entered(LineageNode.Lot lot) {
        Map<String, Object> event = event("ObjectEvent", "lot:" + lot.id(), lot.producedOn());
        event.put("action", "ADD");
        event.put("quantityList", List.of(quantity(lot.id(), lot.mass().kilograms())));
        event.put("bizStep", lot.waste() == null ? "commissioning" : "collecting");
        at(lot, event);
        Map<String, Object> ilmd = new LinkedHashMap<>();
        ilmd.put("denchi:material", lot.material().name());
        if (lot.waste() != null) {
            ilmd.put("denchi:wasteClass", lot.waste().name());
        }
        event.put("ilmd", ilmd);
        return event;
    }

    private static Map<String, Object> handedOver(HandOver handOver) {
        Map<String, Object> event =
                event("ObjectEvent", "transfer:" + handOver.id() + ":" + handOver.step(), handOver.on());
        boolean isGiven = handOver.step() == Transfer.Step.GIVEN;
        event.put("action", "OBSERVE");
        event.put(
                "quantityList", List.of(quantity(handOver.lot(), handOver.mass().kilograms())));
        event.put(
                "bizStep",
                switch (handOver.step()) {
                    case GIVEN -> "shipping";
                    case ACCEPTED -> "receiving";
                    case REFUSED -> "void_shipping";
                });
        event.put("readPoint", Map.of("id", facility(isGiven ? handOver.fromFacility() : handOver.toFacility())));
        event.put(
                "bizTransactionList",
                List.of(Map.of("type", "desadv", "bizTransaction", urn("transfer", handOver.id()))));
        event.put(
                "sourceList", List.of(Map.of("type", "possessing_party", "source", urn("operator", handOver.from()))));
        event.put(
                "destinationList",
                List.of(Map.of("type", "possessing_party", "destination", urn("operator", handOver.to()))));
        return event;
    }

    /** Of a day only its date is known; the time is its beginning in UTC. */
    private static Map<String, Object> event(String type, String id, LocalDate day) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("type", type);
        event.put("eventID", "urn:denchi:event:" + encoded(id));
        event.put("eventTime", day + "T00:00:00Z");
        event.put("eventTimeZoneOffset", "+00:00");
        return event;
    }

    private static void at(LineageNode node, Map<String, Object> event) {
        event.put("readPoint", Map.of("id", facility(node.facility())));
        event.put("bizLocation", Map.of("id", facility(node.facility())));
        if (node.sha256() != null) {
            event.put("denchi:sha256", Objects.requireNonNull(node.sha256()));
        }
    }

    private List<Map<String, Object>> inputs(String id) {
        return graph.edges().stream()
                .filter(edge -> edge.to().equals(id))
                .map(edge -> quantity(edge, edge.from()))
                .toList();
    }

    private List<Map<String, Object>> outputs(String id) {
        return graph.edges().stream()
                .filter(edge -> edge.from().equals(id) && nodes.get(edge.to()) instanceof LineageNode.Lot)
                .map(edge -> quantity(edge, edge.to()))
                .toList();
    }

    private static Map<String, Object> quantity(Edge edge, String lot) {
        return quantity(lot, edge.mass().kilograms());
    }

    private static Map<String, Object> quantity(String lot, BigDecimal kilograms) {
        Map<String, Object> quantity = new LinkedHashMap<>();
        quantity.put("epcClass", urn("lot", lot));
        quantity.put("quantity", kilograms);
        quantity.put("uom", "KGM");
        return quantity;
    }

    private static String bizStep(Transformation.Type type) {
        return switch (type) {
            case WASTE_INTAKE -> "collecting";
            case DISMANTLING -> "disassembling";
            case CELL_ASSEMBLY, MODULE_ASSEMBLY, PACK_ASSEMBLY -> "assembling";
            case SHREDDING_BLACK_MASS,
                    PYROMETALLURGY,
                    HYDROMETALLURGICAL_REFINING,
                    PCAM_PRECIPITATION,
                    CAM_CALCINATION,
                    ELECTRODE_COATING,
                    BLENDING,
                    SPLIT -> STEPS + type.name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }

    /** A GLN is a place of GS1's; everything else, pseudonyms too, is one of ours. */
    private static String facility(String facility) {
        return facility.matches("GLN:[0-9]{13}")
                ? "https://id.gs1.org/414/" + facility.substring("GLN:".length())
                : urn("facility", facility);
    }

    private static String urn(String kind, String name) {
        return "urn:denchi:" + kind + ":" + encoded(name);
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%3A", ":");
    }
}
