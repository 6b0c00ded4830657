package dev.denchi.model.lineage;

import dev.denchi.model.lot.ElementMass;
import dev.denchi.model.lot.LotEvent;
import dev.denchi.model.lot.MaterialLot;
import dev.denchi.model.lot.RecycledContentClaim;
import dev.denchi.model.lot.Transfer;
import dev.denchi.model.lot.Transformation;
import dev.denchi.model.quantity.Mass;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lots, the steps between them, and the claims that they back. An edge leads from what was there before, and weighs what went along.
 */
public record LineageGraph(List<LineageNode> nodes, List<Edge> edges, List<HandOver> handOvers) {

    public LineageGraph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
        handOvers = List.copyOf(handOvers);
        Set<String> ids = nodes.stream().map(LineageNode::id).collect(Collectors.toSet());
        for (Edge edge : edges) {
            if (!ids.contains(edge.from()) || !ids.contains(edge.to())) {
                throw new IllegalArgumentException(edge + " leads from or to no node of the graph");
            }
        }
    }

    public record Edge(String from, String to, Mass mass) {}

    /** So much of a lot that changed hands, or places. */
    public record HandOver(
            String id,
            String lot,
            Transfer.Step step,
            Mass mass,
            String from,
            String fromFacility,
            String to,
            String toFacility,
            LocalDate on) {}

    /**
     * The graph of these statements. A lot that only a step names is not in it, nor is its edge.
     *
     * @param sha256 the hash of a statement's record, by its key; {@code null} where it is not known
     */
    public static LineageGraph of(Collection<? extends LotEvent> events, Function<String, @Nullable String> sha256) {
        Assembly assembly = new Assembly(sha256);
        events.forEach(event -> event.match(assembly));
        return assembly.graph();
    }

    /** As {@code openapi/schemas/lineage.json} has it. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("nodes", nodes.stream().map(node -> node.match(new NodeJson())).toList());
        json.put("edges", edges.stream().map(LineageGraph::json).toList());
        json.put("handOvers", handOvers.stream().map(LineageGraph::json).toList());
        return json;
    }

    Map<String, LineageNode> byId() {
        return nodes.stream()
                .collect(Collectors.toMap(LineageNode::id, node -> node, (one, other) -> one, LinkedHashMap::new));
    }

    private static Map<String, Object> json(Edge edge) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("from", edge.from());
        json.put("to", edge.to());
        json.put("mass", NodeJson.mass(edge.mass()));
        return json;
    }

    private static Map<String, Object> json(HandOver handOver) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("transferId", handOver.id());
        json.put("step", handOver.step().name());
        json.put("lotId", handOver.lot());
        json.put("mass", NodeJson.mass(handOver.mass()));
        json.put("from", Map.of("operator", handOver.from(), "facility", handOver.fromFacility()));
        json.put("to", Map.of("operator", handOver.to(), "facility", handOver.toFacility()));
        json.put("date", handOver.on().toString());
        return json;
    }

    /** Puts statements together; edges to lots that nobody describes are left out in the end. */
    private static final class Assembly implements LotEvent.Cases<Boolean> {
        private final Function<String, @Nullable String> sha256;
        private final Map<String, LineageNode> nodes = new LinkedHashMap<>();
        private final List<Edge> edges = new ArrayList<>();
        private final Map<String, String> yields = new LinkedHashMap<>();
        private final List<HandOver> handOvers = new ArrayList<>();

        Assembly(Function<String, @Nullable String> sha256) {
            this.sha256 = sha256;
        }

        LineageGraph graph() {
            List<Edge> all = new ArrayList<>(edges);
            yields.forEach((lot, step) -> {
                if (nodes.get(lot) instanceof LineageNode.Lot made) {
                    all.add(new Edge(step, lot, made.mass()));
                }
            });
            all.removeIf(edge -> !nodes.containsKey(edge.from()) || !nodes.containsKey(edge.to()));
            return new LineageGraph(List.copyOf(nodes.values()), all, handOvers);
        }

        @Override
        public Boolean lot(MaterialLot lot) {
            nodes.put(
                    lot.id().toString(),
                    new LineageNode.Lot(
                            lot.id().toString(),
                            lot.operator().value(),
                            lot.facility().toString(),
                            sha256.apply(lot.key()),
                            lot.material(),
                            lot.mass(),
                            lot.producedOn(),
                            lot.waste() == null
                                    ? null
                                    : Objects.requireNonNull(lot.waste()).wasteClass(),
                            lot.elements()));
            return true;
        }

        @Override
        public Boolean transformation(Transformation step) {
            String id = step.id().toString();
            nodes.put(
                    id,
                    new LineageNode.Step(
                            id,
                            step.operator().value(),
                            step.facility().toString(),
                            sha256.apply(step.key()),
                            step.type(),
                            step.from(),
                            step.to(),
                            step.custody()));
            step.inputs().forEach(input -> edges.add(new Edge(input.lot().toString(), id, input.mass())));
            step.outputs().forEach(output -> yields.put(output.toString(), id));
            return true;
        }

        @Override
        public Boolean transfer(Transfer transfer) {
            return handOvers.add(new HandOver(
                    transfer.id().toString(),
                    transfer.lot().toString(),
                    transfer.step(),
                    transfer.mass(),
                    transfer.from().operator().value(),
                    transfer.from().facility().toString(),
                    transfer.to().operator().value(),
                    transfer.to().facility().toString(),
                    transfer.on()));
        }

        @Override
        public Boolean claim(RecycledContentClaim claim) {
            String id = claim.key();
            nodes.put(
                    id,
                    new LineageNode.Claim(
                            id,
                            claim.operator().value(),
                            claim.id().plant().toString(),
                            sha256.apply(claim.key()),
                            claim.id().model().value(),
                            claim.id().year()));
            claim.consumption().forEach(used -> edges.add(new Edge(used.lot().toString(), id, used.mass())));
            return true;
        }
    }

    /** One node as JSON. */
    private static final class NodeJson implements LineageNode.Cases<Map<String, Object>> {
        @Override
        public Map<String, Object> lot(LineageNode.Lot lot) {
            Map<String, Object> json = common("LOT", lot);
            json.put("material", lot.material().name());
            json.put("mass", mass(lot.mass()));
            json.put("productionDate", lot.producedOn().toString());
            if (lot.waste() != null) {
                json.put("wasteClass", lot.waste().name());
            }
            json.put("elements", lot.elements().stream().map(NodeJson::element).toList());
            return json;
        }

        @Override
        public Map<String, Object> step(LineageNode.Step step) {
            Map<String, Object> json = common("TRANSFORMATION", step);
            json.put("type", step.type().name());
            json.put(
                    "period",
                    Map.of("from", step.from().toString(), "to", step.to().toString()));
            json.put("custodyModel", step.custody().name());
            return json;
        }

        @Override
        public Map<String, Object> claim(LineageNode.Claim claim) {
            Map<String, Object> json = common("CLAIM", claim);
            json.put("modelId", claim.model());
            json.put("year", claim.year());
            return json;
        }

        private static Map<String, Object> common(String kind, LineageNode node) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("id", node.id());
            json.put("kind", kind);
            json.put("operator", node.operator());
            json.put("facility", node.facility());
            if (node.sha256() != null) {
                json.put("sha256", node.sha256());
            }
            return json;
        }

        private static Map<String, Object> element(ElementMass held) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("element", held.element().label());
            json.put("total", mass(held.total()));
            json.put("preConsumer", mass(held.preConsumer()));
            json.put("postConsumer", mass(held.postConsumer()));
            json.put("primary", mass(held.primary()));
            return json;
        }

        static Map<String, Object> mass(Mass mass) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("value", mass.kilograms().stripTrailingZeros());
            json.put("unit", "kg");
            return json;
        }
    }
}
