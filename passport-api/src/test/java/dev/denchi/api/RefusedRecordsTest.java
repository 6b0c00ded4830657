package dev.denchi.api;

import static dev.denchi.api.Calls.post;
import static dev.denchi.api.Calls.postModel;
import static dev.denchi.api.Refusals.refused;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class RefusedRecordsTest {
    private static final String MODEL = "SC-NMC-77";

    @Inject
    Store store;

    @Test
    void names_every_fault_of_the_contracts_refused_examples_and_nothing_else() {
        if (store.recordsOf("urn:denchi:model:sakura-cells:" + MODEL) == 0) {
            postModel(MODEL);
        }
        assertEquals(
                Map.of(
                        "/batteryCategory", "schema:required",
                        "/batteryMass", "schema:required",
                        "/gtin", "identifier",
                        "/performance/minimumVoltage", "voltages-are-ordered"),
                faultsOf("battery-model", Examples.of("refused/battery-model-several-faults")));
        assertEquals(
                Map.of("/manufacturingDate", "schema:required"),
                faultsOf("battery", Examples.of("refused/battery-without-manufacturing-date")));
        assertEquals(
                Set.of("/serialNumber"),
                faultsOf("battery", Examples.of("refused/battery-serial-differs-from-product-identifier"))
                        .keySet());
        assertEquals(
                Map.of("/batteryCarbonFootprint", "stages-sum-to-total"),
                faultsOf("carbon-footprint", Examples.of("refused/carbon-footprint-stages-do-not-sum")));
        assertEquals(
                Map.of("/recycledContent/0", "shares-sum-to-at-most-the-whole"),
                faultsOf("recycled-content", Examples.of("refused/recycled-content-above-100")));
    }

    @Test
    void tells_line_and_column_of_what_is_not_json() {
        refused(posted("{\n  \"modelId\": ,\n}"), 400, "malformed-request")
                .then()
                .body("detail", matchesPattern("(?s).*line 2, column \\d+.*"));
        refused(posted("{\n\"modelId\": \"A\",\n\"modelId\": \"B\"}"), 400, "malformed-request")
                .then()
                .body("detail", matchesPattern("(?s).*modelId.*line 3.*"));
    }

    @Test
    void refuses_bodies_that_two_readers_could_understand_differently() {
        String good = Examples.ofModel("battery-model", "REFUSED-JSON").toString();
        refused(posted(""), 400, "malformed-request");
        refused(posted("   "), 400, "malformed-request");
        refused(posted(good + "{}"), 400, "malformed-request");
        refused(posted(good + "x"), 400, "malformed-request");
        refused(posted("\uFEFF" + good), 400, "malformed-request");
        refused(posted(new byte[] {'"', (byte) 0xC3, '"'}), 400, "malformed-request");
        refused(posted(good.getBytes(StandardCharsets.UTF_16)), 400, "malformed-request");
        refused(posted(good.replace("Osaka", "\\uD83D")), 400, "malformed-request");
    }

    @Test
    void refuses_json_that_is_no_object() {
        for (String body : List.of("null", "[]", "\"text\"", "7", "true")) {
            refused(posted(body), 422, "invalid-record");
        }
    }

    @Test
    void refuses_numbers_and_nesting_that_are_made_to_exhaust() {
        String good = Examples.ofModel("battery-model", "REFUSED-NUMBER").toString();
        for (String number : List.of("1e400", "1e-400", "1E+999999999", "NaN", "9".repeat(5000))) {
            refused(posted(good.replace("452.60", number)), 400, "malformed-request");
        }
        refused(posted("[".repeat(100_000)), 400, "malformed-request");
        refused(posted("{\"a\":".repeat(5000) + "1" + "}".repeat(5000)), 400, "malformed-request");
    }

    @Test
    void refuses_the_null_character_in_any_text() {
        ObjectNode model = Examples.ofModel("battery-model", "REFUSED-NULL");
        refusedWith4xx(model.toString().replace("Osaka", "Os\\u0000aka"), "battery-model");
        refusedWith4xx(model.toString().replace("REFUSED-NULL", "REFUSED\\u0000"), "battery-model");
        refusedWith4xx(model.toString().replace("\"warrantyPeriod\"", "\"warranty\\u0000\""), "battery-model");
        postModel("REFUSED-NULLS");
        String battery = Examples.newBattery("REFUSED-NULLS").toString();
        refusedWith4xx(battery.replace("MZ-2026-W45", "MZ\\u0000"), "battery");
        refusedWith4xx(battery.replaceAll("(\"productIdentifier\":\"[^\"]+)\"", "$1\\\\u0000\""), "battery");
    }

    private void refusedWith4xx(String body, String kind) {
        Response answer = store.unchangedBy(() -> post(People.CELL_MAKER, kind, body));
        refused(
                answer,
                answer.statusCode() == 400 ? 400 : 422,
                answer.statusCode() == 400 ? "malformed-request" : "invalid-record");
    }

    private Map<String, String> faultsOf(String kind, ObjectNode body) {
        Response answer = store.unchangedBy(() -> post(kind, body));
        refused(answer, 422, "invalid-record");
        List<Map<String, String>> violations = answer.path("violations");
        return violations.stream()
                .collect(java.util.stream.Collectors.toMap(
                        violation -> violation.getOrDefault("pointer", "?"),
                        violation -> violation.getOrDefault("rule", "?")));
    }

    private Response posted(String body) {
        return posted(body.getBytes(StandardCharsets.UTF_8));
    }

    private Response posted(byte[] body) {
        return store.unchangedBy(() -> Calls.as(People.CELL_MAKER)
                .contentType("application/json")
                .body(body)
                .post("/v1/records/battery-model"));
    }
}
