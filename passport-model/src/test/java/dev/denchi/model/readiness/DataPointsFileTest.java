package dev.denchi.model.readiness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.access.AccessPoint;
import dev.denchi.model.format.AccessPolicyFile;
import dev.denchi.model.format.ContractSchemas;
import dev.denchi.model.format.Shared;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.passport.BatteryModel.BatteryCategory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataPointsFileTest {
    private static final DataPoints TABLE = DataPointsFile.bundled();

    @Test
    void the_table_has_the_form_of_its_schema() throws IOException {
        assertEquals(List.of(), ContractSchemas.faults("data-points", file()));
    }

    @Test
    void the_points_are_numbered_from_1_to_71() {
        assertEquals(
                IntStream.rangeClosed(1, 71).boxed().toList(),
                TABLE.points().stream().map(DataPoint::number).toList());
    }

    @Test
    void each_point_wants_of_each_category_what_the_guidance_says() throws IOException {
        JsonNode guidance = Shared.data("ec-guidance-v2-applicability.json").path("dataPoints");
        assertEquals(guidance.size(), TABLE.points().size());
        List<String> faults = new ArrayList<>();
        for (JsonNode said : guidance) {
            DataPoint ours = TABLE.points().get(said.path("nr").intValue() - 1);
            Map.of(
                            BatteryCategory.EV, "ev",
                            BatteryCategory.LMT, "lmt",
                            BatteryCategory.INDUSTRIAL, "industrial",
                            BatteryCategory.STATIONARY, "industrial")
                    .forEach((category, column) -> {
                        String stated = said.at("/applicability/" + column).asText();
                        if (ours.applicability().get(category) != Applicability.of(stated)) {
                            faults.add(ours.number() + " " + category + ": " + stated);
                        }
                    });
            if (!said.path("annexXiiiPoint").asText().equals("P" + ours.accessPoint())) {
                faults.add(ours.number() + ": " + said.path("annexXiiiPoint"));
            }
        }
        assertEquals(List.of(), faults);
    }

    @Test
    void the_attributes_of_a_point_are_open_to_those_who_may_see_the_point() {
        List<String> faults = new ArrayList<>();
        for (DataPoint point : TABLE.points()) {
            for (Attribute attribute : point.attributes()) {
                List<Integer> open =
                        AccessPolicyFile.bundled()
                                .attributes()
                                .getOrDefault(attribute.kind(), Map.of())
                                .entrySet()
                                .stream()
                                .filter(named -> (attribute.pointer() + "/").startsWith(named.getKey() + "/"))
                                .map(Map.Entry::getValue)
                                .map(AccessPoint::number)
                                .toList();
                if (!open.equals(List.of(point.accessPoint()))) {
                    faults.add(point.number() + " " + attribute + " is of " + open);
                }
            }
        }
        assertEquals(List.of(), faults);
    }

    @Test
    void whoever_must_be_told_a_condition_or_a_reason_is_told_one() {
        for (DataPoint point : TABLE.points()) {
            for (Applicability applicability : point.applicability().values()) {
                switch (applicability) {
                    case CONDITIONAL, OPTIONAL -> assertTrue(point.condition() != null, () -> "no condition: " + point);
                    case DEFERRED, NOT_TO_BE_FILLED -> assertTrue(point.reason() != null, () -> "no reason: " + point);
                    case MANDATORY -> assertTrue(!point.attributes().isEmpty(), () -> "nothing fills " + point);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"mandatory, perhaps", "battery-model, cell", "EV, SLI"})
    void refuses_a_table_it_does_not_understand(String word, String other) throws IOException {
        JsonNode table = StrictJson.read(file().toString().replaceFirst("\"" + word + "\"", "\"" + other + "\""));
        assertThrows(IllegalArgumentException.class, () -> DataPointsFile.read(table));
    }

    private static JsonNode file() throws IOException {
        return StrictJson.read(Files.readAllBytes(Path.of("..", "openapi", "data-points.json")));
    }
}
