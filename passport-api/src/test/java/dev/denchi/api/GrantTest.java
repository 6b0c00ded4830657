package dev.denchi.api;

import static dev.denchi.api.Calls.anyone;
import static dev.denchi.api.Calls.as;
import static dev.denchi.api.Refusals.refused;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.model.format.StrictJson;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class GrantTest {
    private static final String ATTRIBUTE = "/conformity/resultOfTestReport";
    private static final Map<String, List<String>> REPORT = Map.of("battery-model", List.of(ATTRIBUTE));

    @Inject
    Store store;

    @Test
    void says_back_what_was_granted_to_both_sides() {
        ObjectNode body = Grants.toOtherMaker(REPORT).put("modelId", "SAID-BACK");
        Response made = Grants.post(body);
        made.then()
                .statusCode(201)
                .body("operator", equalTo("sakura-cells"))
                .body("partner.operator", equalTo("hikari-motors"))
                .body("modelId", equalTo("SAID-BACK"))
                .body("attributes.battery-model", equalTo(List.of(ATTRIBUTE)))
                .body("buildsPassports", equalTo(false))
                .body("purpose", equalTo("footprint of our packs"))
                .body("revokedAt", nullValue());
        String id = made.path("id");
        for (String address : List.of(Grants.ADDRESS + "/" + id, Grants.ADDRESS + "/" + id)) {
            as(Grants.GIVER).get(address).then().statusCode(200).body("id", equalTo(id));
            as(People.OTHER_MAKERS_ADMINISTRATOR)
                    .get(address)
                    .then()
                    .statusCode(200)
                    .body("id", equalTo(id));
        }
        as(Grants.GIVER).get(Grants.ADDRESS + "?limit=1000").then().body("grants.id", hasItem(id));
        as(People.OTHER_MAKERS_ADMINISTRATOR)
                .get(Grants.ADDRESS + "?limit=1000&direction=received")
                .then()
                .body("grants.id", hasItem(id));
        as(People.OTHER_MAKERS_ADMINISTRATOR)
                .get(Grants.ADDRESS + "?limit=1000")
                .then()
                .body("grants.id", not(hasItem(id)));
        Grants.revoke(Grants.ADDRESS + "/" + id);
    }

    @Test
    void a_grant_that_another_replica_revoked_is_over_at_the_next_read() {
        String self = postedModel("GRANT-AT-ONCE");
        Response made = Grants.post(Grants.toOtherMaker(REPORT));
        assertNotNull(report(People.OTHER_MAKER, self));
        store.revoke("partner_grant", made.path("id"));
        assertNull(report(People.OTHER_MAKER, self));
    }

    @Test
    void a_grant_holds_from_its_beginning_to_its_end() throws InterruptedException {
        String model = "GRANT-PERIOD-" + UUID.randomUUID();
        Response posted = Calls.post("battery-model", Examples.ofModel("battery-model", model));
        String self = posted.path("links.self");
        Instant begin = Instant.now().plusSeconds(3);
        Instant end = begin.plusSeconds(3 + TestServers.SECONDS_A_CALLER_IS_KNOWN);
        Grants.granted(Grants.toOtherMaker(REPORT)
                .put("modelId", model)
                .put("from", begin.toString())
                .put("until", end.toString()));
        assertNull(report(People.OTHER_MAKER, self));
        while (report(People.OTHER_MAKER, self) == null) {
            assertTrue(Instant.now().isBefore(end), "the grant never began");
            Thread.sleep(100);
        }
        assertTrue(Instant.now().isAfter(begin.minusMillis(1)), "the grant began too early");
        Thread.sleep(Math.max(0, end.toEpochMilli() - Instant.now().toEpochMilli() + 10));
        assertNull(report(People.OTHER_MAKER, self));
    }

    @Test
    void an_entity_tag_is_of_one_cut_only() {
        String self = postedModel("GRANT-TAGS");
        String before = as(People.OTHER_MAKER).get(self).header("ETag");
        String grant = Grants.granted(Grants.toOtherMaker(REPORT));
        Response granted =
                as(People.OTHER_MAKER).header("If-None-Match", before).get(self);
        granted.then().statusCode(200).header("Cache-Control", equalTo("private, no-store"));
        String during = granted.header("ETag");
        assertNotEquals(before, during);
        as(People.OTHER_MAKER).header("If-None-Match", during).get(self).then().statusCode(304);
        Grants.revoke(grant);
        as(People.OTHER_MAKER)
                .header("If-None-Match", during)
                .get(self)
                .then()
                .statusCode(200)
                .header("ETag", equalTo(before));
        assertNotEquals(before, as(People.CELL_MAKER).get(self).header("ETag"));
    }

    @Test
    void a_request_sent_again_makes_one_grant() {
        String key = UUID.randomUUID().toString();
        ObjectNode body = Grants.toOtherMaker(REPORT).put("modelId", "ONCE");
        Response first = keyed(key, body);
        Response again = keyed(key, body);
        first.then().statusCode(201);
        again.then().statusCode(201).body("id", equalTo(first.path("id")));
        refused(keyed(key, body.put("modelId", "OTHER")), 422, "idempotency-key-reused");
        Grants.revoke(Grants.ADDRESS + "/" + first.path("id"));
    }

    @Test
    void nobody_but_an_administrator_of_either_side_touches_a_grant() {
        String grant = Grants.granted(Grants.toOtherMaker(REPORT).put("modelId", "UNTOUCHED"));
        String body = Grants.toOtherMaker(REPORT).toString();
        refused(anyone().get(Grants.ADDRESS), 401, "unauthenticated");
        for (People person : People.values()) {
            if (!person.administers()) {
                refused(as(person).get(Grants.ADDRESS), 403, "forbidden");
                refused(as(person).get(grant), 403, "forbidden");
                refused(as(person).delete(grant), 403, "forbidden");
                refused(store.unchangedBy(() -> Grants.post(person, body)), 403, "forbidden");
            }
        }
        refused(as(People.OTHER_MAKERS_ADMINISTRATOR).delete(grant), 403, "forbidden");
        refused(as(People.RECYCLERS_ADMINISTRATOR).get(grant), 404, "not-found");
        refused(as(People.RECYCLERS_ADMINISTRATOR).delete(grant), 404, "not-found");
        refused(as(Grants.GIVER).get(Grants.ADDRESS + "/" + UUID.randomUUID()), 404, "not-found");
        as(Grants.GIVER).get(grant).then().statusCode(200).body("revokedAt", nullValue());
        Grants.revoke(grant);
    }

    @Test
    void tells_everything_that_is_wrong_with_a_grant_at_once() {
        Response answer = store.unchangedBy(() -> Grants.post(Grants.GIVER, """
                {"partner": {"operator": "sakura-cells"}, "attributes": {"battery-model": ["/nothing", 7], "press": []},
                 "modelId": "no model", "purpose": "", "until": "2020-01-01T00:00:00Z", "forever": true}"""));
        refused(answer, 422, "invalid-request")
                .then()
                .body(
                        "violations.pointer",
                        hasItems(
                                "/partner",
                                "/attributes/battery-model",
                                "/attributes/press",
                                "/modelId",
                                "/purpose",
                                "/until",
                                "/forever"));
        for (String partner : List.of(
                "{}",
                "{\"operator\": \"hikari-motors\", \"participant\": \"eu-platform\"}",
                "{\"operator\": \"nobody-here\"}",
                "{\"operator\": \"hikari-motors\", \"why\": 1}",
                "\"hikari-motors\"")) {
            ObjectNode body = Grants.toOtherMaker(REPORT);
            body.set("partner", StrictJson.read(partner));
            refused(Grants.post(body), 422, "invalid-request");
        }
        refused(Grants.post(Grants.toOtherMaker(Map.of())), 422, "invalid-request");
        ObjectNode builds = Grants.body(Map.of("participant", "eu-platform"), REPORT);
        refused(Grants.post(builds.put("buildsPassports", true)), 422, "invalid-request");
        refused(as(Grants.GIVER).get(Grants.ADDRESS + "?direction=sideways"), 400, "malformed-request");
    }

    private static String postedModel(String model) {
        Response receipt = Calls.post("battery-model", Examples.ofModel("battery-model", model + UUID.randomUUID()));
        receipt.then().statusCode(201);
        return receipt.path("links.self");
    }

    private static @Nullable Object report(People reader, String self) {
        return as(reader).get(self).then().statusCode(200).extract().path("content.conformity.resultOfTestReport");
    }

    private static Response keyed(String key, ObjectNode body) {
        return as(Grants.GIVER)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body.toString())
                .post(Grants.ADDRESS);
    }
}
