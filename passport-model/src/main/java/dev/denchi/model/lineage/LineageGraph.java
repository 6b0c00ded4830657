package dev.denchi.model.lineage;

import dev.denchi.model.lot.LotEvent;
import dev.denchi.model.lot.Transfer;
import dev.denchi.model.quantity.Mass;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
}
