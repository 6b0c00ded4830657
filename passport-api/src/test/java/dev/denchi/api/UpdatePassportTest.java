package dev.denchi.api;

import static dev.denchi.api.Calls.anyone;
import static dev.denchi.api.Calls.as;
import static dev.denchi.api.Calls.encoded;
import static dev.denchi.api.Calls.post;
import static dev.denchi.api.Calls.postModel;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** UpdateDPPById and UpdateDataElement of EN 18222. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class UpdatePassportTest {
    @Inject
    Store store;

    private final String model = "UPDATE-" + UUID.randomUUID();

    @Test
    void a_patch_becomes_a_new_version_of_the_batterys_record() {
        Response receipt = newBattery();
        String passport = receipt.path("links.passport");
        patch(People.CELL_MAKER, passport, "{\"battery\":{\"batchNumber\":\"B-2\",\"puttingIntoService\":null}}")
                .then()
                .statusCode(200)
                .body("battery.batchNumber", equalTo("B-2"))
                .body("battery.puttingIntoService", nullValue())
                .body("battery.serialNumber", equalTo(serialOf(passport)));

        anyone().get(receipt.<String>path("links.self") + "/versions")
                .then()
                .body("versions", hasSize(2))
                .body("versions[1].previousSha256", equalTo(receipt.path("sha256")));
    }

    @Test
    void an_element_is_replaced_and_an_object_is_merged() {
        String passport = newBattery().path("links.passport");
        patch(People.CELL_MAKER, passport + "/elements/" + encoded("$.battery.batteryStatus"), "\"waste\"")
                .then()
                .statusCode(200)
                .body(equalTo("\"waste\""));
        patch(People.CELL_MAKER, passport + "/elements/" + encoded("$.battery.facility"), "{\"name\":\"Plant 2\"}")
                .then()
                .statusCode(200)
                .body("name", equalTo("Plant 2"))
                .body("identifier.value", equalTo("4912345000026"));
        patch(People.CELL_MAKER, passport + "/elements/" + encoded("$.battery.nothing.there"), "1")
                .then()
                .statusCode(404);
    }

    @Test
    void what_breaks_a_rule_or_is_not_this_passports_alone_changes_nothing() {
        String passport = newBattery().path("links.passport");
        store.unchangedBy(() -> patch(People.CELL_MAKER, passport, "{\"battery\":{\"serialNumber\":\"another\"}}"))
                .then()
                .statusCode(400)
                .body("statusCode", equalTo("ClientErrorBadRequest"))
                .body("message.code", hasItem("invalid-record"));
        store.unchangedBy(() -> patch(
                        People.CELL_MAKER,
                        passport,
                        "{\"batteryModel\":{},\"dppStatus\":\"archived\",\"battery\":null,\"x\":1}"))
                .then()
                .statusCode(400)
                .body("message.code", hasItems("shared-record", "header-is-derived", "record-stays"));
        for (String body : new String[] {"[]", "{}", "{not json", "1"}) {
            store.unchangedBy(() -> patch(People.CELL_MAKER, passport, body))
                    .then()
                    .statusCode(400);
        }
        store.unchangedBy(() -> patch(
                        People.CELL_MAKER,
                        passport + "/elements/" + encoded("$.batteryModel.warrantyPeriod"),
                        "\"P1Y\""))
                .then()
                .statusCode(400);
    }

    @Test
    void only_its_own_operator_changes_a_passport() {
        String passport = newBattery().path("links.passport");
        String body = "{\"battery\":{\"batchNumber\":\"B-3\"}}";
        for (String address : new String[] {passport, passport + "/elements/" + encoded("$.battery")}) {
            store.unchangedBy(() ->
                            anyone().contentType("application/json").body(body).patch(address))
                    .then()
                    .statusCode(401);
            for (People person : new People[] {People.OTHER_MAKER, People.RECYCLER, People.MARKET_SURVEILLANCE}) {
                store.unchangedBy(() -> patch(person, address, body)).then().statusCode(403);
            }
        }
        patch(People.CELL_MAKER, "/v1/dpps/" + encoded("urn:uuid:" + UUID.randomUUID()), body)
                .then()
                .statusCode(404);
    }

    @Test
    void a_precondition_that_is_sent_holds() {
        String passport = newBattery().path("links.passport");
        String tag = as(People.CELL_MAKER).get(passport).header("ETag");
        String body = "{\"battery\":{\"batchNumber\":\"B-4\"}}";
        matching(tag, passport, body).then().statusCode(200);
        store.unchangedBy(() -> matching(tag, passport, body))
                .then()
                .statusCode(412)
                .body("message[0].code", equalTo("stale-version"));
    }

    private Response newBattery() {
        postModel(model);
        Response receipt = post("battery", Examples.newBattery(model));
        receipt.then().statusCode(201);
        return receipt;
    }

    private static String serialOf(String passport) {
        return anyone().get(passport).path("battery.serialNumber");
    }

    private static Response patch(People person, String address, String body) {
        return as(person).contentType("application/merge-patch+json").body(body).patch(address);
    }

    private static Response matching(String tag, String passport, String body) {
        return as(People.CELL_MAKER)
                .header("If-Match", tag)
                .contentType("application/json")
                .body(body)
                .patch(passport);
    }
}
