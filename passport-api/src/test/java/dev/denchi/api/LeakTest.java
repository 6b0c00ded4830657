package dev.denchi.api;

import static dev.denchi.api.Calls.anyone;
import static dev.denchi.api.Calls.as;
import static dev.denchi.api.Calls.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.model.format.StrictJson;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every reader, every form, every attribute: what the access policy grants is there, and nothing else is. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class LeakTest {
    private static final String MODEL = "LEAK-1";
    private static final Map<String, String> GROUPS = Map.of(
            "battery", "battery",
            "battery-model", "batteryModel",
            "carbon-footprint", "carbonFootprint",
            "recycled-content", "recycledContent",
            "due-diligence", "dueDiligence",
            "condition", "condition");

    /** A reader, what he may see, and whether he may read single records. */
    private record Reading(String name, Supplier<RequestSpecification> call, Set<Integer> points, boolean records) {}

    @Test
    void shows_each_reader_what_the_access_policy_grants_and_nothing_else() {
        AllAttributes attributes = AllAttributes.ofPolicy();
        Map<String, Response> receipts = posted(attributes);
        List<String> faults = new ArrayList<>();
        int looked = 0;
        for (Reading reading : readers(attributes)) {
            Map<String, Shown> shown = new LinkedHashMap<>();
            if (reading.records()) {
                receipts.forEach((kind, receipt) -> shown.putAll(formsOf(kind, receipt.path("links.self"), reading)));
            }
            String passport = receipt(receipts, "battery").path("links.passport");
            shown.putAll(passportForms(passport, reading));
            for (Map.Entry<String, Shown> form : shown.entrySet()) {
                faults.addAll(
                        attributes.faults(reading.name() + " " + form.getKey(), form.getValue(), reading.points()));
                looked += attributes.of(form.getValue().kind()).size();
            }
        }
        assertEquals(List.of(), faults);
        assertTrue(looked > 1000, "only " + looked + " attributes were looked at");
    }

    private static List<Reading> readers(AllAttributes attributes) {
        List<Reading> readers = new ArrayList<>();
        Set<Integer> everyone = attributes.pointsOf("public");
        readers.add(new Reading("anyone", Calls::anyone, everyone, true));
        readers.add(new Reading("other operator", () -> as(People.OTHER_MAKER), everyone, true));
        readers.add(new Reading(
                "legitimate interest", () -> as(People.RECYCLER), attributes.pointsOf("legitimateInterest"), true));
        readers.add(
                new Reading("authority", () -> as(People.MARKET_SURVEILLANCE), attributes.pointsOf("authority"), true));
        readers.add(new Reading("its operator", () -> as(People.CELL_MAKER), Set.of(1, 2, 3, 4), true));
        for (List<Integer> points : List.of(List.of(1), List.of(1, 2), List.of(1, 3), List.of(1, 4))) {
            String token = PullTokenFixture.of(MODEL, points, "transfer-of-leaks");
            readers.add(new Reading(
                    "participant with " + points,
                    () -> anyone().header("Authorization", "Bearer " + token),
                    Set.copyOf(points),
                    false));
        }
        return readers;
    }

    /** Every kind, each with a value for every attribute of the policy. */
    private static Map<String, Response> posted(AllAttributes attributes) {
        Map<String, Response> receipts = new LinkedHashMap<>();
        ObjectNode battery = attributes.example("battery", MODEL);
        for (String kind : List.of(
                "battery-model", "carbon-footprint", "recycled-content", "due-diligence", "battery", "condition")) {
            ObjectNode example = kind.equals("battery") ? battery : attributes.example(kind, MODEL);
            if (kind.equals("condition")) {
                example.set("batteryPassportIdentifier", battery.get("batteryPassportIdentifier"));
            }
            Response receipt = post(kind, example);
            receipt.then().statusCode(201);
            receipts.put(kind, receipt);
        }
        return receipts;
    }

    private static Map<String, Shown> formsOf(String kind, String self, Reading reading) {
        Map<String, Shown> forms = new LinkedHashMap<>();
        for (String address : List.of(self, self + "/versions/1")) {
            JsonNode view = StrictJson.read(good(reading.call().get().get(address)));
            forms.put(address + " " + kind + " as JSON", Shown.json(kind, view.get("content")));
            String token = new String(
                    good(reading.call().get().accept("application/vc+sd-jwt").get(address)),
                    java.nio.charset.StandardCharsets.US_ASCII);
            forms.put(address + " " + kind + " as token", Shown.token(kind, token));
        }
        return forms;
    }

    private static Map<String, Shown> passportForms(String passport, Reading reading) {
        Map<String, Shown> forms = new LinkedHashMap<>();
        JsonNode view = StrictJson.read(good(reading.call().get().get(passport)));
        GROUPS.forEach((kind, group) -> forms.put("passport " + kind, Shown.json(kind, view.path(group))));
        JsonNode presentation = StrictJson.read(
                good(reading.call().get().accept("application/vp").get(passport)));
        forms.putAll(IntStream.range(
                        0, presentation.path("verifiableCredential").size())
                .mapToObj(i ->
                        presentation.at("/verifiableCredential/" + i + "/id").asText())
                .map(id -> Shown.token(id.substring("data:application/vc+sd-jwt,".length())))
                .collect(Collectors.toMap(shown -> "presentation " + shown.kind(), shown -> shown)));
        assertEquals(12, forms.size(), "a passport of six records in two forms");
        return forms;
    }

    private static byte[] good(Response answer) {
        answer.then().statusCode(200);
        return answer.asByteArray();
    }

    private static Response receipt(Map<String, Response> receipts, String kind) {
        return java.util.Objects.requireNonNull(receipts.get(kind));
    }
}
