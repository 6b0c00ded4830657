package dev.denchi.model.lineage;

import dev.denchi.model.lineage.LineageGraph.Edge;
import dev.denchi.model.lot.ElementMass;
import dev.denchi.model.quantity.Mass;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A graph as a picture, SVG 1.1: what came before stands to the left, and a line is as wide as the mass that it stands for. It has a
 * title and a description, its own backgrounds so that it reads on light and on dark, no script, no style sheet and no link.
 */
public final class LineagePicture {
    private static final int WIDTH = 226;
    private static final int GAP_ACROSS = 84;
    private static final int GAP_DOWN = 18;
    private static final int MARGIN = 24;
    private static final int LINE = 16;
    private static final int LEGEND = 34;
    private static final double WIDEST = 26;
    private static final double NARROWEST = 1;
    private static final String PRE = "#2f6db3";
    private static final String POST = "#2c8a5b";
    private static final String PRIMARY = "#b9c2cc";
    private static final String INK = "#1d2733";
    private static final String FLOW = "#7f93a8";

    private final LineageGraph graph;
    private final Map<String, LineageNode> nodes;
    private final Layers layers;
    private final Map<String, Box> boxes = new HashMap<>();
    private final StringBuilder svg = new StringBuilder();
    private final double perMilligram;

    private record Box(double x, double y, double width, double height) {
        double right() {
            return x + width;
        }
    }

    private LineagePicture(LineageGraph graph) {
        this.graph = graph;
        this.nodes = graph.byId();
        this.layers = Layers.of(graph);
        long most = graph.edges().stream()
                .mapToLong(edge -> edge.mass().milligrams())
                .max()
                .orElse(1);
        this.perMilligram = WIDEST / Math.max(1, most);
    }

    /** @param title what the picture is of, for its reader */
    public static String svg(LineageGraph graph, String title) {
        return new LineagePicture(graph).drawn(title);
    }

    private String drawn(String title) {
        double height = place();
        double width = 2 * MARGIN
                + layers.columns().size() * (double) WIDTH
                + Math.max(0, layers.columns().size() - 1) * (double) GAP_ACROSS;
        tag(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %s %s\" width=\"%s\" height=\"%s\""
                        + " role=\"img\" aria-labelledby=\"lineage-title lineage-desc\" font-family=\"system-ui, 'Noto"
                        + " Sans', sans-serif\" font-size=\"12\">",
                width, height, width, height);
        svg.append("<title id=\"lineage-title\">").append(escaped(title)).append("</title>");
        svg.append("<desc id=\"lineage-desc\">").append(escaped(description())).append("</desc>\n");
        tag(
                "<rect x=\"0\" y=\"0\" width=\"%s\" height=\"%s\" rx=\"8\" fill=\"#f6f8fa\" stroke=\"#8b98a7\"/>",
                width, height);
        flows();
        graph.nodes().forEach(this::card);
        legend(height);
        return svg.append("</svg>\n").toString();
    }

    private String description() {
        long lots =
                graph.nodes().stream().filter(LineageNode.Lot.class::isInstance).count();
        long steps = graph.nodes().stream()
                .filter(LineageNode.Step.class::isInstance)
                .count();
        StringBuilder text =
                new StringBuilder(lots + " lots and " + steps + " steps, from left to right as they happened.");
        for (Edge edge : graph.edges()) {
            text.append(' ')
                    .append(edge.mass())
                    .append(" from ")
                    .append(edge.from())
                    .append(" to ")
                    .append(edge.to())
                    .append('.');
        }
        return text.toString();
    }

    /** @return the picture's height */
    private double place() {
        double tallest = 0;
        for (List<String> column : layers.columns()) {
            tallest = Math.max(tallest, height(column));
        }
        double x = MARGIN;
        for (List<String> column : layers.columns()) {
            double y = MARGIN + (tallest - height(column)) / 2;
            for (String id : column) {
                boxes.put(id, new Box(x, y, WIDTH, height(id)));
                y += height(id) + GAP_DOWN;
            }
            x += WIDTH + GAP_ACROSS;
        }
        return tallest + 2 * MARGIN + LEGEND;
    }

    private double height(List<String> column) {
        return column.stream().mapToDouble(this::height).sum() + (double) GAP_DOWN * Math.max(0, column.size() - 1);
    }

    private double height(String id) {
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
        return layers.routes().entrySet().stream()
                .filter(route -> layers.isBetween(id)
                        ? route.getValue().contains(id)
                        : id.equals(out ? route.getKey().from() : route.getKey().to()))
                .mapToDouble(route -> wide(route.getKey().mass()) + 3)
                .sum();
    }

    private double wide(Mass mass) {
        return Math.max(NARROWEST, mass.milligrams() * perMilligram);
    }

    private void flows() {
        Map<String, Double> out = new HashMap<>();
        Map<String, Double> in = new HashMap<>();
        List<Map.Entry<Edge, List<String>>> routes = layers.routes().entrySet().stream()
                .sorted((one, other) -> Double.compare(
                        box(one.getValue().get(1)).y(),
                        box(other.getValue().get(1)).y()))
                .toList();
        Map<Edge, Double> starts = new HashMap<>();
        for (var route : routes) {
            starts.put(
                    route.getKey(), port(route.getKey().from(), route.getKey().mass(), true, out));
        }
        routes.stream()
                .sorted((one, other) -> Double.compare(
                        before(one.getValue()).y(), before(other.getValue()).y()))
                .forEach(route -> line(
                        route.getKey(),
                        route.getValue(),
                        Objects.requireNonNull(starts.get(route.getKey())),
                        port(route.getKey().to(), route.getKey().mass(), false, in)));
    }

    private Box before(List<String> route) {
        return box(route.get(route.size() - 2));
    }

    /** The middle of the next free place at a node's side. */
    private double port(String id, Mass mass, boolean out, Map<String, Double> used) {
        Box box = box(id);
        double begin = used.getOrDefault(id, box.y() + (box.height() - flow(id, out)) / 2);
        used.put(id, begin + wide(mass) + 3);
        return begin + (wide(mass) + 3) / 2;
    }

    private void line(Edge edge, List<String> route, double start, double end) {
        double x = box(edge.from()).right();
        double y = start;
        StringBuilder path = new StringBuilder("M" + number(x) + " " + number(y));
        for (int i = 1; i < route.size(); i++) {
            boolean isLast = i == route.size() - 1;
            Box next = box(route.get(i));
            double toY = isLast ? end : next.y() + next.height() / 2;
            double half = (next.x() - x) / 2;
            path.append(" C%s %s %s %s %s %s"
                    .formatted(
                            number(x + half),
                            number(y),
                            number(next.x() - half),
                            number(toY),
                            number(next.x()),
                            number(toY)));
            if (!isLast) {
                path.append(" H").append(number(next.right()));
            }
            x = next.right();
            y = toY;
        }
        svg.append(
                "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-opacity=\"0.6\" stroke-width=\"%s\"><title>%s</title></path>\n"
                        .formatted(
                                path,
                                FLOW,
                                number(wide(edge.mass())),
                                escaped(edge.mass() + " from " + edge.from() + " to " + edge.to())));
        if (isPart(edge)) {
            text(box(edge.from()).right() + 6, start - 4, edge.mass().toString(), "font-size=\"10\"");
        }
    }

    /** Of a lot that is used as a whole, its card says how much that is. */
    private boolean isPart(Edge edge) {
        return nodes.get(edge.from()) instanceof LineageNode.Lot lot
                && !lot.mass().equals(edge.mass());
    }

    private void card(LineageNode node) {
        Box box = box(node.id());
        Card card = Card.of(node);
        svg.append("<g><title>")
                .append(escaped(String.join(", ", card.lines()) + ", " + node.operator()))
                .append("</title>");
        tag(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"6\" fill=\"" + card.fill()
                        + "\" stroke=\"#5a6878\"/>",
                box.x(),
                box.y(),
                box.width(),
                box.height());
        double y = box.y() + LINE + 2;
        for (int i = 0; i < card.lines().size(); i++) {
            text(box.x() + 10, y, Card.shortened(card.lines().get(i), i == 0), i == 0 ? "font-weight=\"600\"" : "");
            y += LINE;
        }
        for (ElementMass held : card.bars()) {
            bar(held, box.x() + 10, y - 9);
            y += LINE;
        }
        svg.append("</g>\n");
    }

    private void bar(ElementMass held, double x, double y) {
        text(x, y + 9, held.element().label(), "font-size=\"11\"");
        double begin = x + 56;
        for (var part : List.of(
                Map.entry(held.postConsumer(), POST),
                Map.entry(held.preConsumer(), PRE),
                Map.entry(held.primary(), PRIMARY))) {
            double width = held.total().isZero()
                    ? 0
                    : 66.0 * part.getKey().milligrams() / held.total().milligrams();
            tag(
                    "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"10\" fill=\"" + part.getValue() + "\"/>",
                    begin,
                    y,
                    width);
            begin += width;
        }
        text(x + 128, y + 9, held.total().toString(), "font-size=\"11\"");
    }

    private void legend(double height) {
        double x = MARGIN;
        for (var each : List.of(
                Map.entry(POST, "post-consumer"),
                Map.entry(PRE, "pre-consumer"),
                Map.entry(PRIMARY, "primary"),
                Map.entry(FLOW, "mass"))) {
            tag("<rect x=\"%s\" y=\"%s\" width=\"14\" height=\"10\" fill=\"" + each.getKey() + "\"/>", x, height - 26);
            text(x + 20, height - 17, each.getValue(), "");
            x += 120;
        }
    }

    private void text(double x, double y, String text, String attributes) {
        svg.append("<text x=\"%s\" y=\"%s\" fill=\"%s\" %s>%s</text>"
                .formatted(number(x), number(y), INK, attributes, escaped(text)));
    }

    private void tag(String form, double... numbers) {
        Object[] texts = new Object[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            texts[i] = number(numbers[i]);
        }
        svg.append(form.formatted(texts));
    }

    private Box box(String id) {
        return Objects.requireNonNull(boxes.get(id), id);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(Character.isISOControl(point) ? ' ' : point);
            }
        });
        return escaped.toString();
    }
}
