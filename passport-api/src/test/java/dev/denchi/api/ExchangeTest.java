package dev.denchi.api;

import static dev.denchi.api.Calls.anyone;
import static dev.denchi.api.Calls.as;
import static dev.denchi.api.Calls.encoded;
import static dev.denchi.api.Calls.post;
import static dev.denchi.api.Calls.postModel;
import static dev.denchi.api.Refusals.refused;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Passports in from other data models, and out to them. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ExchangeTest {
    private static final String MODEL = "EXCHANGE-1";
    private static final String FOOTPRINT = """
            {"CarbonFootprintForBatteries": {"batteryCarbonFootprint": 0.0846, "theirOwn": "kept"}}""";

    @Test
    void keeps_the_bytes_and_answers_with_drafts_and_what_was_not_taken() {
        Response kept = imported(as(People.CELL_MAKER), FOOTPRINT);
        kept.then()
                .statusCode(201)
                .body("drafts.'carbon-footprint'.attributes.batteryCarbonFootprint.unit", equalTo("kg{CO2e}/(kW.h)"))
                .body("drafts.'carbon-footprint'.violations.rule", hasItem("schema:required"))
                .body("notTaken.pointer", hasItem("/theirOwn"))
                .body("records", nullValue());
        String place = kept.header("Location");
        as(People.CELL_MAKER).get(place).then().statusCode(200).body("drafts", equalTo(kept.path("drafts")));
        assertArrayEquals(
                FOOTPRINT.getBytes(StandardCharsets.UTF_8),
                as(People.CELL_MAKER).get(place + "/raw").asByteArray());
    }

    @Test
    void refuses_imports_of_those_who_write_nothing() {
        refused(imported(anyone(), FOOTPRINT), 401, "unauthenticated");
        refused(imported(as(People.MARKET_SURVEILLANCE), FOOTPRINT), 403, "forbidden");
        refused(imported(as(People.CONNECTOR), FOOTPRINT), 403, "forbidden");
    }

    @Test
    void an_import_is_not_there_for_another_operator() {
        String place = imported(as(People.CELL_MAKER), FOOTPRINT).header("Location");
        for (String address : new String[] {place, place + "/raw"}) {
            refused(as(People.OTHER_MAKER).get(address), 404, "not-found");
            refused(as(People.MARKET_SURVEILLANCE).get(address), 403, "forbidden");
            refused(anyone().get(address), 401, "unauthenticated");
        }
    }

    @Test
    void refuses_formats_and_bytes_that_it_does_not_know() {
        refused(
                as(People.CELL_MAKER).contentType("application/json").body("{}").post("/v1/imports/excel"),
                404,
                "not-found");
        refused(imported(as(People.CELL_MAKER), "{\"a\": 1}"), 400, "malformed-request");
        refused(imported(as(People.CELL_MAKER), "{\"a\": 1"), 400, "malformed-request");
    }

    @Test
    void issues_nothing_of_an_import_with_a_fault() {
        Response answer = as(People.CELL_MAKER)
                .contentType("application/json")
                .body(FOOTPRINT)
                .post("/v1/imports/batterypass-1.2.1?issue=true");
        refused(answer, 422, "invalid-record").then().body("violations.pointer", hasItem("/carbon-footprint/method"));
    }

    @Test
    void gives_out_documents_with_what_they_lose() {
        export(as(People.CELL_MAKER), passport(), "batterypass-1.2.1?documents=CarbonFootprintForBatteries")
                .then()
                .statusCode(200)
                .body("documents.CarbonFootprintForBatteries.batteryCarbonFootprint", is(0.0846f))
                .body("losses.pointer", hasItem("/method"));
    }

    @Test
    void names_each_required_field_that_has_no_value() {
        Response answer =
                export(as(People.CELL_MAKER), passport(), "batterypass-1.2.1?documents=GeneralProductInformation");
        refused(answer, 422, "incomplete-export")
                .then()
                .body("violations[0].pointer", equalTo("/GeneralProductInformation/warrentyPeriod"));
    }

    @Test
    void an_export_has_nothing_that_its_reader_may_not_see() {
        String passport = passport();
        String documents = "batterypass-1.2.1?documents=MaterialComposition";
        Response whole = export(as(People.RECYCLER), passport, documents);
        whole.then().statusCode(200).body("documents.MaterialComposition.batteryMaterials", notNullValue());
        Response cut = export(anyone(), passport, documents);
        refused(cut, 422, "incomplete-export")
                .then()
                .body("violations.pointer", hasItem("/MaterialComposition/batteryMaterials"));
        assertTrue(whole.asString().contains("346417-97-8"));
        assertFalse(cut.asString().contains("346417-97-8"));
    }

    @Test
    void only_the_passports_operator_fills_an_export_from_its_own_import() {
        String passport = passport();
        String imported = imported(as(People.CELL_MAKER), FOOTPRINT).path("importId");
        String address = "batterypass-1.2.1?documents=CarbonFootprintForBatteries&import=" + imported;
        export(as(People.CELL_MAKER), passport, address)
                .then()
                .statusCode(200)
                .body("documents.CarbonFootprintForBatteries.theirOwn", equalTo("kept"));
        refused(export(anyone(), passport, address), 403, "forbidden");
        refused(export(as(People.OTHER_MAKER), passport, address), 403, "forbidden");
        String another = imported(as(People.OTHER_MAKER), FOOTPRINT).path("importId");
        refused(
                export(as(People.CELL_MAKER), passport, "batterypass-1.2.1?documents=Labeling&import=" + another),
                404,
                "not-found");
    }

    @Test
    void refuses_exports_to_the_connector_and_under_another_agreement() {
        refused(export(as(People.CONNECTOR), passport(), "batterypass-1.2.1"), 403, "forbidden");
        String token = PullTokenFixture.of("ANOTHER-MODEL", java.util.List.of(1), "transfer-of-export");
        refused(
                export(anyone().header("Authorization", "Bearer " + token), passport(), "batterypass-1.2.1"),
                403,
                "forbidden");
    }

    private static synchronized String passport() {
        if (passport.isEmpty()) {
            postModel(MODEL);
            ObjectNode battery = Examples.newBattery(MODEL);
            post("battery", battery).then().statusCode(201);
            passport = battery.path("batteryPassportIdentifier").asText();
        }
        return passport;
    }

    private static String passport = "";

    private static Response imported(RequestSpecification caller, String body) {
        return caller.contentType("application/json").body(body).post("/v1/imports/batterypass-1.2.1");
    }

    private static Response export(RequestSpecification caller, String passport, String format) {
        return caller.get("/v1/dpps/" + encoded(passport) + "/exports/" + format);
    }
}
