package dev.denchi.model.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.access.AccessPoint;
import dev.denchi.model.passport.RecordKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of attributes, openapi/attributes.json, against the access policy and against the mapping of the standards. */
class AttributesTest {
    @Test
    void the_table_has_the_form_of_its_schema() throws IOException {
        assertEquals(List.of(), ContractSchemas.faults("attributes", table()));
    }

    @Test
    void every_attribute_of_a_passport_has_a_name_and_no_other_is_named() throws IOException {
        Set<String> named = new TreeSet<>();
        attributes()
                .values()
                .forEach(places -> places.forEach(place -> {
                    if (place.has("record")) {
                        named.add(place.path("record").asText()
                                + place.path("pointer").asText());
                    }
                }));
        Set<String> inPolicy = new TreeSet<>();
        for (RecordKind kind : RecordKind.ofPassports()) {
            AccessPolicyFile.bundled().attributesOf(kind).forEach(pointer -> inPolicy.add(kind.label() + pointer));
        }
        assertEquals(inPolicy, named);
    }

    @Test
    void all_rows_of_the_mapping_have_their_place_and_its_access_point() throws IOException {
        JsonNode rows = Shared.data("canonical-mapping.json").path("rows");
        Set<String> keys = new TreeSet<>();
        List<String> faults = new ArrayList<>();
        for (JsonNode row : rows) {
            String key = row.path("key").asText();
            keys.add(key);
            attributes().getOrDefault(key, List.of()).stream()
                    .filter(place -> place.has("record"))
                    .filter(place -> !row.path("class").asText().contains("P" + pointOf(place)))
                    .forEach(place -> faults.add(key + " at " + place));
        }
        assertEquals(102, keys.size());
        assertEquals(keys, attributes().keySet());
        assertEquals(List.of(), faults);
    }

    @ParameterizedTest
    @CsvSource({
        "attributes, /properties/attributes/additionalProperties/items/oneOf/0/properties/record/enum",
        "data-points, /properties/dataPoints/items/properties/attributes/items/properties/record/enum",
    })
    void a_schema_that_names_the_kinds_of_record_of_a_passport_names_all(String schema, String pointer)
            throws IOException {
        assertEquals(labels(RecordKind.ofPassports()), named(schema, pointer));
    }

    @Test
    void events_are_of_every_kind() throws IOException {
        assertEquals(labels(List.of(RecordKind.values())), named("lifecycle-event", "/properties/kind/enum"));
    }

    private static Set<String> labels(List<RecordKind> kinds) {
        return kinds.stream().map(RecordKind::label).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> named(String schema, String pointer) throws IOException {
        Set<String> named = new TreeSet<>();
        StrictJson.read(Files.readAllBytes(Path.of("..", "openapi", "schemas", schema + ".json")))
                .at(pointer)
                .forEach(kind -> named.add(kind.asText()));
        return named;
    }

    @Test
    void every_place_is_filled_by_an_example() throws IOException {
        List<String> empty = new ArrayList<>();
        attributes()
                .values()
                .forEach(places -> places.forEach(place -> {
                    String pointer = place.path("pointer").asText();
                    if (place.has("record")
                            && Examples.FOLDERS.stream()
                                    .allMatch(folder -> Examples.of(folder, kindOf(place))
                                            .at(pointer)
                                            .isMissingNode())) {
                        empty.add(place.toString());
                    }
                }));
        // the examples' batteries are their own operator's, have no predecessor, and no passport needs an end; the
        // claim on lots
        // is in examples/provenance
        assertEquals(
                List.of(
                        "{\"record\":\"recycled-content\",\"pointer\":\"/massBalance\"}",
                        "{\"record\":\"battery\",\"pointer\":\"/modelOperator\"}",
                        "{\"record\":\"battery\",\"pointer\":\"/expirationDate\"}",
                        "{\"record\":\"battery\",\"pointer\":\"/predecessors\"}"),
                empty);
    }

    private static int pointOf(JsonNode place) {
        AccessPoint point = AccessPolicyFile.bundled()
                .attributes()
                .getOrDefault(kindOf(place), Map.of())
                .get(place.path("pointer").asText());
        assertTrue(point != null, () -> "no access point: " + place);
        return point.number();
    }

    private static RecordKind kindOf(JsonNode place) {
        return RecordKind.ofLabel(place.path("record").asText()).orElseThrow();
    }

    private static Map<String, List<JsonNode>> attributes() throws IOException {
        Map<String, List<JsonNode>> attributes = new TreeMap<>();
        table().path("attributes").properties().forEach(attribute -> {
            List<JsonNode> places = new ArrayList<>();
            attribute.getValue().forEach(places::add);
            attributes.put(attribute.getKey(), places);
        });
        return attributes;
    }

    private static JsonNode table() throws IOException {
        return StrictJson.read(Files.readAllBytes(Path.of("..", "openapi", "attributes.json")));
    }
}
