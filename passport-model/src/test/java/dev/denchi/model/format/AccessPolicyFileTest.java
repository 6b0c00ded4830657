package dev.denchi.model.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.access.AccessPoint;
import dev.denchi.model.passport.RecordKind;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessPolicyFileTest {
    private static final String CONTRACT = "/dev/denchi/contract/";

    @ParameterizedTest
    @EnumSource
    void every_attribute_of_a_schema_has_an_access_point_and_the_policy_names_no_other(RecordKind kind)
            throws IOException {
        Set<String> named = AccessPolicyFile.bundled().attributesOf(kind);
        Set<String> found = new TreeSet<>();
        collect(contract("schemas/" + kind.label() + ".json"), "", named, found);
        assertEquals(new TreeSet<>(named), found);
    }

    @Test
    void the_policy_speaks_of_every_kind_of_record() throws IOException {
        Set<String> labels =
                Arrays.stream(RecordKind.values()).map(RecordKind::label).collect(Collectors.toSet());
        Set<String> named = new TreeSet<>();
        contract("access-policy.json").path("attributes").fieldNames().forEachRemaining(named::add);
        assertEquals(new TreeSet<>(labels), named);
    }

    @Test
    void the_policy_has_the_form_of_its_schema() throws IOException {
        assertEquals(List.of(), ContractSchemas.faults("access-policy", contract("access-policy.json")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"version\":\"1\",\"attributes\":{}}",
                "{\"version\":\"1\",\"readers\":{\"public\":[5]},\"attributes\":{}}",
                "{\"version\":\"1\",\"readers\":{\"public\":[\"1\"]},\"attributes\":{}}",
                "{\"version\":\"1\",\"readers\":{\"public\":[2.5]},\"attributes\":{}}",
                "{\"version\":\"1\",\"readers\":{},\"attributes\":{\"cell\":{}}}",
                "{\"version\":\"1\",\"readers\":{},\"attributes\":{\"battery\":{\"/modelId\":{}}}}",
                "{\"version\":\"1\",\"readers\":{},\"attributes\":{\"battery\":{\"/modelId\":{\"accessPoint\":0}}}}",
            })
    void refuses_a_policy_it_does_not_understand(String policy) {
        assertThrows(IllegalArgumentException.class, () -> AccessPolicyFile.read(StrictJson.read(policy)));
    }

    @Test
    void a_policy_once_read_cannot_be_changed() {
        var policy = AccessPolicyFile.bundled();
        assertThrows(
                UnsupportedOperationException.class,
                () -> policy.attributesOf(RecordKind.BATTERY).clear());
        assertThrows(
                UnsupportedOperationException.class,
                () -> policy.pointsOf("public").add(AccessPoint.POINT_3));
    }

    /** What the policy names, and what it ought to name: everything in a schema that is no group of named attributes. */
    private static void collect(JsonNode schema, String pointer, Set<String> named, Set<String> found) {
        schema.path("properties").properties().forEach(property -> {
            String at = pointer + "/" + property.getKey();
            boolean isGroup = property.getValue().has("properties") && !named.contains(at);
            if (isGroup) {
                collect(property.getValue(), at, named, found);
            } else {
                found.add(at);
            }
        });
    }

    private static JsonNode contract(String file) throws IOException {
        try (InputStream in = AccessPolicyFileTest.class.getResourceAsStream(CONTRACT + file)) {
            return StrictJson.read(in.readAllBytes());
        }
    }
}
