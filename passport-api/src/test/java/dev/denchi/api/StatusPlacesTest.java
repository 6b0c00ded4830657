package dev.denchi.api;

import static dev.denchi.api.Calls.anyone;
import static dev.denchi.api.Calls.as;
import static dev.denchi.api.OwnKey.SD_JWT;
import static dev.denchi.api.People.CELL_MAKER;
import static dev.denchi.api.People.CELL_MAKERS_ADMINISTRATOR;
import static dev.denchi.api.People.MODULE_MAKER;
import static dev.denchi.api.People.OTHER_MAKER;
import static dev.denchi.api.Refusals.refused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.format.RecordSchemas;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.signature.CompactJws;
import dev.denchi.model.signature.PublishedKeys;
import dev.denchi.model.verification.Check;
import dev.denchi.model.verification.Given;
import dev.denchi.model.verification.RecordVerifier;
import dev.denchi.model.verification.Verification;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Records that an operator signs itself have their place in the status lists here, and are superseded and revoked like any other. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class StatusPlacesTest {
    private static final String PLACES = "/v1/status-places";
    private static final String WHY = "The footprint was computed with the electricity mix of another plant.";

    @Inject
    Store store;

    @Inject
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    /** Must show: reserved, signed by its operator, verified, superseded, revoked; told by the service, and offline by the lists. */
    @Test
    void a_record_that_its_operator_signed_is_superseded_and_revoked_here_and_the_lists_prove_it_offline() {
        OwnKey key = OwnKey.registered(CELL_MAKERS_ADMINISTRATOR);
        List<String> places = reserved(CELL_MAKER, 2);
        ObjectNode model = Examples.ofModel("battery-model", newModel());
        String first = key.token(CELL_MAKER, "battery-model", model, places.get(0));
        Response posted = OwnKey.post(CELL_MAKER, "battery-model", first);
        posted.then().statusCode(201);
        verified(first)
                .then()
                .body("outcome", equalTo("PASSED"))
                .body("record.issuer", equalTo(key.did()))
                .body("checks.find { it.name == 'status' }.result", equalTo("PASSED"));
        assertStatus(Check.Result.PASSED, "no revocation", offline(first, key));

        String id = posted.path("recordId");
        String second = key.token(CELL_MAKER, id, model.put("warrantyPeriod", "P9Y"), places.get(1));
        Response next = put(id, posted.header("ETag"), second);
        next.then().statusCode(200).body("version", equalTo(2));
        assertStatus(Check.Result.FAILED, "superseded: there is a newer version", offline(first, key));
        assertStatus(Check.Result.PASSED, "no refresh", offline(second, key));

        revoked(id, next.header("ETag"))
                .then()
                .statusCode(201)
                .body("version", equalTo(2))
                .body("versionsWithoutStatus", nullValue());
        for (String token : List.of(first, second)) {
            assertStatus(Check.Result.FAILED, "revoked: its issuer stands by it no more", offline(token, key));
            verified(token)
                    .then()
                    .body("outcome", equalTo("FAILED"))
                    .body("checks.findAll { it.result == 'FAILED' }.name", contains("status"))
                    .body("checks.find { it.name == 'status' }.reason", containsString("revoked"));
        }
        anyone().get("/v1/records/" + id).then().body("record.revocation.reason", equalTo(WHY));
        assertEquals(
                List.of(id + "/1", id + "/2", id + "/2/revoked"),
                LifecycleEvents.of(kafka, posted.path("subject"), 3).stream()
                        .map(event -> event.headers().get("ce_id"))
                        .toList());
    }

    @Test
    void whoever_makes_its_token_alone_puts_the_member_in_as_it_was_answered() {
        OwnKey key = OwnKey.registered(CELL_MAKERS_ADMINISTRATOR);
        Response answer = reserve(CELL_MAKER, 1);
        Forgery own = unplaced(key);
        own.payload.set(
                "credentialStatus", StrictJson.read(answer.asByteArray()).at("/statusPlaces/0/credentialStatus"));
        OwnKey.post(CELL_MAKER, "battery-model", own.signed()).then().statusCode(201);
        verified(own.signed()).then().body("checks.find { it.name == 'status' }.result", equalTo("PASSED"));
    }

    @Test
    void the_keys_of_who_keeps_the_list_are_needed_as_well() {
        OwnKey key = OwnKey.registered(CELL_MAKERS_ADMINISTRATOR);
        String token = key.token(
                CELL_MAKER,
                "battery-model",
                Examples.ofModel("battery-model", newModel()),
                reserved(CELL_MAKER, 1).get(0));
        OwnKey.post(CELL_MAKER, "battery-model", token).then().statusCode(201);
        Given own = Given.keys(List.of(keysOf(key)), Instant.now()).withStatusLists(listsOf(token));
        assertStatus(
                Check.Result.INDETERMINATE,
                "no keys of did:web:127.0.0.1%3A8081:operators:sakura-cells",
                judged(token, own));
    }

    @Test
    void places_are_given_out_once_and_listed_until_they_are_used() {
        OwnKey key = OwnKey.registered(CELL_MAKERS_ADMINISTRATOR);
        List<String> places = reserved(CELL_MAKER, 3);
        assertEquals(3, new HashSet<>(places).size());
        List<String> all = new ArrayList<>(reserved(CELL_MAKER, 3));
        all.removeAll(places);
        assertEquals(3, all.size());
        assertTrue(unused(CELL_MAKER).containsAll(places));
        String token =
                key.token(CELL_MAKER, "battery-model", Examples.ofModel("battery-model", newModel()), places.get(0));
        OwnKey.post(CELL_MAKER, "battery-model", token).then().statusCode(201);
        assertFalse(unused(CELL_MAKER).contains(places.get(0)));
        assertTrue(unused(CELL_MAKER).contains(places.get(1)));
        assertFalse(unused(OTHER_MAKER).contains(places.get(1)));
    }

    @Test
    void the_same_reservation_again_has_the_same_places() {
        String idempotencyKey = UUID.randomUUID().toString();
        Response first = reserve(CELL_MAKER, "{\"count\": 2}", idempotencyKey);
        first.then().statusCode(201).header("Cache-Control", "no-store");
        Response again = store.unchangedBy(() -> reserve(CELL_MAKER, "{\"count\": 2}", idempotencyKey));
        again.then().statusCode(201);
        assertEquals(
                new HashSet<>(first.<List<String>>path("statusPlaces.id")),
                new HashSet<>(again.<List<String>>path("statusPlaces.id")));
        refused(reserve(CELL_MAKER, "{\"count\": 3}", idempotencyKey), 422, "idempotency-key-reused");
    }

    @Test
    void as_many_as_are_unused_are_limited_also_when_they_are_asked_for_together()
            throws ExecutionException, InterruptedException {
        int unused = unused(People.REFINER).size();
        List<Response> answers = Together.times(4, i -> reserve(People.REFINER, 400));
        long given =
                answers.stream().filter(answer -> answer.statusCode() == 201).count();
        assertEquals((1000 - unused) / 400, given);
        Response full = store.unchangedBy(() -> reserve(People.REFINER, 400));
        refused(full, 422, "invalid-request")
                .then()
                .body("violations.rule", contains("places-are-used-first"))
                .body("violations[0].message", containsString("over the limit of 1000"));
    }

    @Test
    void refuses_counts_that_are_none_and_callers_who_write_no_records() {
        for (String body :
                List.of("{}", "[]", "{\"count\": \"1\"}", "{\"count\": 1.5}", "{\"count\": 1, \"for\": \"x\"}")) {
            refused(store.unchangedBy(() -> reserve(CELL_MAKER, body, null)), 400, "malformed-request");
        }
        for (String count : List.of("0", "-1", "501", "99999999999")) {
            refused(
                            store.unchangedBy(() -> reserve(CELL_MAKER, "{\"count\": " + count + "}", null)),
                            422,
                            "invalid-request")
                    .then()
                    .body("violations.pointer", contains("/count"));
        }
        for (People other : List.of(People.MARKET_SURVEILLANCE, People.CONNECTOR)) {
            refused(store.unchangedBy(() -> reserve(other, 1)), 403, "forbidden");
            refused(as(other).get(PLACES), 403, "forbidden");
        }
        refused(anyone().contentType("application/json").body("{\"count\": 1}").post(PLACES), 401, "unauthenticated");
        refused(anyone().get(PLACES), 401, "unauthenticated");
    }

    /** A list that nobody could sign would tell nothing. */
    @Test
    void reserves_nothing_where_the_service_could_not_sign_the_lists() throws SQLException {
        change("revoked_at = now() - interval '1 minute', revocation_reason = 'unspecified'");
        try {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> reserve(MODULE_MAKER, 1).statusCode() == 422);
            refused(store.unchangedBy(() -> reserve(MODULE_MAKER, 1)), 422, "invalid-request")
                    .then()
                    .body("violations.rule", contains("service-signs-lists"))
                    .body("violations[0].message", containsString("/v1/issuer-keys/rotation"));
        } finally {
            change("revoked_at = null, revocation_reason = null");
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> reserve(MODULE_MAKER, 1).statusCode() == 201);
        }
    }

    @Test
    void each_wrong_place_is_refused_and_what_to_change_is_said() {
        OwnKey key = OwnKey.registered(CELL_MAKERS_ADMINISTRATOR);
        ArrayNode mine = status(reserve(CELL_MAKER, 1));
        ArrayNode another = status(reserve(CELL_MAKER, 1));
        ArrayNode others = status(reserve(OTHER_MAKER, 1));
        ArrayNode drawn = drawn();
        ArrayNode used = status(reserve(CELL_MAKER, 1));
        OwnKey.post(CELL_MAKER, "battery-model", placed(key, used)).then().statusCode(201);

        refusedFor("no such list of sakura-cells here", placed(key, others));
        refusedFor("was not reserved for sakura-cells", placed(key, drawn));
        refusedFor("is that of version 1 of record", placed(key, used));
        refusedFor("a place for revocation alone", placed(key, array(mine.get(0))));
        refusedFor("a place for refresh alone", placed(key, array(mine.get(1))));
        refusedFor("two places", placed(key, array(mine.get(0), another.get(1))));
        refusedFor(
                "no such list",
                placed(
                        key,
                        with(mine, "statusListCredential", text -> text.replace("127.0.0.1", "elsewhere.example"))));
        refusedFor(
                "no such list", placed(key, with(mine, "statusListCredential", text -> text.replace("8081", "8082"))));
        refusedFor(
                "no such list",
                placed(key, with(mine, "statusListCredential", text -> text + "?at=2026-01-01T00:00:00Z")));
        refusedFor(
                "no such list",
                placed(
                        key,
                        with(mine, "statusListCredential", text -> text.replace("/status/", "/status/../status/"))));
        refusedFor(
                "no such list",
                placed(key, with(mine, "statusListCredential", text -> text.replaceFirst("[0-9a-f]{12}", "MINE"))));
        refusedFor(
                "no such list",
                placed(key, array(swapped(mine.get(0), mine.get(1)), swapped(mine.get(1), mine.get(0)))));
        refusedFor(
                "was not reserved", placed(key, with(mine, "statusListIndex", text -> text.equals("7") ? "8" : "7")));
        refusedFor(
                "no such list",
                placed(
                        key,
                        array(
                                mine.get(0),
                                with(
                                                array(mine.get(1)),
                                                "statusListCredential",
                                                text -> "https://lists.maker.example/1")
                                        .get(0))));
        assertTrue(unused(CELL_MAKER).contains(idOf(mine)), "nothing of it used the place up");
        OwnKey.post(CELL_MAKER, "battery-model", placed(key, mine)).then().statusCode(201);
    }

    @Test
    void lists_of_ones_own_and_none_are_taken_in() {
        OwnKey key = OwnKey.registered(CELL_MAKERS_ADMINISTRATOR);
        ArrayNode own = with(
                status(reserve(CELL_MAKER, 1)),
                "statusListCredential",
                text -> "https://lists.maker.example/" + text.substring(text.lastIndexOf('/') + 1));
        OwnKey.post(CELL_MAKER, "battery-model", placed(key, own)).then().statusCode(201);
        OwnKey.post(CELL_MAKER, "battery-model", unplaced(key).signed()).then().statusCode(201);
    }

    @Test
    void of_two_tokens_with_one_place_exactly_one_is_taken_in() throws ExecutionException, InterruptedException {
        OwnKey key = OwnKey.registered(CELL_MAKERS_ADMINISTRATOR);
        for (int round = 0; round < 5; round++) {
            ArrayNode place = status(reserve(CELL_MAKER, 1));
            List<String> tokens =
                    Stream.generate(() -> placed(key, place)).limit(4).toList();
            List<Response> answers = Together.times(4, i -> OwnKey.post(CELL_MAKER, "battery-model", tokens.get(i)));
            assertEquals(
                    1,
                    answers.stream()
                            .filter(answer -> answer.statusCode() == 201)
                            .count());
            answers.stream()
                    .filter(answer -> answer.statusCode() != 201)
                    .forEach(answer -> refused(answer, 422, "invalid-token")
                            .then()
                            .body("violations.rule", hasItem("token-status")));
        }
    }

    @Test
    void of_two_next_versions_of_two_records_with_one_place_exactly_one_is_taken_in()
            throws ExecutionException, InterruptedException {
        OwnKey key = OwnKey.registered(CELL_MAKERS_ADMINISTRATOR);
        List<String> ids = Stream.generate(() -> OwnKey.post(
                                CELL_MAKER, "battery-model", unplaced(key).signed())
                        .<String>path("recordId"))
                .limit(2)
                .toList();
        String place = reserved(CELL_MAKER, 1).get(0);
        List<String> tokens = ids.stream()
                .map(id -> key.token(CELL_MAKER, id, attributes(id), place))
                .toList();
        List<Response> answers = Together.times(2, i -> put(ids.get(i), "*", tokens.get(i)));
        assertEquals(
                1, answers.stream().filter(answer -> answer.statusCode() == 200).count());
        answers.stream()
                .filter(answer -> answer.statusCode() != 200)
                .forEach(answer -> refused(answer, 422, "invalid-token"));
    }

    @Test
    void the_same_token_again_is_a_repeat() throws ExecutionException, InterruptedException {
        OwnKey key = OwnKey.registered(CELL_MAKERS_ADMINISTRATOR);
        String token = placed(key, status(reserve(CELL_MAKER, 1)));
        String idempotencyKey = UUID.randomUUID().toString();
        List<Response> answers = Together.times(4, i -> post(idempotencyKey, token));
        answers.forEach(answer -> answer.then().statusCode(201));
        assertEquals(
                1,
                answers.stream()
                        .map(answer -> answer.<String>path("recordId"))
                        .distinct()
                        .count());
        refused(OwnKey.post(CELL_MAKER, "battery-model", token), 409, "subject-exists");
    }

    @Test
    void a_place_that_is_not_free_is_not_put_into_what_is_to_be_signed() {
        OwnKey key = OwnKey.registered(CELL_MAKERS_ADMINISTRATOR);
        ObjectNode model = Examples.ofModel("battery-model", newModel());
        String others = reserved(OTHER_MAKER, 1).get(0);
        refused(key.prepared(CELL_MAKER, "battery-model", model, others), 404, "not-found")
                .then()
                .body("detail", containsString("POST /v1/status-places"));
        refused(key.prepared(CELL_MAKER, "battery-model", model, "4711"), 400, "malformed-request");
        String used = reserved(CELL_MAKER, 1).get(0);
        OwnKey.post(CELL_MAKER, "battery-model", key.token(CELL_MAKER, "battery-model", model, used))
                .then()
                .statusCode(201);
        refused(
                key.prepared(CELL_MAKER, "battery-model", Examples.ofModel("battery-model", newModel()), used),
                404,
                "not-found");
    }

    @Test
    void a_version_without_a_place_is_not_revoked_and_the_next_one_with_a_place_is() {
        OwnKey key = OwnKey.registered(CELL_MAKERS_ADMINISTRATOR);
        Response first = OwnKey.post(CELL_MAKER, "battery-model", unplaced(key).signed());
        String id = first.path("recordId");
        Response refused = store.unchangedBy(() -> revoked(id, first.header("ETag")));
        refused(refused, 422, "invalid-request")
                .then()
                .body("violations.rule", contains("record-has-a-place"))
                .body("violations[0].message", containsString("POST /v1/status-places"));

        String place = reserved(CELL_MAKER, 1).get(0);
        Response second = put(id, "*", key.token(CELL_MAKER, id, attributes(id), place));
        Response revoked = revoked(id, second.header("ETag"));
        revoked.then().statusCode(201).body("versionsWithoutStatus", contains(1));
        revoked(id, second.header("ETag")).then().statusCode(200).body("versionsWithoutStatus", contains(1));

        Response third = put(id, "*", key.token(CELL_MAKER, id, attributes(id)));
        refused(store.unchangedBy(() -> revoked(id, third.header("ETag"))), 422, "invalid-request");
    }

    private void change(String columns) throws SQLException {
        try (Connection owner = store.asOwner();
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("alter table passport.issuer_key disable trigger user");
            statement.execute("update passport.issuer_key set " + columns
                    + " where operator_id = 'kaze-modules' and custody is not null and signs_until is null");
            statement.execute("alter table passport.issuer_key enable trigger user");
            owner.commit();
        }
    }

    private void refusedFor(String reason, String token) {
        Response answer = store.unchangedBy(() -> OwnKey.post(CELL_MAKER, "battery-model", token));
        refused(answer, 422, "invalid-token")
                .then()
                .body("violations.rule", hasItem("token-status"))
                .body("violations.findAll { it.rule == 'token-status' }.pointer", hasItem("/credentialStatus"))
                .body("violations.findAll { it.rule != 'token-status' }", hasSize(0))
                .body("violations.message.join(' ')", containsString(reason));
    }

    private static Forgery unplaced(OwnKey key) {
        return Forgery.of(key, key.token(CELL_MAKER, "battery-model", Examples.ofModel("battery-model", newModel())));
    }

    private static String placed(OwnKey key, ArrayNode status) {
        return unplaced(key)
                .with(each -> each.payload.set("credentialStatus", status))
                .signed();
    }

    private static ObjectNode attributes(String recordId) {
        return (ObjectNode)
                StrictJson.read(as(CELL_MAKER).get("/v1/records/" + recordId).asByteArray())
                        .path("content");
    }

    /** The place of a record that the service signed. */
    private static ArrayNode drawn() {
        Response record = Calls.post("battery-model", Examples.ofModel("battery-model", newModel()));
        String token = as(CELL_MAKER)
                .accept(SD_JWT)
                .get(record.<String>path("links.self"))
                .asString();
        return (ArrayNode)
                CompactJws.parse(RecordToken.parse(token).issuerJwt()).payload().path("credentialStatus");
    }

    private static ArrayNode status(Response reserved) {
        return (ArrayNode) StrictJson.read(reserved.asByteArray()).at("/statusPlaces/0/credentialStatus");
    }

    private static ArrayNode array(JsonNode... entries) {
        ArrayNode array = (ArrayNode) StrictJson.read("[]");
        Stream.of(entries).forEach(array::add);
        return array;
    }

    private static ObjectNode swapped(JsonNode entry, JsonNode other) {
        return ((ObjectNode) entry.deepCopy())
                .put("statusPurpose", other.path("statusPurpose").asText());
    }

    private static ArrayNode with(ArrayNode status, String member, UnaryOperator<String> change) {
        ArrayNode changed = status.deepCopy();
        changed.forEach(entry ->
                ((ObjectNode) entry).put(member, change.apply(entry.path(member).asText())));
        return changed;
    }

    private static String idOf(ArrayNode status) {
        String[] parts = status.at("/0/statusListCredential").asText().split("/");
        return parts[parts.length - 2] + "-" + status.at("/0/statusListIndex").asText();
    }

    private static List<String> reserved(People person, int count) {
        Response answer = reserve(person, count);
        answer.then().statusCode(201);
        return answer.path("statusPlaces.id");
    }

    private static List<String> unused(People person) {
        return as(person).get(PLACES).path("statusPlaces.id");
    }

    private static Response reserve(People person, int count) {
        return reserve(person, "{\"count\": " + count + "}", null);
    }

    private static Response reserve(People person, String body, @Nullable String idempotencyKey) {
        var request = as(person).contentType("application/json").body(body);
        return (idempotencyKey == null ? request : request.header("Idempotency-Key", idempotencyKey)).post(PLACES);
    }

    private static Response post(String idempotencyKey, String token) {
        return as(CELL_MAKER)
                .header("Idempotency-Key", idempotencyKey)
                .contentType(SD_JWT)
                .body(OwnKey.bytes(token))
                .post("/v1/records/battery-model");
    }

    private static Response put(String id, String ifMatch, String token) {
        return as(CELL_MAKER)
                .contentType(SD_JWT)
                .header("If-Match", ifMatch)
                .body(OwnKey.bytes(token))
                .put("/v1/records/" + id);
    }

    private static Response revoked(String id, String ifMatch) {
        return as(CELL_MAKER)
                .header("If-Match", ifMatch)
                .contentType("application/json")
                .body("{\"reason\": \"" + WHY + "\"}")
                .post("/v1/records/" + id + "/revocation");
    }

    private static Response verified(String token) {
        return anyone().contentType(SD_JWT).body(OwnKey.bytes(token)).post("/v1/verifications");
    }

    private static void assertStatus(Check.Result expected, String reason, Verification found) {
        Check status = found.check("status").orElseThrow();
        assertEquals(expected, status.result(), status.reason());
        assertTrue(status.reason().contains(reason), status.reason());
    }

    /** By the issuer's keys, those of who keeps its lists here, and the lists. */
    private static Verification offline(String token, OwnKey key) {
        PublishedKeys keeper = PublishedKeys.ofDidDocument(
                anyone().get("/operators/sakura-cells/did.json").asByteArray());
        return judged(
                token, Given.keys(List.of(keysOf(key), keeper), Instant.now()).withStatusLists(listsOf(token)));
    }

    private static Verification judged(String token, Given given) {
        return new RecordVerifier(new RecordSchemas()).verify(token, given);
    }

    private static PublishedKeys keysOf(OwnKey key) {
        return PublishedKeys.of(key.did(), List.of(key.key()));
    }

    private static List<String> listsOf(String token) {
        return RecordToken.parse(token).header().status().stream()
                .map(entry -> anyone().get(entry.list().getPath()).asString())
                .toList();
    }

    private static String newModel() {
        return "PLACE-" + UUID.randomUUID().toString().substring(0, 13);
    }
}
