package dev.denchi.model.lineage;

import dev.denchi.model.lineage.LineageGraph.Edge;
import dev.denchi.model.quantity.Mass;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Where everything in a picture stands, in its own units. */
final class Placement {
    static final int MARGIN = 24;
    static final int LINE = 16;
    private static final int WIDTH = 226;
    private static final int GAP_ACROSS = 84;
    private static final int GAP_DOWN = 18;
    private static final int LEGEND = 34;
    private static final int BETWEEN_LINES = 3;
    private static final double WIDEST = 26;
    private static final double NARROWEST = 1;

    private final Map<String, LineageNode> nodes;
    private final Layers layers;
    private final Map<String, Box> boxes = new HashMap<>();
    private final double perMilligram;
    private final Map<String, Double> outgoing;
    private final Map<String, Double> incoming;
    private final Map<String, Double> heights = new HashMap<>();
    private final double height;

    record Box(double x, double y, double width, double height) {
        double right() {
            return x + width;
        }
    }

    Placement(LineageGraph graph) {
        this.nodes = graph.byId();
        this.layers = Layers.of(graph);
        long most = graph.edges().stream()
                .mapToLong(edge -> edge.mass().milligrams())
                .max()
                .orElse(1);
        this.perMilligram = WIDEST / Math.max(1, most);
        this.outgoing = flows(true);
        this.incoming = flows(false);
        layers.columns().forEach(column -> column.forEach(id -> heights.put(id, heightOf(id))));
        double tallest =
                layers.columns().stream().mapToDouble(this::height).max().orElse(0);
        place(tallest);
        this.height = tallest + 2 * MARGIN + LEGEND;
    }

    double width() {
        int columns = layers.columns().size();
        return 2.0 * MARGIN + (double) columns * WIDTH + Math.max(0, columns - 1) * (double) GAP_ACROSS;
    }

    double height() {
        return height;
    }

    Map<Edge, List<String>> routes() {
        return layers.routes();
    }

    Box box(String id) {
        return Objects.requireNonNull(boxes.get(id), id);
    }

    /** How wide the line of a mass is. */
    double wide(Mass mass) {
        return Math.max(NARROWEST, mass.milligrams() * perMilligram);
    }

    /** The middle of the next free place at a node's side. */
    double port(String id, Mass mass, boolean out, Map<String, Double> used) {
        Box box = box(id);
        double room = wide(mass) + BETWEEN_LINES;
        double begin = used.getOrDefault(id, box.y() + (box.height() - flow(id, out)) / 2);
        used.put(id, begin + room);
        return begin + room / 2;
    }

    private void place(double tallest) {
        double x = MARGIN;
        for (List<String> column : layers.columns()) {
            double y = MARGIN + (tallest - height(column)) / 2;
            for (String id : column) {
                boxes.put(id, new Box(x, y, WIDTH, height(id)));
                y += height(id) + GAP_DOWN;
            }
            x += WIDTH + GAP_ACROSS;
        }
    }

    private double height(List<String> column) {
        return column.stream().mapToDouble(this::height).sum() + (double) GAP_DOWN * Math.max(0, column.size() - 1);
    }

    private double height(String id) {
        return Objects.requireNonNull(heights.get(id), id);
    }

    private double heightOf(String id) {
        LineageNode node = nodes.get(id);
        double lines = Math.max(flow(id, true), flow(id, false)) + 8;
        if (node == null) {
            return lines;
        }
        Card card = Card.of(node);
        return Math.max(lines, LINE * (card.lines().size() + card.bars().size()) + 16.0);
    }

    /** How wide all lines together are that begin or end there. */
    private double flow(String id, boolean out) {
        return (out ? outgoing : incoming).getOrDefault(id, 0.0);
    }

    private Map<String, Double> flows(boolean out) {
        return layers.routes().entrySet().stream()
                .flatMap(route -> {
                    List<String> ids = route.getValue();
                    double room = wide(route.getKey().mass()) + BETWEEN_LINES;
                    return (out ? ids.subList(0, ids.size() - 1) : ids.subList(1, ids.size()))
                            .stream().map(id -> Map.entry(id, room));
                })
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.summingDouble(Map.Entry::getValue)));
    }
}
