package dev.denchi.api;

import static dev.denchi.api.Calls.anyone;
import static dev.denchi.api.Calls.as;
import static dev.denchi.api.Calls.post;
import static dev.denchi.api.Calls.postModel;
import static dev.denchi.api.Calls.put;
import static dev.denchi.api.Refusals.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.model.audit.AuditExport;
import dev.denchi.model.audit.AuditVerifier;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.signature.PublishedKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Who wrote and who read, as the operator and authorities find it. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class AuditLogTest {
    private static final String MAKER = "sakura-cells";

    @Inject
    Store store;

    @Test
    void every_version_and_revocation_is_told_with_its_hash_and_who_sent_it() {
        ObjectNode model = Examples.ofModel("battery-model", "AUDIT-WRITE");
        Response first = post("battery-model", model);
        Response second = put(first.path("links.self"), first.header("ETag"), model.put("warrantyPeriod", "P9Y"));
        as(People.CELL_MAKER)
                .header("If-Match", second.header("ETag"))
                .contentType("application/json")
                .body("{\"reason\":\"wrong\"}")
                .post(first.path("links.self") + "/revocation")
                .then()
                .statusCode(201);

        List<JsonNode> told = entriesOf(MAKER, about(first.path("recordId")), 3);
        assertEquals(
                List.of("record.issued", "record.issued", "record.revoked"),
                told.stream().map(entry -> entry.path("action").textValue()).toList());
        assertEquals(first.path("sha256"), told.get(0).at("/record/sha256").textValue());
        assertEquals(second.path("sha256"), told.get(1).at("/record/sha256").textValue());
        assertEquals(MAKER, told.get(2).at("/by/operator").textValue());
        assertTrue(told.get(2).at("/by/apiKey").isTextual());
        assertFalse(told.toString().contains("P9Y"));
    }

    @Test
    void reads_beyond_the_public_are_told_with_who_why_and_what_but_no_values() {
        postModel("AUDIT-READ");
        Response battery = post("battery", Examples.newBattery("AUDIT-READ"));
        String passport = battery.path("links.passport");
        String record = battery.path("links.self");
        String token = PullTokenFixture.of("AUDIT-READ", List.of(1, 2), "transfer-of-audit");

        anyone().get(passport).then().statusCode(200);
        as(People.OTHER_MAKER).get(passport).then().statusCode(200);
        assertEquals(List.of(), entriesOf(MAKER, reads(battery), 0));

        Response seen = as(People.RECYCLER).get(passport);
        as(People.RECYCLER)
                .header("If-None-Match", seen.header("ETag"))
                .get(passport)
                .then()
                .statusCode(304);
        as(People.MARKET_SURVEILLANCE).get(record).then().statusCode(200);
        as(People.CELL_MAKER).accept("application/vc+sd-jwt").get(record).then().statusCode(200);
        anyone().header("Authorization", "Bearer " + token).get(passport).then().statusCode(200);

        List<JsonNode> told = entriesOf(MAKER, reads(battery), 4);
        assertEquals(
                List.of("legitimateInterest", "authority", "operator", "agreement"),
                told.stream().map(entry -> entry.at("/right/as").textValue()).toList());
        assertEquals("rhein-recycling", told.get(0).at("/by/operator").textValue());
        assertEquals("LEGITIMATE_INTEREST", told.get(0).at("/by/role").textValue());
        assertEquals(4, told.get(0).path("records").size());
        assertEquals("[1,2]", told.get(3).at("/right/points").toString());
        assertEquals("transfer-of-audit", told.get(3).at("/by/transfer").textValue());
        assertFalse(told.toString().contains("original"), told::toString);
    }

    @Test
    void settings_are_told_too() {
        Response key = as(People.CELL_MAKERS_ADMINISTRATOR)
                .contentType("application/json")
                .body("{\"name\":\"audited\"}")
                .post("/v1/api-keys");
        String id = key.path("id");
        as(People.CELL_MAKERS_ADMINISTRATOR).delete("/v1/api-keys/" + id).then().statusCode(204);
        List<JsonNode> told =
                entriesOf(MAKER, entry -> id.equals(entry.path("apiKeyId").textValue()), 2);
        assertEquals(
                List.of("api-key.made", "api-key.revoked"),
                told.stream().map(entry -> entry.path("action").textValue()).toList());
        assertFalse(told.toString().contains(key.path("key").toString()));
    }

    @Test
    void the_whole_log_verifies_after_many_wrote_and_read_at_once() throws InterruptedException, ExecutionException {
        postModel("AUDIT-MANY");
        Response battery = post("battery", Examples.newBattery("AUDIT-MANY"));
        Together.times(
                120,
                i -> i % 2 == 0
                        ? post("battery", Examples.newBattery("AUDIT-MANY"))
                        : as(People.RECYCLER).get((String) battery.path("links.passport")));
        entriesOf(MAKER, reads(battery), 60);

        AuditVerifier verified = verified(exported(MAKER));
        assertEquals(List.of(), verified.findings());
        assertTrue(verified.rows() > 120, () -> "rows: " + verified.rows());
        assertTrue(verified.vouchedFor() > 0, "a checkpoint vouches for the beginning");
    }

    @Test
    void a_key_that_does_not_answer_keeps_no_other_log_from_being_signed() {
        String key = store.text("select custody_name from passport.issuer_key where operator_id = 'denchi'");
        try {
            keepKeyAs("not there");
            for (String operator : List.of("denchi", "kita-recycling", MAKER)) {
                exported(operator); // which is told in it
            }
            for (String operator : List.of("kita-recycling", MAKER)) {
                Awaitility.await().until(() -> isSignedToItsEnd(operator));
            }
            assertFalse(isSignedToItsEnd("denchi"));
        } finally {
            keepKeyAs(key);
        }
    }

    private void keepKeyAs(String name) {
        store.text("with changed as (update passport.issuer_key set custody_name = '" + name
                + "' where operator_id = 'denchi' returning key_id) select min(key_id) from changed");
    }

    /** Asked of the tables, as every export adds a row. */
    private boolean isSignedToItsEnd(String operator) {
        return store.text(
                        "select (max(l.sequence) = (select coalesce(max(c.sequence), 0) from passport.audit_checkpoint c "
                                + "where c.operator_id = '" + operator
                                + "'))::text from passport.audit_log l where l.operator_id = '"
                                + operator + "'")
                .equals("true");
    }

    @Test
    void a_line_that_was_changed_is_found_in_the_export() {
        post("battery-model", Examples.ofModel("battery-model", "AUDIT-TAMPER"));
        entriesOf(MAKER, entry -> entry.toString().contains("AUDIT-TAMPER"), 1);
        List<String> lines = new ArrayList<>(exported(MAKER));
        int place = lines.size() - 2;
        lines.set(place, lines.get(place).replaceFirst("\\\\\"at\\\\\":\\\\\"2", "\\\\\"at\\\\\":\\\\\"1"));
        assertEquals(
                List.of(StrictJson.read(lines.get(place)).path("sequence").longValue()),
                verified(lines).findings().stream()
                        .map(finding -> finding.sequence())
                        .toList());
    }

    @Test
    void only_administrators_of_the_operator_and_authorities_read_it() {
        for (People other : List.of(People.CELL_MAKER, People.OTHER_MAKER, People.RECYCLER, People.CONNECTOR)) {
            refused(as(other).get("/v1/audit-log"), 403, "forbidden");
        }
        refused(
                as(People.OTHER_MAKERS_ADMINISTRATOR)
                        .queryParam("operator", MAKER)
                        .get("/v1/audit-log"),
                403,
                "forbidden");
        refused(anyone().get("/v1/audit-log"), 401, "unauthenticated");
        refused(as(People.MARKET_SURVEILLANCE).get("/v1/audit-log"), 400, "malformed-request");
        refused(as(People.MARKET_SURVEILLANCE).get("/v1/audit-log?operator=Sakura"), 400, "malformed-request");
        for (String query : List.of("after=-1", "after=x", "limit=0", "limit=10001")) {
            refused(as(People.CELL_MAKERS_ADMINISTRATOR).get("/v1/audit-log?" + query), 400, "malformed-request");
        }
        as(People.MARKET_SURVEILLANCE)
                .get("/v1/audit-log?operator=" + MAKER)
                .then()
                .statusCode(200);
    }

    @Test
    void it_comes_in_pages() {
        for (int i = 0; i < 3; i++) {
            as(People.OTHER_MAKERS_ADMINISTRATOR).get("/v1/audit-log").then().statusCode(200);
        }
        entriesOf("hikari-motors", entry -> true, -3);
        Response page = as(People.OTHER_MAKERS_ADMINISTRATOR).get("/v1/audit-log?limit=2");
        String next = page.header("Link").replaceFirst("<(.*)>.*", "$1");
        assertTrue(next.endsWith("after=2&limit=2"), next);
        assertNotNull(as(People.OTHER_MAKERS_ADMINISTRATOR).get(next).asString());
    }

    private static Predicate<JsonNode> about(String recordId) {
        return entry -> recordId.equals(entry.at("/record/recordId").textValue());
    }

    private static Predicate<JsonNode> reads(Response receipt) {
        return entry -> entry.path("action").asText().equals("record.read")
                && entry.path("records").toString().contains(receipt.<String>path("recordId"));
    }

    /** The entries of that kind, once there are so many (at least, when negative), which takes the sealer a moment. */
    private static List<JsonNode> entriesOf(String operator, Predicate<JsonNode> which, int count) {
        List<JsonNode> found = List.of();
        for (int attempt = 0; attempt < 100; attempt++) {
            found = exported(operator).stream()
                    .map(StrictJson::read)
                    .filter(line -> line.has("entry"))
                    .map(line -> StrictJson.read(line.path("entry").textValue()))
                    .filter(which)
                    .toList();
            if (count != 0 && found.size() >= Math.abs(count)) {
                break;
            }
            pause();
            if (count == 0 && attempt == 10) {
                break;
            }
        }
        assertTrue(count < 0 ? found.size() >= -count : found.size() == count, found::toString);
        return found;
    }

    private static List<String> exported(String operator) {
        List<String> lines = new ArrayList<>();
        String next = "/v1/audit-log?limit=10000&operator=" + operator;
        while (next != null) {
            Response page = as(People.MARKET_SURVEILLANCE).get(next);
            assertEquals(200, page.statusCode(), page::asString);
            lines.addAll(page.asString().lines().toList());
            next = page.header("Link") == null ? null : page.header("Link").replaceFirst("<(.*)>.*", "$1");
        }
        return lines;
    }

    private static AuditVerifier verified(List<String> lines) {
        PublishedKeys keys = PublishedKeys.ofDidDocument(
                anyone().get("/operators/" + MAKER + "/did.json").asByteArray());
        return AuditExport.verified(lines.stream(), List.of(), List.of(keys));
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
