package dev.denchi.model.lineage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.denchi.model.lineage.LineageGraph.Edge;
import dev.denchi.model.lot.Material;
import dev.denchi.model.massbalance.Chain;
import dev.denchi.model.quantity.Mass;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class LineagePictureTest {
    private static final LineageGraph GRAPH =
            LineageGraph.of(Chain.ofTheExamples().events(), key -> "ab".repeat(32));

    @Test
    void the_example_chain_is_drawn_whole() throws Exception {
        Document svg = parsed(LineagePicture.svg(GRAPH, "Recycled content of SC-NMC-77"));

        assertEquals(GRAPH.nodes().size(), svg.getElementsByTagName("g").getLength());
        assertEquals(GRAPH.edges().size(), svg.getElementsByTagName("path").getLength());
        assertEquals(21, GRAPH.nodes().size());
        assertEquals(22, GRAPH.edges().size());
    }

    @Test
    void it_tells_its_title_and_what_it_shows_to_who_does_not_see_it() throws Exception {
        Document svg = parsed(LineagePicture.svg(GRAPH, "Recycled content of SC-NMC-77"));

        assertEquals("img", svg.getDocumentElement().getAttribute("role"));
        assertEquals("lineage-title lineage-desc", svg.getDocumentElement().getAttribute("aria-labelledby"));
        assertEquals(
                "Recycled content of SC-NMC-77",
                svg.getElementsByTagName("title").item(0).getTextContent());
        String description = svg.getElementsByTagName("desc").item(0).getTextContent();
        assertTrue(description.startsWith("15 lots and 5 steps, from left to right as they happened."), description);
        assertTrue(
                description.contains("1112.400 kg from kita-recycling:NI-2026-041 to awa-precursor:PP-26-031."),
                description);
    }

    @Test
    void a_line_is_as_wide_as_its_mass() throws Exception {
        NodeList paths = parsed(LineagePicture.svg(GRAPH, "")).getElementsByTagName("path");
        double most = GRAPH.edges().stream()
                .mapToDouble(edge -> edge.mass().milligrams())
                .max()
                .orElseThrow();
        int looked = 0;
        for (int i = 0; i < paths.getLength(); i++) {
            Element path = (Element) paths.item(i);
            String mass =
                    path.getElementsByTagName("title").item(0).getTextContent().split(" ")[0];
            double expected = Math.max(1, 26 * Mass.ofKilograms(mass).milligrams() / most);
            assertEquals(expected, Double.parseDouble(path.getAttribute("stroke-width")), 0.06);
            looked++;
        }
        assertEquals(GRAPH.edges().size(), looked);
    }

    @Test
    void no_card_lies_on_another_and_lines_lead_to_the_right() throws Exception {
        Document svg = parsed(LineagePicture.svg(GRAPH, ""));
        List<double[]> cards = new ArrayList<>();
        NodeList groups = svg.getElementsByTagName("g");
        for (int i = 0; i < groups.getLength(); i++) {
            Element rect = (Element)
                    ((Element) groups.item(i)).getElementsByTagName("rect").item(0);
            double[] card = {at(rect, "x"), at(rect, "y"), at(rect, "width"), at(rect, "height")};
            for (double[] other : cards) {
                boolean apart = card[0] + card[2] <= other[0]
                        || other[0] + other[2] <= card[0]
                        || card[1] + card[3] <= other[1]
                        || other[1] + other[3] <= card[1];
                assertTrue(apart, () -> String.join(" ", List.of(Arrays.toString(card), Arrays.toString(other))));
            }
            cards.add(card);
        }
        Set<Integer> columns = new HashSet<>();
        cards.forEach(card -> columns.add((int) card[0]));
        assertEquals(10, columns.size());
    }

    @Test
    void nothing_in_it_is_run_or_fetched() throws Exception {
        String hostile = "x\"><script>alert(1)</script><a href='https://evil.example'>&amp;\u0007";
        var lot = new LineageNode.Lot(
                hostile, hostile, hostile, null, Material.OTHER, new Mass(1), LocalDate.EPOCH, null, List.of());
        String svg = LineagePicture.svg(new LineageGraph(List.of(lot), List.of(), List.of()), hostile);

        Document read = parsed(svg);
        for (String forbidden : List.of("script", "a", "style", "image", "foreignObject", "use")) {
            assertEquals(0, read.getElementsByTagName(forbidden).getLength(), forbidden);
        }
        NodeList all = read.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            assertFalse(((Element) all.item(i)).hasAttribute("href"));
            assertFalse(((Element) all.item(i)).hasAttribute("style"));
        }
        assertEquals(
                hostile.replace('\u0007', ' '),
                read.getElementsByTagName("title").item(0).getTextContent());
    }

    @Test
    void a_circle_is_drawn_as_well_as_it_can_be() throws Exception {
        List<LineageNode> nodes = List.of(lot("a"), lot("b"), lot("c"));
        List<Edge> circle = List.of(edge("a", "b"), edge("b", "c"), edge("c", "a"));

        assertEquals(
                3,
                parsed(LineagePicture.svg(new LineageGraph(nodes, circle, List.of()), ""))
                        .getElementsByTagName("path")
                        .getLength());
    }

    @Test
    void an_empty_graph_is_an_empty_picture() throws Exception {
        assertEquals(
                0,
                parsed(LineagePicture.svg(new LineageGraph(List.of(), List.of(), List.of()), "nothing"))
                        .getElementsByTagName("g")
                        .getLength());
    }

    @Test
    void an_edge_to_nowhere_is_refused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new LineageGraph(List.of(lot("a")), List.of(edge("a", "b")), List.of()));
    }

    private static LineageNode lot(String id) {
        return new LineageNode.Lot(
                id, "o", "f", null, Material.OTHER, new Mass(1_000_000), LocalDate.EPOCH, null, List.of());
    }

    private static Edge edge(String from, String to) {
        return new Edge(from, to, new Mass(1_000_000));
    }

    private static double at(Element element, String name) {
        return Double.parseDouble(element.getAttribute(name));
    }

    private static Document parsed(String svg) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }
}
