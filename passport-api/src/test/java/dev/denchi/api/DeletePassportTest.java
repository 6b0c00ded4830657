package dev.denchi.api;

import static dev.denchi.api.Calls.anyone;
import static dev.denchi.api.Calls.as;
import static dev.denchi.api.Calls.encoded;
import static dev.denchi.api.Calls.post;
import static dev.denchi.api.Calls.postModel;
import static dev.denchi.api.Calls.put;
import static dev.denchi.api.Refusals.refused;
import static dev.denchi.api.Refusals.refusedByEn18222;
import static org.hamcrest.Matchers.blankString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** DeleteDPPById of EN 18222. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class DeletePassportTest {
    private static final String ONE_ELEMENT = "/elements/" + encoded("$.battery.serialNumber");

    @Inject
    Store store;

    @Inject
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    private final String model = "DELETE-" + UUID.randomUUID();
    private final ObjectNode battery = Examples.newBattery(model);

    @Test
    void the_battery_gets_a_last_version_and_an_event_tells_of_it() {
        Response receipt = newBattery();
        String passport = receipt.path("links.passport");
        delete(People.CELL_MAKER, passport).then().statusCode(204).body(blankString());

        as(People.CELL_MAKER)
                .get(receipt.<String>path("links.self") + "/versions")
                .then()
                .body("versions", hasSize(2))
                .body("versions[1].previousSha256", equalTo(receipt.path("sha256")));
        List<LifecycleEvents.Event> events = LifecycleEvents.of(kafka, receipt.path("subject"), 2);
        ObjectNode contract = Examples.of("events/passport-marked-for-deletion");
        assertEquals(
                contract.at("/headers/ce_type").textValue(),
                events.get(1).headers().get("ce_type"));
    }

    @Test
    void its_operator_and_the_authorities_still_read_it_and_nobody_else() {
        Response receipt = newBattery();
        String condition = postCondition().path("links.self");
        String passport = receipt.path("links.passport");
        String self = receipt.path("links.self");
        String byDate = passport.replace("/v1/dpps/", "/v1/dppsByIdAndDate/") + "?date=" + Instant.now();
        String byProduct = "/v1/dppsByProductId/" + encoded(product());
        delete(People.CELL_MAKER, passport).then().statusCode(204);

        for (People reader : List.of(People.CELL_MAKER, People.MARKET_SURVEILLANCE)) {
            for (String address : List.of(passport, byProduct)) {
                as(reader).get(address).then().statusCode(200).body("dppStatus", equalTo("marked-for-deletion"));
            }
            for (String address : List.of(byDate, passport + ONE_ELEMENT, self, self + "/versions/1", condition)) {
                as(reader).get(address).then().statusCode(200);
            }
        }
        String token = PullTokenFixture.of(model, List.of(1, 4), "transfer-of-deleted");
        for (RequestSpecification reader : List.of(anyone(), as(People.RECYCLER), as(People.OTHER_MAKER))) {
            for (String address : List.of(passport, byProduct, byDate, passport + ONE_ELEMENT)) {
                refusedByEn18222(reader.get(address), 404, "ClientErrorResourceNotFound", "passport-deleted");
            }
            for (String address : List.of(self, self + "/versions", self + "/versions/1", condition)) {
                refused(reader.get(address), 410, "passport-deleted");
            }
            refused(reader.get(passport + "/exports/batterypass-1.2.1?documents=Labeling"), 410, "passport-deleted");
        }
        refusedByEn18222(
                anyone().header("Authorization", "Bearer " + token).get(passport),
                404,
                "ClientErrorResourceNotFound",
                "passport-deleted");
        as(People.CELL_MAKER)
                .contentType("application/json")
                .body("{\"productIds\": [\"" + product() + "\"]}")
                .post("/v1/dppsByProductIds")
                .then()
                .statusCode(200)
                .body("dppIds", empty());
    }

    @Test
    void what_it_shares_with_other_passports_stays() {
        String passport = newBattery().path("links.passport");
        String other = post("battery", Examples.newBattery(model)).path("links.passport");
        delete(People.CELL_MAKER, passport).then().statusCode(204);

        anyone().get(other)
                .then()
                .statusCode(200)
                .body("dppStatus", equalTo("active"))
                .body("batteryModel.modelId", equalTo(model));
    }

    @Test
    void a_deleted_passport_takes_no_further_version_and_its_product_no_other_passport() {
        Response receipt = newBattery();
        postCondition();
        String passport = receipt.path("links.passport");
        delete(People.CELL_MAKER, passport).then().statusCode(204);

        store.unchangedBy(() -> patch(passport, "{\"battery\":{\"dppStatus\":\"active\"}}"))
                .then()
                .statusCode(400)
                .body("message.code", hasItem("deletion-ends-the-passport"));
        store.unchangedBy(() -> patch(passport, "{\"condition\":{\"numberOfFullCycles\":{\"value\":9000}}}"))
                .then()
                .statusCode(400)
                .body("message.code", hasItem("battery-has-its-passport"));
        refused(store.unchangedBy(() -> put(receipt.path("links.self"), "*", battery)), 422, "invalid-record")
                .then()
                .body("violations.rule", hasItem("deletion-ends-the-passport"));
        refused(
                store.unchangedBy(() -> post(
                        "battery",
                        battery.deepCopy().put("batteryPassportIdentifier", "urn:uuid:" + UUID.randomUUID()))),
                409,
                "subject-exists");
    }

    @Test
    void a_passport_that_is_deleted_already_stays_as_it_is() {
        String passport = newBattery().path("links.passport");
        String tag = as(People.CELL_MAKER).get(passport).header("ETag");
        deleteMatching(tag, passport).then().statusCode(204);

        store.unchangedBy(() -> deleteMatching(tag, passport)).then().statusCode(204);
        store.unchangedBy(() -> delete(People.CELL_MAKER, passport)).then().statusCode(204);
    }

    @Test
    void a_precondition_that_is_sent_holds() {
        String passport = newBattery().path("links.passport");
        String tag = as(People.CELL_MAKER).get(passport).header("ETag");
        patch(passport, "{\"battery\":{\"dppStatus\":\"inactive\"}}")
                .then()
                .statusCode(200)
                .body("dppStatus", equalTo("inactive"));

        store.unchangedBy(() -> deleteMatching(tag, passport))
                .then()
                .statusCode(412)
                .body("message[0].code", equalTo("stale-version"));
    }

    @Test
    void only_its_own_operator_deletes_a_passport() {
        String passport = newBattery().path("links.passport");
        refusedByEn18222(
                store.unchangedBy(() -> anyone().delete(passport)), 401, "ClientNotAuthorized", "unauthenticated");
        for (People person :
                List.of(People.OTHER_MAKER, People.RECYCLER, People.MARKET_SURVEILLANCE, People.CONNECTOR)) {
            refusedByEn18222(store.unchangedBy(() -> delete(person, passport)), 403, "ClientForbidden", "forbidden");
        }
        delete(People.CELL_MAKER, "/v1/dpps/" + encoded("urn:uuid:" + UUID.randomUUID()))
                .then()
                .statusCode(404);
        delete(People.CELL_MAKER, "/v1/dpps/nonsense").then().statusCode(404);
        anyone().get(passport).then().statusCode(200);
    }

    @Test
    void a_passport_does_not_begin_deleted() {
        postModel(model);
        refused(
                        store.unchangedBy(() -> post("battery", battery.put("dppStatus", "marked-for-deletion"))),
                        422,
                        "invalid-record")
                .then()
                .body("violations[0].pointer", equalTo("/dppStatus"));
    }

    private Response newBattery() {
        postModel(model);
        Response receipt = post("battery", battery);
        receipt.then().statusCode(201);
        return receipt;
    }

    private Response postCondition() {
        ObjectNode condition = Examples.ofModel("condition", model);
        condition.set("batteryPassportIdentifier", battery.get("batteryPassportIdentifier"));
        Response receipt = post("condition", condition);
        receipt.then().statusCode(201);
        return receipt;
    }

    private String product() {
        return battery.path("productIdentifier").textValue();
    }

    private static Response delete(People person, String passport) {
        return as(person).delete(passport);
    }

    private static Response deleteMatching(String tag, String passport) {
        return as(People.CELL_MAKER).header("If-Match", tag).delete(passport);
    }

    private static Response patch(String passport, String body) {
        return as(People.CELL_MAKER)
                .contentType("application/merge-patch+json")
                .body(body)
                .patch(passport);
    }
}
