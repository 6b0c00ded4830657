package dev.denchi.api;

import static dev.denchi.api.Calls.anyone;
import static dev.denchi.api.Calls.as;
import static dev.denchi.api.Calls.post;
import static dev.denchi.api.Calls.postModel;
import static dev.denchi.api.Refusals.refused;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.model.format.StrictJson;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reports on all batteries of an operator, and reports on one model. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class DueDiligenceTest {

    @BeforeEach
    void the_operator_has_its_general_report() {
        post("due-diligence", Examples.of("ev-nmc/due-diligence")); // once for all tests
    }

    @Test
    void a_models_own_report_takes_the_place_of_the_operators_in_its_passports() {
        postModel("REPORTED-1");
        postModel("REPORTED-2");
        String passport = passportOf(Examples.newBattery("REPORTED-1"));
        String another = passportOf(Examples.newBattery("REPORTED-2"));
        anyone().get(passport).then().body("dueDiligence.reportingPeriod", notNullValue());
        anyone().get(passport).then().body("dueDiligence.modelId", nullValue());

        post("due-diligence", reportOn("REPORTED-1"))
                .then()
                .statusCode(201)
                .body("subject", equalTo("urn:denchi:due-diligence:sakura-cells:REPORTED-1"));

        anyone().get(passport)
                .then()
                .body("dueDiligence.modelId", equalTo("REPORTED-1"))
                .body("contentSpecificationIds.findAll { it.contains('due-diligence') }", hasSize(1));
        JsonNode presentation =
                StrictJson.read(anyone().accept("application/vp").get(passport).asByteArray());
        assertEquals(5, presentation.path("verifiableCredential").size());
        anyone().get(another).then().body("dueDiligence.reportingPeriod", notNullValue());
        anyone().get(another).then().body("dueDiligence.modelId", nullValue());
    }

    @Test
    void a_passport_as_it_was_has_the_report_of_its_day() throws InterruptedException {
        postModel("REPORTED-3");
        String passport = passportOf(Examples.newBattery("REPORTED-3"));
        Instant before = Instant.now();
        Thread.sleep(1100); // records are dated to the second
        post("due-diligence", reportOn("REPORTED-3")).then().statusCode(201);

        Response then = anyone().get(passport.replace("/dpps/", "/dppsByIdAndDate/") + "?date=" + before);

        then.then().statusCode(200).body("dueDiligence.modelId", nullValue()).body("dueDiligence", notNullValue());
    }

    @Test
    void a_report_on_a_model_that_is_not_the_operators_is_refused() {
        postModel("REPORTED-4");

        Response answer =
                post(People.OTHER_MAKER, "due-diligence", reportOn("REPORTED-4").toString());

        refused(answer, 422, "invalid-record")
                .then()
                .body("violations.rule", hasItem("model-is-known"))
                .body("violations.pointer", hasItem("/modelId"));
    }

    @Test
    void a_battery_on_a_suppliers_model_has_no_report_of_the_supplier() {
        postModel("REPORTED-5");
        post("due-diligence", reportOn("REPORTED-5")).then().statusCode(201);
        String grant = Grants.granted(
                Grants.toOtherMaker(Map.of()).put("modelId", "REPORTED-5").put("buildsPassports", true));
        ObjectNode battery = Examples.newBattery("REPORTED-5").put("modelOperator", "sakura-cells");

        String passport =
                post(People.OTHER_MAKER, "battery", battery.toString()).path("links.passport");

        as(People.OTHER_MAKER)
                .get(passport)
                .then()
                .statusCode(200)
                .body("batteryModel.modelId", equalTo("REPORTED-5"))
                .body("dueDiligence.modelId", nullValue());
        Grants.revoke(grant);
    }

    private static ObjectNode reportOn(String model) {
        return Examples.of("lmt/due-diligence").put("modelId", model);
    }

    private static String passportOf(ObjectNode battery) {
        return post("battery", battery).path("links.passport");
    }
}
