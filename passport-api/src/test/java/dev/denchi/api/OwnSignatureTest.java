package dev.denchi.api;

import static dev.denchi.api.Calls.anyone;
import static dev.denchi.api.Calls.as;
import static dev.denchi.api.OwnKey.SD_JWT;
import static dev.denchi.api.People.CELL_MAKER;
import static dev.denchi.api.People.CELL_MAKERS_ADMINISTRATOR;
import static dev.denchi.api.People.OTHER_MAKER;
import static dev.denchi.api.People.OTHER_MAKERS_ADMINISTRATOR;
import static dev.denchi.api.Refusals.refused;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Records that an operator signs itself, with a key that it holds itself. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class OwnSignatureTest {
    @Inject
    Store store;

    @Test
    void a_record_is_kept_and_served_exactly_as_its_operator_signed_it() {
        OwnKey key = OwnKey.registered(CELL_MAKERS_ADMINISTRATOR);
        String token = key.token(CELL_MAKER, "battery-model", Examples.ofModel("battery-model", newModel()));

        Response posted = OwnKey.post(CELL_MAKER, "battery-model", token);

        posted.then().statusCode(201).body("version", equalTo(1));
        assertEquals(token, asToken(posted.path("links.self")));
        verified(token)
                .then()
                .body("outcome", equalTo("PASSED"))
                .body("record.issuer", equalTo(key.did()))
                .body("checks.find { it.name == 'issuer' }.result", equalTo("PASSED"));
    }

    @Test
    void records_signed_with_es384_are_taken_too() {
        OwnKey key = OwnKey.published(Curve.P_384, JWSAlgorithm.ES384);
        key.register(CELL_MAKERS_ADMINISTRATOR).then().statusCode(201);
        String token = key.token(CELL_MAKER, "battery-model", Examples.ofModel("battery-model", newModel()));
        OwnKey.post(CELL_MAKER, "battery-model", token).then().statusCode(201);
        verified(token).then().body("outcome", equalTo("PASSED"));
    }

    @Test
    void a_whole_passport_can_be_signed_so_and_its_public_cut_is_like_any_other() {
        OwnKey key = OwnKey.registered(CELL_MAKERS_ADMINISTRATOR);
        String model = newModel();
        for (String kind : new String[] {"battery-model", "carbon-footprint", "recycled-content"}) {
            OwnKey.post(CELL_MAKER, kind, key.token(CELL_MAKER, kind, Examples.ofModel(kind, model)))
                    .then()
                    .statusCode(201);
        }
        String battery = key.token(CELL_MAKER, "battery", Examples.newBattery(model));
        Response posted = OwnKey.post(CELL_MAKER, "battery", battery);
        posted.then().statusCode(201);
        String cut =
                anyone().accept(SD_JWT).get((String) posted.path("links.self")).asString();
        assertNotEquals(battery, cut);
        assertEquals(battery.split("~")[0], cut.split("~")[0]);
    }

    @Test
    void a_later_version_follows_the_current_one() {
        OwnKey key = OwnKey.registered(CELL_MAKERS_ADMINISTRATOR);
        var attributes = Examples.ofModel("battery-model", newModel());
        Response first = OwnKey.post(CELL_MAKER, "battery-model", key.token(CELL_MAKER, "battery-model", attributes));
        String id = first.path("recordId");
        String second = key.token(CELL_MAKER, id, attributes);
        String third = key.token(CELL_MAKER, id, attributes);

        put(id, first.header("ETag"), second).then().statusCode(200).body("version", equalTo(2));

        assertEquals(second, asToken("/v1/records/" + id));
        refused(put(id, first.header("ETag"), third), 412, "stale-version");
        Response late = store.unchangedBy(() -> put(id, "*", third));
        refused(late, 422, "invalid-token")
                .then()
                .body("violations.rule", hasItems("token-version", "token-previous-version"));
        refused(put(id, null, third), 428, "precondition-required");
    }

    @Test
    void the_same_request_again_has_the_same_answer() {
        OwnKey key = OwnKey.registered(CELL_MAKERS_ADMINISTRATOR);
        String token = key.token(CELL_MAKER, "battery-model", Examples.ofModel("battery-model", newModel()));
        String idempotencyKey = UUID.randomUUID().toString();
        Response first = post(idempotencyKey, token);
        Response again = post(idempotencyKey, token);
        first.then().statusCode(201);
        again.then().statusCode(201);
        assertEquals(first.<String>path("recordId"), again.path("recordId"));
        refused(OwnKey.post(CELL_MAKER, "battery-model", token), 409, "subject-exists");
        String other = key.token(CELL_MAKER, "battery-model", Examples.ofModel("battery-model", newModel()));
        refused(post(idempotencyKey, other), 422, "idempotency-key-reused");
    }

    @Test
    void an_id_that_another_record_has_is_refused() {
        OwnKey key = OwnKey.registered(CELL_MAKERS_ADMINISTRATOR);
        Response taken = Calls.post("battery-model", Examples.ofModel("battery-model", newModel()));
        var payload =
                Forgery.of(key, key.token(CELL_MAKER, "battery-model", Examples.ofModel("battery-model", newModel())));
        String token = payload.withRecordId(taken.path("recordId")).signed();
        refused(OwnKey.post(CELL_MAKER, "battery-model", token), 422, "invalid-token")
                .then()
                .body("violations.rule", hasItem("token-record-id"));
    }

    @Test
    void what_is_to_be_signed_is_judged_before_it_is_signed() {
        OwnKey key = OwnKey.registered(CELL_MAKERS_ADMINISTRATOR);
        Response refused = store.unchangedBy(
                () -> key.prepared(CELL_MAKER, "battery-model", Examples.of("refused/battery-model-several-faults")));
        refused(refused, 422, "invalid-record");
        refused(
                as(CELL_MAKER)
                        .contentType("application/json")
                        .body("{}")
                        .post("/v1/records/battery-model/unsigned?issuerKey=" + UUID.randomUUID()),
                422,
                "invalid-record");
        refused(
                as(CELL_MAKER)
                        .contentType("application/json")
                        .body(Examples.ofModel("battery-model", newModel()).toString())
                        .post("/v1/records/battery-model/unsigned?issuerKey=" + UUID.randomUUID()),
                404,
                "not-found");
        refused(
                as(CELL_MAKER).contentType("application/json").body("{}").post("/v1/records/battery-model/unsigned"),
                400,
                "malformed-request");
        refused(
                as(People.MARKET_SURVEILLANCE)
                        .contentType("application/json")
                        .body("{}")
                        .post("/v1/records/battery-model/unsigned?issuerKey=" + UUID.randomUUID()),
                403,
                "forbidden");
    }

    @Test
    void a_key_that_is_registered_for_another_operator_signs_nothing_here() {
        OwnKey key = OwnKey.registered(OTHER_MAKERS_ADMINISTRATOR);
        String token = key.token(OTHER_MAKER, "battery-model", Examples.ofModel("battery-model", newModel()));
        Response stolen = store.unchangedBy(() -> OwnKey.post(CELL_MAKER, "battery-model", token));
        refused(stolen, 422, "invalid-token").then().body("violations.rule", hasItems("token-issuer", "token-subject"));
        OwnKey.post(OTHER_MAKER, "battery-model", token).then().statusCode(201);
    }

    @Test
    void nobody_but_who_writes_sends_signed_records() {
        OwnKey key = OwnKey.registered(CELL_MAKERS_ADMINISTRATOR);
        String token = key.token(CELL_MAKER, "battery-model", Examples.ofModel("battery-model", newModel()));
        refused(
                anyone().contentType(SD_JWT).body(OwnKey.bytes(token)).post("/v1/records/battery-model"),
                401,
                "unauthenticated");
        refused(OwnKey.post(People.MARKET_SURVEILLANCE, "battery-model", token), 403, "forbidden");
        Response first = OwnKey.post(CELL_MAKER, "battery-model", token);
        String id = first.path("recordId");
        refused(
                as(OTHER_MAKER)
                        .contentType(SD_JWT)
                        .header("If-Match", "*")
                        .body(OwnKey.bytes(token))
                        .put("/v1/records/" + id),
                403,
                "forbidden");
    }

    private static Response post(String idempotencyKey, String token) {
        return as(CELL_MAKER)
                .header("Idempotency-Key", idempotencyKey)
                .contentType(SD_JWT)
                .body(OwnKey.bytes(token))
                .post("/v1/records/battery-model");
    }

    private static Response put(String id, @Nullable String ifMatch, String token) {
        var request = as(CELL_MAKER).contentType(SD_JWT).body(OwnKey.bytes(token));
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put("/v1/records/" + id);
    }

    private static String asToken(String address) {
        return as(CELL_MAKER).accept(SD_JWT).get(address).asString();
    }

    private static Response verified(String token) {
        return anyone().contentType(SD_JWT).body(OwnKey.bytes(token)).post("/v1/verifications");
    }

    private static String newModel() {
        return "OWN-" + UUID.randomUUID().toString().substring(0, 13);
    }
}
