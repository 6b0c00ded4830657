package dev.denchi.api;

import static dev.denchi.api.Calls.anyone;
import static dev.denchi.api.Calls.as;
import static dev.denchi.api.Calls.encoded;
import static dev.denchi.api.Calls.post;
import static dev.denchi.api.Calls.postModel;
import static dev.denchi.api.Calls.put;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Who sent a record in, whose it is and who runs the service: told to its operator and to authorities, on every way. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class RolesTest {
    private static final String SUBJECT = "hanako.sato@sakura-cells.example";

    @Inject
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Test
    void tells_the_roles_to_its_operator_and_to_authorities_on_every_way() {
        Ways ways = posted("ROLES-TOLD");
        for (Supplier<RequestSpecification> reader : List.<Supplier<RequestSpecification>>of(
                () -> as(People.CELL_MAKER),
                () -> as(People.CELL_MAKERS_ADMINISTRATOR),
                () -> as(People.MARKET_SURVEILLANCE))) {
            for (Map.Entry<String, String> way : ways.json().entrySet()) {
                Response answer = reader.get().get(way.getKey());
                answer.then().statusCode(200);
                assertRoles(answer, way.getValue());
            }
        }
    }

    @Test
    void tells_nobody_else_any_role_on_any_way() {
        Ways ways = posted("ROLES-UNTOLD");
        String pull = PullTokenFixture.of("ROLES-UNTOLD", List.of(1, 3), "transfer-of-roles");
        Map<String, Supplier<RequestSpecification>> others = Map.of(
                "anyone", Calls::anyone,
                "another operator", () -> as(People.OTHER_MAKER),
                "another operator's administrator", () -> as(People.OTHER_MAKERS_ADMINISTRATOR),
                "legitimate interest", () -> as(People.RECYCLER));
        others.forEach((name, reader) -> ways.all().forEach(way -> {
            Response answer = reader.get().get(way);
            answer.then().statusCode(200);
            assertSilent(name + " at " + way, answer);
        }));
        ways.passports().forEach(way -> {
            Response answer = anyone().header("Authorization", "Bearer " + pull).get(way);
            answer.then().statusCode(200);
            assertSilent("a participant at " + way, answer);
        });
        others.forEach((name, reader) -> reader.get()
                .get(ways.passport() + "/elements/" + encoded("$.roles"))
                .then()
                .statusCode(404));
    }

    @Test
    void the_roles_are_in_no_token_no_event_and_no_receipt() {
        Ways ways = posted("ROLES-SIGNED");
        for (String way : List.of(ways.record(), ways.passport())) {
            String type = way.equals(ways.record()) ? "application/vc+sd-jwt" : "application/vp";
            Response signed = as(People.CELL_MAKER).header("Accept", type).get(way);
            signed.then().statusCode(200);
            assertSilent(way, signed);
        }
        assertSilent("the receipt", ways.receipt());
        var event = LifecycleEvents.of(kafka, ways.receipt().path("subject"), 1).get(0);
        assertFalse(event.toString().contains(keyOf(People.CELL_MAKER)), event::toString);
        assertEquals(
                TestServers.SERVICE_PROVIDER,
                event.payload().get("serviceProvider").textValue());
        assertEquals("sakura-cells", event.payload().get("operator").textValue());
    }

    @Test
    void a_person_is_told_by_the_subject_of_his_token_and_each_version_by_its_own_sender() {
        ObjectNode model = Examples.ofModel("battery-model", "ROLES-PERSON");
        String token = OidcFixture.token(claims -> claims.subject(SUBJECT).claim("preferred_username", "hanako"));
        Response first = anyone().header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body(model.toString())
                .post("/v1/records/battery-model");
        first.then().statusCode(201);
        String self = first.path("links.self");
        put(self, first.header("ETag"), model.put("warrantyPeriod", "P9Y"))
                .then()
                .statusCode(200);

        Response chain = as(People.MARKET_SURVEILLANCE).get(self + "/versions");
        chain.then()
                .body("versions[0].roles.submittedBy.subject", equalTo(SUBJECT))
                .body("versions[0].roles.submittedBy.issuer", equalTo(OidcFixture.issuer()))
                .body("versions[0].roles.submittedBy.operator", equalTo("sakura-cells"))
                .body("versions[0].roles.submittedBy", not(hasKey("apiKey")))
                .body("versions[1].roles.submittedBy.apiKey", equalTo(keyOf(People.CELL_MAKER)))
                .body("versions[1].roles.submittedBy", not(hasKey("subject")));
        assertFalse(chain.asString().contains("hanako\""), "a name is told");
        assertNotEquals(
                chain.header("ETag"),
                anyone().get(self + "/versions").header("ETag"),
                "two answers with one entity tag");
        assertSilent("the chain", anyone().get(self + "/versions"));
    }

    @Test
    void a_token_without_a_subject_sends_nothing_in() {
        String token = OidcFixture.token(claims -> claims.subject(null));
        Refusals.refused(
                anyone().header("Authorization", "Bearer " + token)
                        .contentType("application/json")
                        .body(Examples.ofModel("battery-model", "ROLES-NOBODY").toString())
                        .post("/v1/records/battery-model"),
                403,
                "forbidden");
    }

    @Test
    void uploads_and_patches_name_who_sent_them() {
        postModel("ROLES-WAYS");
        String key = Uploads.newKey();
        Response upload = Uploads.upload(
                People.CELL_MAKERS_ADMINISTRATOR, key, "battery", Uploads.ndjson(Uploads.batteries("ROLES-WAYS", 1)));
        upload.then().statusCode(200);
        JsonNode line = Uploads.results(upload, "").get(0);
        String self = "/v1/records/" + line.get("recordId").textValue();
        assertSubmitter(People.CELL_MAKERS_ADMINISTRATOR, self, "record");

        String passport = as(People.CELL_MAKER).get(self).path("record.links.passport");
        as(People.CELL_MAKER)
                .contentType("application/json")
                .body("{\"battery\": {\"batchNumber\": \"B-2\"}}")
                .patch(passport)
                .then()
                .statusCode(200);
        assertSubmitter(People.CELL_MAKER, self, "record");
        assertSubmitter(People.CELL_MAKER, passport, "roles.battery");
    }

    @Test
    void a_passport_on_a_suppliers_records_tells_each_operator_its_own_part() {
        postModel("ROLES-SUPPLIED");
        String grant =
                Grants.granted(Grants.toOtherMaker(Map.of("battery-model", List.of("/conformity/resultOfTestReport")))
                        .put("modelId", "ROLES-SUPPLIED")
                        .put("buildsPassports", true));
        ObjectNode battery = Examples.newBattery("ROLES-SUPPLIED").put("modelOperator", "sakura-cells");
        String passport =
                post(People.OTHER_MAKER, "battery", battery.toString()).path("links.passport");

        as(People.OTHER_MAKER)
                .get(passport)
                .then()
                .body("roles.battery.responsibleOperator", equalTo("hikari-motors"))
                .body("roles.batteryModel", nullValue());
        as(People.CELL_MAKER)
                .get(passport)
                .then()
                .body("roles.battery", nullValue())
                .body("roles.batteryModel.responsibleOperator", equalTo("sakura-cells"));
        as(People.MARKET_SURVEILLANCE)
                .get(passport)
                .then()
                .body("roles.battery.submittedBy.apiKey", equalTo(keyOf(People.OTHER_MAKER)))
                .body("roles.batteryModel.submittedBy.apiKey", equalTo(keyOf(People.CELL_MAKER)));
        assertSilent("the passport", anyone().get(passport));
        Grants.revoke(grant);
    }

    @Test
    void nobody_patches_the_roles() {
        Ways ways = posted("ROLES-PATCHED");
        as(People.CELL_MAKER)
                .contentType("application/json")
                .body("{\"roles\": {\"battery\": {\"serviceProvider\": \"urn:else\"}}}")
                .patch(ways.passport())
                .then()
                .statusCode(400);
        as(People.CELL_MAKER)
                .contentType("application/json")
                .body("\"urn:else\"")
                .patch(ways.passport() + "/elements/" + encoded("$.roles.battery.serviceProvider"))
                .then()
                .statusCode(400);
    }

    /** A battery and all addresses at which it is read. */
    private record Ways(Response receipt, String product) {
        String record() {
            return receipt.path("links.self");
        }

        String passport() {
            return receipt.path("links.passport");
        }

        List<String> passports() {
            return List.of(passport(), passport() + "?representation=full", "/v1/dppsByProductId/" + encoded(product));
        }

        /** Address, and where the roles of the battery stand in its answer. */
        Map<String, String> json() {
            return Map.of(
                    record(),
                    "record.roles",
                    record() + "/versions",
                    "versions[0].roles",
                    record() + "/versions/1",
                    "record.roles",
                    passport(),
                    "roles.battery",
                    passport() + "?representation=full",
                    "roles.battery",
                    "/v1/dppsByProductId/" + encoded(product),
                    "roles.battery",
                    "/v1/dppsByIdAndDate/" + encoded(receipt.path("subject")) + "?date=2099-01-01T00:00:00Z",
                    "roles.battery",
                    passport() + "/elements/" + encoded("$.roles"),
                    "battery");
        }

        List<String> all() {
            return json().keySet().stream()
                    .filter(way -> !way.contains("/elements/"))
                    .toList();
        }
    }

    private static Ways posted(String model) {
        postModel(model);
        ObjectNode battery = Examples.newBattery(model);
        Response receipt = post("battery", battery);
        receipt.then().statusCode(201);
        return new Ways(receipt, battery.get("productIdentifier").textValue());
    }

    private static void assertRoles(Response answer, String path) {
        answer.then()
                .body(path + ".submittedBy.operator", equalTo("sakura-cells"))
                .body(path + ".submittedBy.apiKey", equalTo(keyOf(People.CELL_MAKER)))
                .body(path + ".responsibleOperator", equalTo("sakura-cells"))
                .body(path + ".serviceProvider", equalTo(TestServers.SERVICE_PROVIDER));
    }

    private static void assertSubmitter(People person, String address, String path) {
        String roles = path.equals("record") ? "record.roles" : path;
        as(People.CELL_MAKER)
                .get(address)
                .then()
                .body(roles, notNullValue())
                .body(roles + ".submittedBy.apiKey", equalTo(keyOf(person)));
    }

    private static void assertSilent(String way, Response answer) {
        String text = answer.asString();
        assertTrue(text.length() > 2, way);
        for (String untold : List.of("submittedBy", "serviceProvider", keyOf(People.CELL_MAKER), SUBJECT)) {
            assertFalse(text.contains(untold), () -> untold + " is told: " + way);
        }
    }

    /** The keys of the callers file are known by ids that follow from their hashes. */
    private static String keyOf(People person) {
        return UUID.nameUUIDFromBytes(person.keySha256().getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .toString();
    }
}
