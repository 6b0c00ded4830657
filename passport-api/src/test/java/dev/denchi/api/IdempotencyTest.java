package dev.denchi.api;

import static dev.denchi.api.Calls.as;
import static dev.denchi.api.Calls.post;
import static dev.denchi.api.Refusals.refused;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class IdempotencyTest {
    @Inject
    Store store;

    @Test
    void answers_the_same_request_as_it_did_the_first_time() {
        ObjectNode model = Examples.ofModel("battery-model", "REPEAT-SAME");
        String key = "repeat/" + UUID.randomUUID();
        Response first = post(key, "battery-model", model);
        Response second = store.unchangedBy(() -> post(key, "battery-model", model));

        first.then().statusCode(201);
        assertSameAnswer(first, second);
    }

    @Test
    void refuses_a_key_that_came_with_other_bytes_or_to_another_address() {
        ObjectNode model = Examples.ofModel("battery-model", "REPEAT-OTHER");
        String key = "repeat/" + UUID.randomUUID();
        Response first = post(key, "battery-model", model);
        first.then().statusCode(201);
        ObjectNode other = Examples.ofModel("battery-model", "REPEAT-OTHER-2");
        ObjectNode longer = model.deepCopy().put("warrantyPeriod", "P9Y");
        ObjectNode footprint = Examples.ofModel("carbon-footprint", "REPEAT-OTHER");

        refused(store.unchangedBy(() -> post(key, "battery-model", other)), 422, "idempotency-key-reused");
        refused(store.unchangedBy(() -> post(key, "battery-model", longer)), 422, "idempotency-key-reused");
        refused(store.unchangedBy(() -> post(key, "carbon-footprint", footprint)), 422, "idempotency-key-reused");
        refused(
                store.unchangedBy(() -> as(People.CELL_MAKER)
                        .header("Idempotency-Key", key)
                        .header("If-Match", first.header("ETag"))
                        .contentType("application/json")
                        .body(longer.toString())
                        .put((String) first.path("links.self"))),
                422,
                "idempotency-key-reused");
    }

    @Test
    void refuses_a_subject_that_has_a_record_when_there_is_no_key_or_a_new_one() {
        ObjectNode model = Examples.ofModel("battery-model", "REPEAT-NO-KEY");
        post("battery-model", model).then().statusCode(201);

        refused(store.unchangedBy(() -> post("battery-model", model)), 409, "subject-exists")
                .then()
                .body("detail", containsString("urn:denchi:model:sakura-cells:REPEAT-NO-KEY"));
        refused(
                store.unchangedBy(() -> post("repeat/" + UUID.randomUUID(), "battery-model", model)),
                409,
                "subject-exists");
    }

    @Test
    void refuses_a_product_identifier_that_is_another_passports() {
        Calls.postModel("REPEAT-PRODUCT");
        ObjectNode battery = Examples.newBattery("REPEAT-PRODUCT");
        post("battery", battery).then().statusCode(201);
        battery.put("batteryPassportIdentifier", "urn:uuid:" + UUID.randomUUID());

        refused(store.unchangedBy(() -> post("battery", battery)), 409, "subject-exists");
    }

    @Test
    void lets_a_key_be_used_again_after_a_refusal() {
        String key = "repeat/" + UUID.randomUUID();
        ObjectNode model = Examples.ofModel("battery-model", "REPEAT-CORRECTED");
        ObjectNode wrong = model.deepCopy();
        wrong.remove("batteryMass");

        refused(store.unchangedBy(() -> post(key, "battery-model", wrong)), 422, "invalid-record");
        post(key, "battery-model", model).then().statusCode(201);
    }

    @Test
    void keeps_one_record_when_the_same_request_comes_twenty_times_at_once()
            throws InterruptedException, ExecutionException {
        ObjectNode model = Examples.ofModel("battery-model", "REPEAT-AT-ONCE");
        String key = "repeat/" + UUID.randomUUID();
        List<Response> answers = Together.times(20, i -> post(key, "battery-model", model));

        answers.forEach(answer -> assertSameAnswer(answers.get(0), answer));
        answers.get(0).then().statusCode(201);
        assertEquals(1, store.recordsOf("urn:denchi:model:sakura-cells:REPEAT-AT-ONCE"));
    }

    @Test
    void keeps_one_record_when_twenty_speak_about_one_subject_at_once()
            throws InterruptedException, ExecutionException {
        ObjectNode model = Examples.ofModel("battery-model", "REPEAT-RACE");
        List<Response> answers = Together.times(20, i -> post("battery-model", model));

        assertEquals(
                Stream.concat(Stream.of(201), Stream.generate(() -> 409).limit(19))
                        .toList(),
                answers.stream().map(Response::statusCode).sorted().collect(Collectors.toList()));
        assertEquals(1, store.recordsOf("urn:denchi:model:sakura-cells:REPEAT-RACE"));
    }

    @Test
    void keeps_the_keys_of_two_operators_apart() {
        String key = "repeat/" + UUID.randomUUID();
        ObjectNode model = Examples.ofModel("battery-model", "REPEAT-BOTH");
        Response mine = post(key, "battery-model", model);
        Response theirs = as(People.OTHER_MAKER)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(model.toString())
                .post("/v1/records/battery-model");

        mine.then().statusCode(201);
        theirs.then().statusCode(201);
        assertNotEquals(mine.<String>path("recordId"), theirs.<String>path("recordId"));
    }

    @Test
    void answers_the_same_new_version_as_it_did_the_first_time() {
        ObjectNode model = Examples.ofModel("battery-model", "REPEAT-PUT");
        Response receipt = post("battery-model", model);
        String key = "repeat/" + UUID.randomUUID();
        Response first = put(receipt, key, model);
        Response second = store.unchangedBy(() -> put(receipt, key, model));

        first.then().statusCode(200);
        assertSameAnswer(first, second);
    }

    private static Response put(Response receipt, String key, ObjectNode body) {
        return as(People.CELL_MAKER)
                .header("Idempotency-Key", key)
                .header("If-Match", receipt.header("ETag"))
                .contentType("application/json")
                .body(body.toString())
                .put((String) receipt.path("links.self"));
    }

    private static void assertSameAnswer(Response first, Response other) {
        assertEquals(first.statusCode(), other.statusCode());
        assertEquals(first.asString(), other.asString());
        assertEquals(first.header("ETag"), other.header("ETag"));
        assertEquals(first.header("Location"), other.header("Location"));
    }
}
