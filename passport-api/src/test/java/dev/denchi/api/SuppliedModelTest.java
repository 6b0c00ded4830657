package dev.denchi.api;

import static dev.denchi.api.Calls.anyone;
import static dev.denchi.api.Calls.as;
import static dev.denchi.api.Calls.post;
import static dev.denchi.api.Calls.postModel;
import static dev.denchi.api.Refusals.refused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The cell maker is a supplier; another operator places the battery on the market. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class SuppliedModelTest {
    private static final String REPORT = "/conformity/resultOfTestReport";

    @Inject
    Store store;

    @Test
    void an_operator_builds_its_passport_on_the_records_that_a_supplier_granted() {
        postModel("SUPPLIED-1");
        String grant = Grants.granted(buildsOn("SUPPLIED-1"));
        Response receipt =
                post(People.OTHER_MAKER, "battery", battery("SUPPLIED-1").toString());
        receipt.then().statusCode(201);
        String passport = receipt.path("links.passport");

        anyone().get(passport)
                .then()
                .statusCode(200)
                .body("battery.modelOperator", equalTo("sakura-cells"))
                .body("batteryModel.modelId", equalTo("SUPPLIED-1"))
                .body("carbonFootprint", notNullValue())
                .body("recycledContent", notNullValue())
                .body("batteryModel.conformity.resultOfTestReport", nullValue());
        as(People.OTHER_MAKER)
                .get(passport)
                .then()
                .body("battery.batteryStatus", notNullValue())
                .body("batteryModel.conformity.resultOfTestReport", notNullValue())
                .body("batteryModel.circularity.components", nullValue());
        as(People.CELL_MAKER)
                .get(passport)
                .then()
                .body("battery.batteryStatus", nullValue())
                .body("batteryModel.circularity.components", notNullValue());
        Grants.revoke(grant);
        as(People.OTHER_MAKER)
                .get(passport)
                .then()
                .statusCode(200)
                .body("batteryModel.modelId", equalTo("SUPPLIED-1"))
                .body("batteryModel.conformity.resultOfTestReport", nullValue());
    }

    @Test
    void a_battery_on_a_suppliers_model_without_its_grant_is_refused_and_tells_nothing_about_the_model() {
        postModel("SUPPLIED-2");
        String attributesOnly = Grants.granted(
                Grants.toOtherMaker(Map.of("battery-model", List.of(REPORT))).put("modelId", "SUPPLIED-2"));
        String otherModel = Grants.granted(buildsOn("SUPPLIED-OTHER"));
        for (String model : List.of("SUPPLIED-2", "NEVER-POSTED")) {
            refused(
                            store.unchangedBy(() -> post(
                                    People.OTHER_MAKER,
                                    "battery",
                                    battery(model).toString())),
                            422,
                            "invalid-record")
                    .then()
                    .body("violations", hasSize(1))
                    .body("violations[0].pointer", equalTo("/modelOperator"))
                    .body("violations[0].rule", equalTo("model-is-granted"));
        }
        Grants.revoke(attributesOnly);
        Grants.revoke(otherModel);
    }

    @Test
    void a_battery_on_the_market_gets_new_versions_after_the_grant_and_no_other_model() {
        postModel("SUPPLIED-3");
        postModel("SUPPLIED-4");
        String grant = Grants.granted(buildsOn("SUPPLIED-3"));
        ObjectNode battery = battery("SUPPLIED-3");
        Response receipt = post(People.OTHER_MAKER, "battery", battery.toString());
        receipt.then().statusCode(201);
        Grants.revoke(grant);
        refused(post(People.OTHER_MAKER, "battery", battery("SUPPLIED-3").toString()), 422, "invalid-record");
        String self = receipt.path("links.self");
        refused(put(self, battery.deepCopy().put("modelId", "SUPPLIED-4")), 422, "invalid-record")
                .then()
                .body("violations[0].rule", equalTo("model-is-granted"));
        put(self, battery.put("batchNumber", "B-2")).then().statusCode(200);
    }

    @Test
    void such_batteries_are_on_offer_by_their_own_operator_and_are_pulled_there() {
        postModel("SUPPLIED-5");
        String grant = Grants.granted(buildsOn("SUPPLIED-5"));
        offered("?manufacturerPartId=SUPPLIED-5").then().body("total", equalTo(4));
        Response receipt =
                post(People.OTHER_MAKER, "battery", battery("SUPPLIED-5").toString());
        post(People.OTHER_MAKER, "battery", battery("SUPPLIED-5").toString())
                .then()
                .statusCode(201);
        Grants.revoke(grant);
        String set = "urn:denchi:passports:hikari-motors:SUPPLIED-5:point-";

        offered("?manufacturerPartId=SUPPLIED-5").then().body("total", equalTo(8));
        offered("?operator=hikari-motors&manufacturerPartId=SUPPLIED-5")
                .then()
                .body("recordSets.id", contains(set + 1, set + 2, set + 3, set + 4))
                .body("recordSets.batteryCategory", everyItem(equalTo("EV")));
        offered("/" + set + 2).then().statusCode(200).body("operator", equalTo("hikari-motors"));
        String passport = receipt.path("links.passport");
        pulled(passport, "hikari-motors", "SUPPLIED-5")
                .then()
                .statusCode(200)
                .body("recycledContent.massInActiveMaterials", notNullValue())
                .body("batteryModel.conformity.resultOfTestReport", nullValue());
        pulled(passport, "sakura-cells", "SUPPLIED-5").then().statusCode(403);
    }

    @Test
    void a_battery_that_moves_to_another_granted_model_is_on_offer_by_its_name() {
        postModel("SUPPLIED-6");
        postModel("SUPPLIED-7");
        String first = Grants.granted(buildsOn("SUPPLIED-6"));
        String second = Grants.granted(buildsOn("SUPPLIED-7"));
        ObjectNode battery = battery("SUPPLIED-6");
        Response receipt = post(People.OTHER_MAKER, "battery", battery.toString());
        offered("?operator=hikari-motors&manufacturerPartId=SUPPLIED-7").then().body("total", equalTo(0));

        put(receipt.path("links.self"), battery.put("modelId", "SUPPLIED-7"))
                .then()
                .statusCode(200);
        offered("?operator=hikari-motors&manufacturerPartId=SUPPLIED-7").then().body("total", equalTo(4));
        Grants.revoke(first);
        Grants.revoke(second);
    }

    @Test
    void two_models_of_one_name_are_one_offer() {
        post(
                        People.OTHER_MAKER,
                        "battery-model",
                        Examples.ofModel("battery-model", "SUPPLIED-8").toString())
                .then()
                .statusCode(201);
        postModel("SUPPLIED-8");
        String grant = Grants.granted(buildsOn("SUPPLIED-8"));
        post(People.OTHER_MAKER, "battery", battery("SUPPLIED-8").toString())
                .then()
                .statusCode(201);
        Grants.revoke(grant);

        offered("?operator=hikari-motors&manufacturerPartId=SUPPLIED-8").then().body("total", equalTo(4));
    }

    private static Response offered(String rest) {
        return as(People.CONNECTOR).get("/v1/record-sets" + rest);
    }

    private static Response pulled(String passport, String operator, String model) {
        String token = PullTokenFixture.signed(
                PullTokenFixture.key(), model, List.of(1, 2), "supplied", claims -> claims.claim("operator", operator));
        return anyone().header("Authorization", "Bearer " + token).get(passport);
    }

    private static ObjectNode buildsOn(String model) {
        return Grants.toOtherMaker(Map.of("battery-model", List.of(REPORT)))
                .put("modelId", model)
                .put("buildsPassports", true);
    }

    private static ObjectNode battery(String model) {
        return Examples.newBattery(model).put("modelOperator", "sakura-cells");
    }

    private static Response put(String self, ObjectNode body) {
        return as(People.OTHER_MAKER)
                .header("If-Match", "*")
                .contentType("application/json")
                .body(body.toString())
                .put(self);
    }
}
