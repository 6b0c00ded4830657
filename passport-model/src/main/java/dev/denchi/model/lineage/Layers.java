package dev.denchi.model.lineage;

import dev.denchi.model.lineage.LineageGraph.Edge;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which column each node of a graph stands in, and in which order: what comes before stands to the left, and lines cross rarely. A line
 * over several columns has a place of its own in those between.
 *
 * @param columns ids from top to bottom; those of places between columns are no nodes'
 * @param routes each edge, and the ids that its line runs through
 */
record Layers(List<List<String>> columns, Map<Edge, List<String>> routes) {
    private static final int SWEEPS = 6;

    static Layers of(LineageGraph graph) {
        Map<String, Integer> column = columns(graph);
        List<List<String>> columns = new ArrayList<>();
        column.forEach((id, index) -> at(columns, index).add(id));
        Map<Edge, List<String>> routes = new LinkedHashMap<>();
        for (Edge edge : graph.edges()) {
            routes.put(edge, route(edge, column, columns, routes.size()));
        }
        Layers layers = new Layers(columns, routes);
        Map<String, List<String>> before = new HashMap<>();
        Map<String, List<String>> behind = new HashMap<>();
        routes.values().forEach(route -> join(route, before, behind));
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean rightwards = sweep % 2 == 0;
            layers.sweep(rightwards, rightwards ? before : behind);
        }
        return layers;
    }

    /** As far left as its inputs let it be; what has none, right beside the first that takes it. In a circle, wherever. */
    private static Map<String, Integer> columns(LineageGraph graph) {
        Map<String, Integer> column = new LinkedHashMap<>();
        graph.nodes().forEach(node -> column.put(node.id(), 0));
        boolean moves = true;
        for (int round = 0; moves && round <= graph.nodes().size(); round++) {
            moves = false;
            for (Edge edge : graph.edges()) {
                int least = column.getOrDefault(edge.from(), 0) + 1;
                if (column.getOrDefault(edge.to(), 0) < least
                        && least < graph.nodes().size()) {
                    column.put(edge.to(), least);
                    moves = true;
                }
            }
        }
        for (String id : List.copyOf(column.keySet())) {
            if (graph.edges().stream().noneMatch(edge -> edge.to().equals(id))) {
                graph.edges().stream()
                        .filter(edge -> edge.from().equals(id))
                        .mapToInt(edge -> column.getOrDefault(edge.to(), 0) - 1)
                        .min()
                        .ifPresent(nearest -> column.put(id, Math.max(0, nearest)));
            }
        }
        return column;
    }

    private static List<String> route(Edge edge, Map<String, Integer> column, List<List<String>> columns, int number) {
        List<String> route = new ArrayList<>(List.of(edge.from()));
        int last = column.getOrDefault(edge.to(), 0);
        for (int between = column.getOrDefault(edge.from(), 0) + 1; between < last; between++) {
            String id = "\0" + number + ":" + between;
            at(columns, between).add(id);
            route.add(id);
        }
        route.add(edge.to());
        return route;
    }

    private static void join(List<String> route, Map<String, List<String>> before, Map<String, List<String>> behind) {
        for (int i = 1; i < route.size(); i++) {
            before.computeIfAbsent(route.get(i), id -> new ArrayList<>()).add(route.get(i - 1));
            behind.computeIfAbsent(route.get(i - 1), id -> new ArrayList<>()).add(route.get(i));
        }
    }

    /** Puts each column in the order of what its ids are joined with in the column before it, or behind it. */
    private void sweep(boolean rightwards, Map<String, List<String>> joined) {
        Map<String, Double> place = new HashMap<>();
        columns.forEach(ids -> places(ids, place));
        for (int i = 0; i < columns.size(); i++) {
            List<String> ids = columns.get(rightwards ? i : columns.size() - 1 - i);
            Map<String, Double> middle = new HashMap<>();
            ids.forEach(id -> middle.put(id, middle(id, joined.getOrDefault(id, List.of()), place)));
            ids.sort(Comparator.comparing(id -> Objects.requireNonNull(middle.get(id))));
            places(ids, place);
        }
    }

    private static void places(List<String> ids, Map<String, Double> place) {
        for (int i = 0; i < ids.size(); i++) {
            place.put(ids.get(i), (i + 0.5) / ids.size());
        }
    }

    private static double middle(String id, List<String> joined, Map<String, Double> place) {
        double sum = 0;
        for (String neighbour : joined) {
            sum += place.getOrDefault(neighbour, 0.0);
        }
        return joined.isEmpty() ? place.getOrDefault(id, 0.0) : sum / joined.size();
    }

    private static List<String> at(List<List<String>> columns, int index) {
        while (columns.size() <= index) {
            columns.add(new ArrayList<>());
        }
        return columns.get(index);
    }
}
