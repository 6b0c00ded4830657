package dev.denchi.api;

import static dev.denchi.api.Calls.anyone;
import static dev.denchi.api.Calls.as;
import static dev.denchi.api.OwnKey.SD_JWT;
import static dev.denchi.api.People.CELL_MAKER;
import static dev.denchi.api.People.CELL_MAKERS_ADMINISTRATOR;
import static dev.denchi.api.People.OTHER_MAKER;
import static dev.denchi.api.People.OTHER_MAKERS_ADMINISTRATOR;
import static dev.denchi.api.Refusals.refused;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.denchi.model.format.RecordSchemas;
import dev.denchi.model.signature.PublishedKeys;
import dev.denchi.model.verification.Check;
import dev.denchi.model.verification.Given;
import dev.denchi.model.verification.Question;
import dev.denchi.model.verification.RecordVerifier;
import dev.denchi.model.verification.Verification;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Keys are rotated and revoked: what they signed while they were good stays so, for whoever has the published keys. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class KeyLifeTest {
    private static final String KEYS = "/v1/issuer-keys";

    @Test
    void after_a_rotation_the_new_key_signs_and_old_records_verify_for_ever() {
        String before = issued(CELL_MAKER);
        Response next = as(CELL_MAKERS_ADMINISTRATOR).post(KEYS + "/rotation");
        next.then().statusCode(201).body("heldBy", equalTo("service"));
        String meanwhile = issued(CELL_MAKER);
        assertEquals(kid(before), kid(meanwhile));
        refused(as(CELL_MAKERS_ADMINISTRATOR).post(KEYS + "/rotation"), 422, "invalid-request");

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> kid(issued(CELL_MAKER)).equals(next.path("keyId")));

        String after = issued(CELL_MAKER);
        PublishedKeys published = published(CELL_MAKER);
        Instant inTwentyYears = Instant.now().plus(Duration.ofDays(7300));
        for (String token : List.of(before, meanwhile, after)) {
            verified(token).then().body("outcome", equalTo("PASSED"));
            assertEquals(List.of(Question.STATUS), openOrFailed(offline(token, published, inTwentyYears)), token);
        }
        var old = published.find(kid(before)).orElseThrow().jwk();
        assertEquals(next.path("signsFrom"), old.getExpirationTime().toInstant().toString());
        assertEquals(
                published,
                PublishedKeys.ofJwks(
                        anyone().get("/operators/sakura-cells/jwks.json").asByteArray()));
    }

    @Test
    void what_a_revoked_key_signs_from_its_moment_on_fails_with_the_reason_and_a_new_key_signs_at_once() {
        String before = issued(OTHER_MAKER);
        Instant issuedAt = Instant.parse(verified(before).path("record.issuedAt"));
        String id = idOf(OTHER_MAKERS_ADMINISTRATOR, kid(before));
        // as when it is found out later that it was stolen then
        revoke(OTHER_MAKERS_ADMINISTRATOR, id, "{\"reason\": \"compromised\", \"from\": \"" + issuedAt + "\"}")
                .then()
                .statusCode(200)
                .body("revokedAt", equalTo(issuedAt.toString()))
                .body("revocationReason", equalTo("compromised"));

        verified(before)
                .then()
                .body("outcome", equalTo("FAILED"))
                .body("checks.findAll { it.result == 'FAILED' }.name", equalTo(List.of("issuer")))
                .body("checks.find { it.name == 'issuer' }.reason", containsString("reason: compromised"));
        assertEquals(
                "FAILED",
                offline(before, published(OTHER_MAKER), Instant.now())
                        .resultOf("issuer")
                        .name());
        String after = issued(OTHER_MAKER);
        assertNotEquals(kid(before), kid(after));
        verified(after).then().body("outcome", equalTo("PASSED"));

        revoke(OTHER_MAKERS_ADMINISTRATOR, id, "{\"reason\": \"unspecified\"}")
                .then()
                .statusCode(200)
                .body("revokedAt", equalTo(issuedAt.toString()))
                .body("revocationReason", equalTo("compromised"));
    }

    @Test
    void what_was_signed_before_the_moment_still_counts() {
        String before = issued(OTHER_MAKER);
        String id = idOf(OTHER_MAKERS_ADMINISTRATOR, kid(before));
        Instant later =
                Instant.parse(verified(before).<String>path("record.issuedAt")).plusSeconds(1);
        Awaitility.await().until(() -> Instant.now().isAfter(later.plusSeconds(1)));
        revoke(OTHER_MAKERS_ADMINISTRATOR, id, "{\"reason\": \"superseded\", \"from\": \"" + later + "\"}")
                .then()
                .statusCode(200);
        verified(before).then().body("outcome", equalTo("PASSED"));
    }

    @Test
    void an_operators_own_key_that_was_revoked_signs_nothing_more_whatever_time_it_says() {
        OwnKey key = OwnKey.registered(CELL_MAKERS_ADMINISTRATOR);
        String early = key.token(CELL_MAKER, "battery-model", Examples.ofModel("battery-model", newModel()));
        String kept = key.token(CELL_MAKER, "battery-model", Examples.ofModel("battery-model", newModel()));
        OwnKey.post(CELL_MAKER, "battery-model", kept).then().statusCode(201);
        Awaitility.await().pollDelay(Duration.ofMillis(2100)).until(() -> true);
        revoke(CELL_MAKERS_ADMINISTRATOR, idOf(CELL_MAKERS_ADMINISTRATOR, key.keyId()), "{\"reason\": \"compromised\"}")
                .then()
                .statusCode(200);
        refused(OwnKey.post(CELL_MAKER, "battery-model", early), 422, "invalid-token")
                .then()
                .body("violations.rule", hasItem("token-issuer"));
        verified(kept).then().body("outcome", equalTo("PASSED"));
        key.register(CELL_MAKERS_ADMINISTRATOR).then().body("revocationReason", equalTo("compromised"));
    }

    @Test
    void a_revocation_says_why_and_is_not_of_the_future() {
        String id = idOf(CELL_MAKERS_ADMINISTRATOR, kid(issued(CELL_MAKER)));
        for (String body : new String[] {
            "{}", "{\"reason\": \"bored\"}", "{\"reason\": \"compromised\", \"from\": \"2099-01-01T00:00:00Z\"}"
        }) {
            refused(revoke(CELL_MAKERS_ADMINISTRATOR, id, body), 422, "invalid-request");
        }
        refused(
                revoke(CELL_MAKERS_ADMINISTRATOR, UUID.randomUUID().toString(), "{\"reason\": \"compromised\"}"),
                404,
                "not-found");
    }

    @Test
    void a_certification_authority_is_asked_with_a_request_that_names_the_issuer() {
        String id = idOf(CELL_MAKERS_ADMINISTRATOR, kid(issued(CELL_MAKER)));
        Response request = as(CELL_MAKERS_ADMINISTRATOR).get(KEYS + "/" + id + "/certificate-request");
        request.then().statusCode(200).contentType("application/x-pem-file");
        assertTrue(request.asString().startsWith("-----BEGIN CERTIFICATE REQUEST-----"), request::asString);
        String own = OwnKey.published().register(CELL_MAKERS_ADMINISTRATOR).path("id");
        refused(as(CELL_MAKERS_ADMINISTRATOR).get(KEYS + "/" + own + "/certificate-request"), 422, "invalid-request");
        refused(
                as(CELL_MAKERS_ADMINISTRATOR)
                        .contentType("application/json")
                        .body("{\"certificates\": \"none\"}")
                        .put(KEYS + "/" + id + "/certificates"),
                422,
                "invalid-request");
    }

    static Response revoke(People person, String id, String body) {
        return as(person).contentType("application/json").body(body).post(KEYS + "/" + id + "/revocation");
    }

    private static String idOf(People administrator, String keyId) {
        return as(administrator).get(KEYS).path("issuerKeys.find { it.keyId == '" + keyId + "' }.id");
    }

    private static String issued(People person) {
        Response posted = Calls.post(
                person,
                "battery-model",
                Examples.ofModel("battery-model", newModel()).toString());
        assertEquals(201, posted.statusCode(), posted::asString);
        return as(person).accept(SD_JWT).get((String) posted.path("links.self")).asString();
    }

    private static String kid(String token) {
        return Forgery.of(OwnKey.published(), token).header.path("kid").textValue();
    }

    private static Response verified(String token) {
        return anyone().contentType(SD_JWT).body(OwnKey.bytes(token)).post("/v1/verifications");
    }

    private static PublishedKeys published(People person) {
        return PublishedKeys.ofDidDocument(
                anyone().get("/operators/" + person.operator() + "/did.json").asByteArray());
    }

    /** Without a status list of that day, how the record stands then is left open. */
    private static List<Question> openOrFailed(Verification found) {
        return found.checks().stream()
                .filter(check -> check.result() == Check.Result.FAILED || check.result() == Check.Result.INDETERMINATE)
                .map(Check::question)
                .toList();
    }

    private static Verification offline(String token, PublishedKeys keys, Instant asOf) {
        return new RecordVerifier(new RecordSchemas()).verify(token, Given.keys(List.of(keys), asOf));
    }

    private static String newModel() {
        return "LIFE-" + UUID.randomUUID().toString().substring(0, 13);
    }
}
