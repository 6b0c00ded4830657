package dev.denchi.api;

import static dev.denchi.api.Calls.anyone;
import static dev.denchi.api.Calls.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What recyclers, makers and auditors ask of lots and of incoming waste. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ProvenanceQuestionsTest {

    @Test
    void a_lot_is_followed_to_the_batteries_it_is_in() {
        ProvenanceChain chain = ProvenanceChain.posted("ahead-");
        for (int i = 0; i < 3; i++) {
            Calls.post("battery", Examples.newBattery(chain.modelId())).then().statusCode(201);
        }
        Response ahead =
                as(People.METAL_RECYCLER).get("/v1/provenance/lots/kita-recycling:ahead-EOL-2026-031/downstream");

        ahead.then()
                .statusCode(200)
                .body("total", equalTo(7))
                .body("lots.lot", hasItems("kita-recycling:ahead-NI-2026-041", "setouchi-cathode:ahead-N622-26-088"))
                .body("batteries.size()", equalTo(1))
                .body("batteries[0].count", equalTo(3))
                .body("batteries[0].year", equalTo(2026))
                .body("batteries[0].masked", equalTo(true)); // the maker is two steps away
        as(People.MARKET_SURVEILLANCE)
                .get("/v1/provenance/lots/kita-recycling:ahead-EOL-2026-031/downstream")
                .then()
                .body("batteries[0].modelId", equalTo(chain.modelId()))
                .body("batteries[0].count", equalTo(3));
        as(People.REFINER)
                .get("/v1/provenance/lots/kita-recycling:ahead-EOL-2026-031/downstream")
                .then()
                .statusCode(404);
    }

    @Test
    void a_battery_that_moves_to_another_model_counts_there_and_no_longer_where_it_was() {
        ProvenanceChain chain = ProvenanceChain.posted("moved-");
        Calls.postModel("MOVED-FROM");
        ObjectNode battery = Examples.newBattery("MOVED-FROM");
        String self = Calls.post("battery", battery).path("links.self");
        assertBatteriesIn("kita-recycling:moved-EOL-2026-031", 0);

        Calls.put(self, "*", battery.put("modelId", chain.modelId())).then().statusCode(200);
        assertBatteriesIn("kita-recycling:moved-EOL-2026-031", 1);
        Calls.put(self, "*", battery.put("modelId", "MOVED-FROM")).then().statusCode(200);
        assertBatteriesIn("kita-recycling:moved-EOL-2026-031", 0);
    }

    @Test
    void a_battery_leads_to_the_lots_behind_its_recycled_metal() {
        ProvenanceChain chain = ProvenanceChain.posted("ahead-");
        ObjectNode battery = Examples.newBattery(chain.modelId());
        Calls.post("battery", battery).then().statusCode(201);
        String address = "/v1/provenance/batteries/"
                + Calls.encoded(battery.get("batteryPassportIdentifier").asText()) + "/upstream";

        as(People.RECYCLER)
                .get(address)
                .then()
                .statusCode(200)
                .body("claim.state", equalTo("SUPPORTED"))
                .body("claim.modelId", equalTo(chain.modelId()))
                .body("lots.wasteClass", hasItems("POST_CONSUMER", "BATTERY_MANUFACTURING_WASTE"));
        as(People.OTHER_MAKER).get(address).then().statusCode(404);
        anyone().get(address).then().statusCode(401);
    }

    @Test
    void incoming_waste_is_told_as_its_passports_are_cut_to_the_asker() {
        String model = "WASTE-1";
        Calls.postModel(model);
        List<String> products = Stream.generate(() -> Examples.newBattery(model))
                .limit(3)
                .peek(battery -> Calls.post("battery", battery).then().statusCode(201))
                .map(battery -> battery.get("productIdentifier").asText())
                .toList();
        String body = Stream.concat(products.stream(), Stream.of("https://id.nobody.example/01/04912345077011/21/X"))
                .collect(Collectors.joining("\",\"", "{\"productIdentifiers\":[\"", "\"]}"));

        contents(People.RECYCLER, body)
                .then()
                .statusCode(200)
                .body("batteries", equalTo(3))
                .body("unknown", contains("https://id.nobody.example/01/04912345077011/21/X"))
                .body("models[0].count", equalTo(3))
                .body("models[0].batteryChemistry", notNullValue())
                .body("models[0].dismantlingAndRemovalInformation", notNullValue())
                .body("elements.element", hasItem("Nickel"))
                .body("batteriesWithoutElementMasses", equalTo(0));
        contents(People.OTHER_MAKER, body)
                .then()
                .statusCode(200)
                .body("models[0].batteryChemistry", notNullValue())
                .body("models[0].dismantlingAndRemovalInformation", nullValue())
                .body("elements", empty())
                .body("batteriesWithoutElementMasses", equalTo(3));
        contents(People.RECYCLER, "{\"productIdentifiers\":[]}").then().statusCode(400);
        contents(People.RECYCLER, "[").then().statusCode(400);
        contents(People.CONNECTOR, body).then().statusCode(403);
    }

    @Test
    void recovery_stands_beside_its_targets() {
        ProvenanceChain.posted("ahead-");
        String address = "/v1/provenance/recovery?facility=4912346400016&year=2026";

        as(People.LEAD_SMELTER)
                .get(address)
                .then()
                .statusCode(200)
                .body("recovery.element", contains("Lead"))
                .body("recovery[0].target.value", equalTo(90))
                .body("recovery[0].yield.value", equalTo(98.04f))
                .body("recovery[0].reachesTarget", equalTo(true));
        as(People.MARKET_SURVEILLANCE)
                .get(address + "&operator=nanao-lead")
                .then()
                .statusCode(200)
                .body("recovery[0].element", equalTo("Lead"));
        as(People.REFINER).get(address + "&operator=nanao-lead").then().statusCode(403);
        as(People.REFINER).get(address).then().statusCode(200).body("recovery", empty());
        as(People.REFINER)
                .get("/v1/provenance/recovery?facility=4912346400016")
                .then()
                .statusCode(400);
        anyone().get(address).then().statusCode(401);
    }

    private static void assertBatteriesIn(String lot, int count) {
        as(People.METAL_RECYCLER)
                .get("/v1/provenance/lots/" + lot + "/downstream")
                .then()
                .statusCode(200)
                .body("batteries[0].count", equalTo(count));
    }

    private static Response contents(People person, String body) {
        return as(person).contentType("application/json").body(body).post("/v1/provenance/waste-contents");
    }
}
