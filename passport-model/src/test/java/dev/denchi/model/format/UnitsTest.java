package dev.denchi.model.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.quantity.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class UnitsTest {

    @Test
    void the_units_of_the_schemas_are_those_of_the_model() throws IOException {
        Set<String> inSchemas = new TreeSet<>();
        JsonNode common = StrictJson.read(Files.readAllBytes(Path.of("..", "openapi", "schemas", "common.json")));
        common.findValues("unit").forEach(unit -> {
            if (unit.has("const")) {
                inSchemas.add(unit.get("const").asText());
            }
        });
        assertEquals(
                Arrays.stream(Unit.values()).map(Unit::ucum).collect(Collectors.toCollection(TreeSet::new)), inSchemas);
    }

    @Test
    void a_code_divides_by_what_stands_in_brackets() {
        // UCUM reads from left to right: kg/kW.h would be kilogram hours per kilowatt
        Arrays.stream(Unit.values())
                .map(Unit::ucum)
                .filter(code -> code.contains("/") && code.contains("."))
                .forEach(code -> assertEquals(")", code.substring(code.length() - 1), code));
    }
}
