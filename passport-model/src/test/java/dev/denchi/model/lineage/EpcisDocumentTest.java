package dev.denchi.model.lineage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.denchi.model.format.ContractSchemas;
import dev.denchi.model.format.Shared;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.massbalance.Chain;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The example chain as events of EPCIS 2.0, and as the graph of the contract. */
class EpcisDocumentTest {
    private static final LineageGraph GRAPH =
            LineageGraph.of(Chain.ofTheExamples().events(), key -> "ab".repeat(32));
    private static final JsonNode DOCUMENT =
            StrictJson.toNode(EpcisDocument.of(GRAPH, Instant.parse("2026-11-27T12:00:00Z")));

    @Test
    void it_has_the_form_of_gs1s_schema() throws IOException {
        JsonNode schema = Shared.data("epcis/EPCIS-JSON-Schema.json");
        assertEquals(List.of(), faults(schema, DOCUMENT));
        for (JsonNode event : events()) {
            if (event.path("type").asText().equals("TransformationEvent")) {
                var alone = event.deepCopy();
                ((ObjectNode) alone).set("@context", DOCUMENT.path("@context"));
                assertEquals(List.of(), faults(schema, alone), alone::toString);
            }
        }
    }

    @Test
    void gs1s_schema_is_one_that_can_be_broken() throws IOException {
        var broken = DOCUMENT.deepCopy();
        ((ObjectNode) broken.at("/epcisBody/eventList/0")).put("bizStep", "melting");
        assertFalse(faults(Shared.data("epcis/EPCIS-JSON-Schema.json"), broken).isEmpty());
    }

    @Test
    void every_step_and_every_hand_over_is_told_once() {
        Map<String, Integer> counts = new TreeMap<>();
        events().forEach(event -> counts.merge(
                event.path("type").asText() + " " + event.path("bizStep").asText(), 1, Integer::sum));

        assertEquals(
                Map.of(
                        "ObjectEvent collecting", 3,
                        "ObjectEvent commissioning", 5,
                        "ObjectEvent receiving", 10,
                        "ObjectEvent shipping", 10,
                        "TransformationEvent assembling", 1,
                        "TransformationEvent https://denchi.dev/ns/bizstep/cam-calcination", 1,
                        "TransformationEvent https://denchi.dev/ns/bizstep/hydrometallurgical-refining", 1,
                        "TransformationEvent https://denchi.dev/ns/bizstep/pcam-precipitation", 1,
                        "TransformationEvent https://denchi.dev/ns/bizstep/pyrometallurgy", 1,
                        "TransformationEvent https://denchi.dev/ns/bizstep/shredding-black-mass", 1),
                counts);
    }

    @Test
    void a_step_says_what_went_in_and_what_came_out_in_kilograms() {
        JsonNode refining = events().stream()
                .filter(event -> event.path("transformationID")
                        .asText()
                        .equals("urn:denchi:transformation:kita-recycling:HM-2026-007"))
                .findFirst()
                .orElseThrow();

        assertEquals(StrictJson.read("""
            [{"epcClass":"urn:denchi:lot:kita-recycling:BM-2026-017","quantity":1020,"uom":"KGM"},
             {"epcClass":"urn:denchi:lot:kita-recycling:BM-2026-019","quantity":480,"uom":"KGM"}]\
            """), StrictJson.read(StrictJson.write(refining.path("inputQuantityList"))));
        assertEquals(3, refining.path("outputQuantityList").size());
        assertEquals("2026-03-22T00:00:00Z", refining.path("eventTime").asText());
        assertEquals(
                "https://id.gs1.org/414/4912346000018",
                refining.at("/bizLocation/id").asText());
        assertEquals("ab".repeat(32), refining.path("denchi:sha256").asText());
    }

    @Test
    void the_graph_has_the_form_of_the_contract() {
        assertEquals(List.of(), ContractSchemas.faults("lineage", StrictJson.toNode(GRAPH.json())));
    }

    private static List<JsonNode> events() {
        List<JsonNode> events = new ArrayList<>();
        DOCUMENT.at("/epcisBody/eventList").forEach(events::add);
        return events;
    }

    private static List<String> faults(JsonNode schema, JsonNode document) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(schema)
                .validate(document, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }
}
