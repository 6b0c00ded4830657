package dev.denchi.api;

import static dev.denchi.api.Calls.anyone;
import static dev.denchi.api.Calls.as;
import static dev.denchi.api.Calls.post;
import static dev.denchi.api.Calls.postModel;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.model.format.RecordSchemas;
import dev.denchi.model.signature.PublishedKeys;
import dev.denchi.model.verification.Check;
import dev.denchi.model.verification.Given;
import dev.denchi.model.verification.RecordVerifier;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class RecordJourneyTest {

    @Test
    void a_cell_makers_records_become_a_passport_that_each_reader_sees_by_law() {
        String model = "JOURNEY-1";
        postModel(model);
        ObjectNode battery = Examples.newBattery(model);
        var receipt = post("battery", battery)
                .then()
                .statusCode(201)
                .header("ETag", notNullValue())
                .extract();
        String passport = receipt.path("links.passport");

        anyone().get(passport)
                .then()
                .statusCode(200)
                .header("Vary", "Accept, X-API-Key, Authorization")
                .body(
                        "uniqueProductIdentifier",
                        equalTo(battery.get("productIdentifier").textValue()))
                .body("recycledContent.recycledContent[0].recycledMaterial", equalTo("Cobalt"))
                .body("recycledContent.massInActiveMaterials", nullValue())
                .body("battery.batteryStatus", nullValue())
                .body("batteryModel.circularity", nullValue())
                .body("batteryModel.conformity.resultOfTestReport", nullValue());
        as(People.RECYCLER)
                .get(passport)
                .then()
                .body("recycledContent.massInActiveMaterials", notNullValue())
                .body("battery.batteryStatus", equalTo("original"))
                .body("batteryModel.conformity.resultOfTestReport", nullValue());
        as(People.MARKET_SURVEILLANCE)
                .get(passport)
                .then()
                .body("batteryModel.conformity.resultOfTestReport", notNullValue())
                .body("battery.batteryStatus", nullValue());

        byte[] keys = anyone().get("/operators/sakura-cells/did.json").asByteArray();
        String token = anyone().accept("application/vc+sd-jwt")
                .get((String) receipt.path("links.self"))
                .asString();
        var verification = new RecordVerifier(new RecordSchemas())
                .verify(token, Given.keys(List.of(PublishedKeys.ofDidDocument(keys)), Instant.now()));
        assertEquals(Check.Result.PASSED, verification.resultOf("signature"), verification::toString);
        assertNotEquals(Check.Result.FAILED, verification.outcome(), verification::toString);
        String product = URLEncoder.encode(battery.get("productIdentifier").textValue(), StandardCharsets.UTF_8);
        anyone().get("/v1/dppsByProductId/" + product).then().statusCode(200);
    }
}
