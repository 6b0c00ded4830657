package dev.denchi.api;

import static dev.denchi.api.Calls.anyone;
import static dev.denchi.api.Calls.as;
import static dev.denchi.api.Calls.post;
import static dev.denchi.api.Calls.postModel;
import static dev.denchi.api.Calls.put;
import static dev.denchi.api.Refusals.refused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.format.RecordSchemas;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.signature.CompactJws;
import dev.denchi.model.signature.PublishedKeys;
import dev.denchi.model.status.StatusEntry;
import dev.denchi.model.status.StatusListCredential;
import dev.denchi.model.status.StatusPurpose;
import dev.denchi.model.verification.Check;
import dev.denchi.model.verification.Given;
import dev.denchi.model.verification.RecordVerifier;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whether records still stand: told by the service, and provable without it. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class StatusTest {
    private static final String WHY = "The footprint was computed with the electricity mix of another plant.";

    @Inject
    Store store;

    @Inject
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Test
    void every_record_names_its_place_for_both_purposes() {
        RecordToken token = token(post("battery-model", Examples.ofModel("battery-model", "STATUS-PLACE")));
        List<StatusEntry> entries = token.header().status();
        assertEquals(
                List.of(StatusPurpose.REVOCATION, StatusPurpose.REFRESH),
                entries.stream().map(StatusEntry::purpose).toList());
        for (StatusEntry entry : entries) {
            StatusListCredential list = StatusListCredential.read(CompactJws.parse(listOf(entry)));
            assertEquals(entry.list(), list.id());
            assertFalse(list.list().isSet(entry.index()));
        }
    }

    @Test
    void no_two_records_share_a_place_and_the_place_does_not_count() throws InterruptedException, ExecutionException {
        postModel("STATUS-MANY");
        List<Response> posted = Together.times(400, i -> post("battery", Examples.newBattery("STATUS-MANY")));
        List<StatusEntry> entries = posted.stream()
                .map(answer -> token(answer).header().status().get(0))
                .toList();

        assertEquals(400, new HashSet<>(entries).size());
        long ascending = Stream.iterate(1, i -> i < 400, i -> i + 1)
                .filter(i -> entries.get(i).index() > entries.get(i - 1).index())
                .count();
        assertTrue(ascending > 120 && ascending < 280, "of 399 neighbours " + ascending + " ascend");
    }

    @Test
    void a_list_is_signed_anew_when_a_bit_was_set_and_not_before() {
        ObjectNode model = Examples.ofModel("battery-model", "STATUS-CACHE");
        Response first = post("battery-model", model);
        StatusEntry entry = entry(first, StatusPurpose.REFRESH);
        Response list = anyone().get(entry.list().getPath());
        list.then().statusCode(200).contentType("application/vc+jwt").header("Cache-Control", "public, max-age=60");
        anyone().header("If-None-Match", list.header("ETag"))
                .get(entry.list().getPath())
                .then()
                .statusCode(304);
        assertEquals(list.asString(), listOf(entry));

        put(first.path("links.self"), first.header("ETag"), model.put("warrantyPeriod", "P9Y"))
                .then()
                .statusCode(200);
        String after = listOf(entry);
        assertNotEquals(list.asString(), after);
        assertTrue(StatusListCredential.read(CompactJws.parse(after)).list().isSet(entry.index()));
        assertFalse(StatusListCredential.read(CompactJws.parse(listOf(entry(first, StatusPurpose.REVOCATION))))
                .list()
                .isSet(entry.index()));
    }

    /** Must show: superseded and revoked records fail with the reason, hold as of their time, and the lists prove it offline. */
    @Test
    void superseded_and_revoked_records_fail_from_then_on_and_the_lists_prove_it_offline() throws InterruptedException {
        ObjectNode model = Examples.ofModel("battery-model", "STATUS-LIFE");
        Response first = post("battery-model", model);
        RecordToken one = token(first);
        List<String> listsOfOne = listsOf(one);
        Instant whileOneStood = now();
        Thread.sleep(1100); // lists count in seconds

        Response second = put(first.path("links.self"), first.header("ETag"), model.put("warrantyPeriod", "P9Y"));
        RecordToken two = token(second);
        List<String> listsOfTwo = listsOf(two);
        Instant whileTwoStood = now();
        assertStatus(Check.Result.PASSED, "no revocation", one, listsOfOne, whileOneStood);
        assertStatus(Check.Result.FAILED, "superseded: there is a newer version", one, listsOf(one), now());
        assertStatus(Check.Result.PASSED, "no refresh", two, listsOfTwo, now());
        Thread.sleep(1100);

        revoke(second, WHY).then().statusCode(201);
        assertStatus(Check.Result.PASSED, "no revocation", two, listsOfTwo, whileTwoStood);
        assertStatus(Check.Result.FAILED, "revoked: its issuer stands by it no more", two, listsOf(two), now());
        assertStatus(Check.Result.FAILED, "revoked: its issuer stands by it no more", one, listsOf(one), now());
        assertEquals(
                listsOfTwo.get(0),
                anyone().queryParam("at", whileTwoStood.toString())
                        .get(two.header().status().get(0).list().getPath())
                        .asString());

        verified(two, null)
                .then()
                .body("checks.find { it.name == 'status' }.result", equalTo("FAILED"))
                .body("checks.find { it.name == 'status' }.reason", containsString("revoked"))
                .body("checks.findAll { it.result == 'FAILED' }.name", contains("status"));
        verified(two, whileTwoStood).then().body("checks.find { it.name == 'status' }.result", equalTo("PASSED"));

        Response third = put(second.path("links.self"), second.header("ETag"), model.put("warrantyPeriod", "P10Y"));
        verified(token(third), null).then().body("checks.find { it.name == 'status' }.result", equalTo("PASSED"));
    }

    @Test
    void readers_are_told_of_a_revocation_everywhere_and_events_tell_it_once() {
        postModel("STATUS-TOLD");
        Response battery = post("battery", Examples.newBattery("STATUS-TOLD"));
        String passport = battery.path("links.passport");
        Response footprint = anyone().get(passport);
        footprint.then().body("revokedRecords", nullValue());
        String self =
                "/v1/records/" + recordOf("urn:denchi:carbon-footprint:sakura-cells:STATUS-TOLD:GLN:4912345000026");
        Response record = as(People.CELL_MAKER).get(self);

        Response revoked = as(People.CELL_MAKER)
                .header("If-Match", record.header("ETag"))
                .contentType("application/json")
                .body(StrictJson.write(Map.of("reason", WHY)))
                .post(self + "/revocation");
        revoked.then().statusCode(201).body("version", equalTo(1)).body("reason", equalTo(WHY));

        anyone().get(self)
                .then()
                .body("record.revocation.reason", equalTo(WHY))
                .body("record.revocation.revokedAt", equalTo(revoked.path("revokedAt")));
        anyone().get(self + "/versions").then().body("versions[0].revocation.reason", equalTo(WHY));
        anyone().header("If-None-Match", record.header("ETag")).get(self).then().statusCode(200);
        anyone().header("If-None-Match", footprint.header("ETag"))
                .get(passport)
                .then()
                .statusCode(200)
                .body("revokedRecords", contains("carbonFootprint"));
        anyone().accept("text/html")
                .get(passport)
                .then()
                .body(containsString("Withdrawn by its issuer"))
                .body(containsString("<li>Carbon footprint</li>"))
                .body(not(containsString("revokedRecords")));
        var events = LifecycleEvents.of(kafka, record.path("record.subject"), 2);
        assertEquals("dev.denchi.record.v1.revoked", events.get(1).headers().get("ce_type"));
        assertEquals(
                record.path("record.recordId") + "/1/revoked",
                events.get(1).headers().get("ce_id"));
        assertEquals(
                Examples.of("events/record-revoked").get("payload").size() - 1, // its example is of a second version
                events.get(1).payload().size());
        assertFalse(events.get(1).payload().toString().contains("electricity"));
    }

    @Test
    void a_revocation_can_be_repeated_and_stays_as_it_was_said_first() {
        Response record = post("battery-model", Examples.ofModel("battery-model", "STATUS-AGAIN"));
        Response first = revoke(record, WHY);
        Response again = store.unchangedBy(() -> revoke(record, "something else"));
        again.then().statusCode(200);
        assertEquals(first.asString(), again.asString());
    }

    @Test
    void only_the_records_own_operator_revokes_it_and_only_the_version_he_read() {
        Response record = post("battery-model", Examples.ofModel("battery-model", "STATUS-OWNER"));
        String address = record.path("links.self") + "/revocation";
        byte[] body = StrictJson.write(Map.of("reason", WHY));
        for (People other :
                List.of(People.OTHER_MAKER, People.RECYCLER, People.MARKET_SURVEILLANCE, People.CONNECTOR)) {
            refused(
                    store.unchangedBy(() -> as(other)
                            .header("If-Match", "*")
                            .contentType("application/json")
                            .body(body)
                            .post(address)),
                    403,
                    "forbidden");
        }
        refused(anyone().contentType("application/json").body(body).post(address), 401, "unauthenticated");
        refused(
                as(People.CELL_MAKER).contentType("application/json").body(body).post(address),
                428,
                "precondition-required");
        refused(revoke(record, "\"1-0000000000000000\"", WHY), 412, "stale-version");
        for (String reason : List.of("", " ", "a\nb", "x".repeat(501))) {
            refused(revoke(record, reason), 400, "malformed-request");
        }
        as(People.CELL_MAKER).get(record.<String>path("links.self")).then().body("record.revocation", nullValue());
    }

    @Test
    void refuses_lists_that_there_are_not() {
        String path = entry(
                        post("battery-model", Examples.ofModel("battery-model", "STATUS-NONE")), StatusPurpose.REFRESH)
                .list()
                .getPath();
        refused(anyone().get(path.replace("sakura-cells", "hikari-motors")), 404, "not-found");
        refused(anyone().get(path.replaceFirst("[0-9a-f]{12}", "000000000000")), 404, "not-found");
        refused(anyone().get(path.replace("refresh", "suspension")), 404, "not-found");
        refused(anyone().get(path.replace("sakura-cells", "Sakura")), 400, "malformed-request");
        refused(anyone().queryParam("at", "yesterday").get(path), 400, "malformed-request");
        refused(anyone().queryParam("at", "+999999999-01-01T00:00:00Z").get(path), 400, "malformed-request");
        refused(anyone().queryParam("at", "2020-01-01T00:00:00Z").get(path), 404, "not-found");
    }

    private Response revoke(Response record, String reason) {
        return revoke(record, record.header("ETag"), reason);
    }

    private static Response revoke(Response record, String ifMatch, String reason) {
        return as(People.CELL_MAKER)
                .header("If-Match", ifMatch)
                .contentType("application/json")
                .body(StrictJson.write(Map.of("reason", reason)))
                .post(record.path("links.self") + "/revocation");
    }

    private String recordOf(String subject) {
        return store.recordOf(subject);
    }

    private static void assertStatus(
            Check.Result expected, String reason, RecordToken record, List<String> lists, Instant asOf) {
        PublishedKeys keys = PublishedKeys.ofDidDocument(
                anyone().get("/operators/sakura-cells/did.json").asByteArray());
        Check status = new RecordVerifier(new RecordSchemas())
                .verify(record.serialize(), Given.keys(List.of(keys), asOf).withStatusLists(lists))
                .check("status")
                .orElseThrow();
        assertEquals(expected, status.result(), status.reason());
        assertTrue(status.reason().contains(reason), status.reason());
    }

    private static Response verified(RecordToken token, @Nullable Instant asOf) {
        Map<String, Object> request = asOf == null
                ? Map.of("token", token.serialize())
                : Map.of("token", token.serialize(), "asOf", asOf.toString());
        Response answer = anyone().contentType("application/json")
                .body(StrictJson.write(request))
                .post("/v1/verifications");
        answer.then().statusCode(200).body("record.issuer", startsWith("did:web:"));
        return answer;
    }

    private static Instant now() {
        return Instant.now();
    }

    private static StatusEntry entry(Response receipt, StatusPurpose purpose) {
        return token(receipt).header().status().stream()
                .filter(entry -> entry.purpose() == purpose)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> listsOf(RecordToken token) {
        return token.header().status().stream().map(StatusTest::listOf).toList();
    }

    private static String listOf(StatusEntry entry) {
        Response answer = anyone().get(entry.list().getPath());
        assertEquals(200, answer.statusCode(), answer::asString);
        return answer.asString();
    }

    private static RecordToken token(Response receipt) {
        assertTrue(Set.of(200, 201).contains(receipt.statusCode()), receipt::asString);
        return RecordToken.parse(as(People.CELL_MAKER)
                .accept("application/vc+sd-jwt")
                .get((String) receipt.path("links.self") + "/versions/" + receipt.path("version"))
                .asString());
    }
}
