package dev.denchi.model.lineage;

import dev.denchi.model.lineage.LineageGraph.Edge;
import dev.denchi.model.lot.ElementMass;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A graph as a picture, SVG 1.1: what came before stands to the left, and a line is as wide as the mass that it stands for. It has a
 * title and a description, its own backgrounds so that it reads on light and on dark, no script, no style sheet and no link.
 */
public final class LineagePicture {
    private static final String PRE = "#2f6db3";
    private static final String POST = "#2c8a5b";
    private static final String PRIMARY = "#b9c2cc";
    private static final String FLOW = "#7f93a8";

    private final LineageGraph graph;
    private final Map<String, LineageNode> nodes;
    private final Placement placement;
    private final Svg svg = new Svg();

    private LineagePicture(LineageGraph graph) {
        this.graph = graph;
        this.nodes = graph.byId();
        this.placement = new Placement(graph);
    }

    /** @param title what the picture is of, for its reader */
    public static String svg(LineageGraph graph, String title) {
        return new LineagePicture(graph).drawn(title);
    }

    private String drawn(String title) {
        double height = placement.height();
        double width = placement.width();
        svg.tag(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %s %s\" width=\"%s\" height=\"%s\""
                        + " role=\"img\" aria-labelledby=\"lineage-title lineage-desc\" font-family=\"system-ui, 'Noto"
                        + " Sans', sans-serif\" font-size=\"12\">",
                width, height, width, height);
        svg.add("<title id=\"lineage-title\">").escape(title).add("</title>");
        svg.add("<desc id=\"lineage-desc\">").escape(description()).add("</desc>\n");
        svg.tag(
                "<rect x=\"0\" y=\"0\" width=\"%s\" height=\"%s\" rx=\"8\" fill=\"#f6f8fa\" stroke=\"#8b98a7\"/>",
                width, height);
        flows();
        graph.nodes().forEach(this::card);
        legend(height);
        return svg.add("</svg>\n").toString();
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

    private void flows() {
        Map<String, Double> out = new HashMap<>();
        Map<String, Double> in = new HashMap<>();
        List<Map.Entry<Edge, List<String>>> routes = placement.routes().entrySet().stream()
                .sorted((one, other) -> Double.compare(
                        placement.box(one.getValue().get(1)).y(),
                        placement.box(other.getValue().get(1)).y()))
                .toList();
        Map<Edge, Double> starts = new HashMap<>();
        for (var route : routes) {
            starts.put(
                    route.getKey(),
                    placement.port(route.getKey().from(), route.getKey().mass(), true, out));
        }
        routes.stream()
                .sorted((one, other) -> Double.compare(
                        before(one.getValue()).y(), before(other.getValue()).y()))
                .forEach(route -> line(
                        route.getKey(),
                        route.getValue(),
                        Objects.requireNonNull(starts.get(route.getKey())),
                        placement.port(route.getKey().to(), route.getKey().mass(), false, in)));
    }

    private Placement.Box before(List<String> route) {
        return placement.box(route.get(route.size() - 2));
    }

    private void line(Edge edge, List<String> route, double start, double end) {
        double x = placement.box(edge.from()).right();
        double y = start;
        StringBuilder path = new StringBuilder("M" + Svg.number(x) + " " + Svg.number(y));
        for (int i = 1; i < route.size(); i++) {
            boolean isLast = i == route.size() - 1;
            Placement.Box next = placement.box(route.get(i));
            double toY = isLast ? end : next.y() + next.height() / 2;
            double half = (next.x() - x) / 2;
            path.append(" C%s %s %s %s %s %s"
                    .formatted(
                            Svg.number(x + half),
                            Svg.number(y),
                            Svg.number(next.x() - half),
                            Svg.number(toY),
                            Svg.number(next.x()),
                            Svg.number(toY)));
            if (!isLast) {
                path.append(" H").append(Svg.number(next.right()));
            }
            x = next.right();
            y = toY;
        }
        svg.add(
                "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-opacity=\"0.6\" stroke-width=\"%s\"><title>%s</title></path>\n"
                        .formatted(
                                path,
                                FLOW,
                                Svg.number(placement.wide(edge.mass())),
                                Svg.escaped(edge.mass() + " from " + edge.from() + " to " + edge.to())));
        if (isPart(edge)) {
            svg.text(
                    placement.box(edge.from()).right() + 6,
                    start - 4,
                    edge.mass().toString(),
                    "font-size=\"10\"");
        }
    }

    /** Of a lot that is used as a whole, its card says how much that is. */
    private boolean isPart(Edge edge) {
        return nodes.get(edge.from()) instanceof LineageNode.Lot lot
                && !lot.mass().equals(edge.mass());
    }

    private void card(LineageNode node) {
        Placement.Box box = placement.box(node.id());
        Card card = Card.of(node);
        svg.add("<g><title>")
                .escape(String.join(", ", card.lines()) + ", " + node.operator())
                .add("</title>");
        svg.tag(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"6\" fill=\"" + card.fill()
                        + "\" stroke=\"#5a6878\"/>",
                box.x(),
                box.y(),
                box.width(),
                box.height());
        double y = box.y() + Placement.LINE + 2;
        for (int i = 0; i < card.lines().size(); i++) {
            svg.text(box.x() + 10, y, Card.shortened(card.lines().get(i), i == 0), i == 0 ? "font-weight=\"600\"" : "");
            y += Placement.LINE;
        }
        for (ElementMass held : card.bars()) {
            bar(held, box.x() + 10, y - 9);
            y += Placement.LINE;
        }
        svg.add("</g>\n");
    }

    private void bar(ElementMass held, double x, double y) {
        svg.text(x, y + 9, held.element().label(), "font-size=\"11\"");
        double begin = x + 56;
        for (var part : List.of(
                Map.entry(held.postConsumer(), POST),
                Map.entry(held.preConsumer(), PRE),
                Map.entry(held.primary(), PRIMARY))) {
            double width = held.total().isZero()
                    ? 0
                    : 66.0 * part.getKey().milligrams() / held.total().milligrams();
            svg.tag(
                    "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"10\" fill=\"" + part.getValue() + "\"/>",
                    begin,
                    y,
                    width);
            begin += width;
        }
        svg.text(x + 128, y + 9, held.total().toString(), "font-size=\"11\"");
    }

    private void legend(double height) {
        double x = Placement.MARGIN;
        for (var each : List.of(
                Map.entry(POST, "post-consumer"),
                Map.entry(PRE, "pre-consumer"),
                Map.entry(PRIMARY, "primary"),
                Map.entry(FLOW, "mass"))) {
            svg.tag(
                    "<rect x=\"%s\" y=\"%s\" width=\"14\" height=\"10\" fill=\"" + each.getKey() + "\"/>",
                    x,
                    height - 26);
            svg.text(x + 20, height - 17, each.getValue(), "");
            x += 120;
        }
    }
}
