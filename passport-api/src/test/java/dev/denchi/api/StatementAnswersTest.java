package dev.denchi.api;

import static dev.denchi.api.OuranosApiTest.assertAsTheContractSays;
import static dev.denchi.api.Supplies.DATA;
import static dev.denchi.api.Supplies.get;
import static dev.denchi.api.Supplies.getting;
import static dev.denchi.api.Supplies.json;
import static dev.denchi.api.Traders.CATHODE_SUPPLIER;
import static dev.denchi.api.Traders.CELL_MAKER;
import static dev.denchi.api.Traders.MODULE_MAKER;
import static dev.denchi.api.Traders.PACK_MAKER;
import static dev.denchi.api.Traders.PRECURSOR_SUPPLIER;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Recycled content and passports are asked and answered along the same trades. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class StatementAnswersTest {

    @AfterEach
    void requests_are_taken_back() {
        ChainOfFive.takeBackAll();
    }

    @Test
    void recycled_content_answers_row_by_row_and_points_at_the_record_that_backs_it() {
        ChainOfFive chain = ChainOfFive.asked("RECYCLED_CONTENT");
        Calls.post(CELL_MAKER.person(), "battery-model", model("RECYCLED-1").toString());
        String record = Calls.post(
                        CELL_MAKER.person(),
                        "recycled-content",
                        Examples.ofModel("recycled-content", "RECYCLED-1").toString())
                .then()
                .statusCode(201)
                .extract()
                .path("recordId");
        ObjectNode body = recycled(chain, CELL_MAKER, "Cobalt", "4.0", "13.5").put("recordId", record);
        row(body, "Lead", "UNKNOWN", "85", null);
        Response stated = CELL_MAKER.puts("recycledContent", body).put(DATA);
        assertAsTheContractSays("put", "recycledContent", stated);
        json(stated, 201);

        Response shown = getting(MODULE_MAKER, "recycledContent", "traceIds", chain.bought(MODULE_MAKER));
        assertAsTheContractSays("get", "recycledContent", shown);
        JsonNode told = json(shown, 200);
        assertEquals(1, told.size());
        assertEquals(CELL_MAKER.id().toString(), told.at("/0/operatorId").textValue());
        assertEquals(
                "[{\"element\":\"Cobalt\",\"recycledClass\":\"PRE_CONSUMER\",\"share\":4.0,\"elementMass\":null},"
                        + "{\"element\":\"Cobalt\",\"recycledClass\":\"POST_CONSUMER\",\"share\":13.5,\"elementMass\":null},"
                        + "{\"element\":\"Lead\",\"recycledClass\":\"UNKNOWN\",\"share\":85,\"elementMass\":null}]",
                told.at("/0/recycledContent").toString());
        assertEquals(record, told.at("/0/record/recordId").textValue());
        assertTrue(told.at("/0/acl").isNull());
        assertEquals(
                "COMPLETED",
                chain.standing(MODULE_MAKER, "RECYCLED_CONTENT")
                        .path("cfpResponseStatus")
                        .textValue());
        for (Traders stranger : List.of(PACK_MAKER, CATHODE_SUPPLIER, PRECURSOR_SUPPLIER)) {
            String answer = getting(
                            stranger,
                            "recycledContent",
                            "traceIds",
                            chain.bought(MODULE_MAKER) + "," + chain.part(CELL_MAKER))
                    .asString();
            assertEquals("[]", answer, stranger::name);
        }
    }

    @Test
    void a_split_is_never_invented_and_never_more_than_the_whole() {
        ChainOfFive chain = ChainOfFive.asked();
        ObjectNode halfSplit = body(chain, CELL_MAKER, "recycledContent");
        row(halfSplit, "Cobalt", "PRE_CONSUMER", "4", null);
        refused(CELL_MAKER, halfSplit, "Cobalt: must have PRE_CONSUMER and POST_CONSUMER once each, or UNKNOWN alone.");
        ObjectNode both = recycled(chain, CELL_MAKER, "Nickel", "4", "5");
        row(both, "Nickel", "UNKNOWN", "9", null);
        refused(CELL_MAKER, both, "Nickel: must have PRE_CONSUMER and POST_CONSUMER once each, or UNKNOWN alone.");
        refused(
                CELL_MAKER,
                recycled(chain, CELL_MAKER, "Lithium", "60", "40.00001"),
                "Lithium: shares sum to 100.00001, the whole is 100.");
        refused(
                CELL_MAKER,
                recycled(chain, CELL_MAKER, "Copper", "1", "1"),
                "recycledContent[0]: (element: cannot be allowed 'Copper'.)");
        refused(
                CELL_MAKER,
                recycled(chain, CELL_MAKER, "Lead", "1.000001", "1"),
                "recycledContent[0]: (share: must be a value up to the 5th decimal place.)");
        ObjectNode strange = recycled(chain, CELL_MAKER, "Lead", "1", "1")
                .put("recordId", UUID.randomUUID().toString());
        CELL_MAKER
                .puts("recycledContent", strange)
                .put(DATA)
                .then()
                .statusCode(400)
                .body("detail", equalTo("MSGAECO0020"));
        ObjectNode own = recycled(chain, CELL_MAKER, "Lead", "1", "1");
        PACK_MAKER.puts("recycledContent", own).put(DATA).then().statusCode(403);
        PACK_MAKER
                .puts("recycledContent", own.put("operatorId", PACK_MAKER.id().toString()))
                .put(DATA)
                .then()
                .statusCode(400);
    }

    @Test
    void passports_answer_with_their_addresses_and_the_askers_own_grant() {
        ChainOfFive chain = ChainOfFive.asked("PASSPORT");
        Calls.post(CELL_MAKER.person(), "battery-model", model("ANSWERED-1").toString());
        ObjectNode battery = Examples.newBattery("ANSWERED-1");
        Calls.post(CELL_MAKER.person(), "battery", battery.toString()).then().statusCode(201);
        String passport = battery.path("batteryPassportIdentifier").textValue();
        String toModuleMaker = grantTo("kaze-modules");

        ObjectNode body = passports(chain, passport).put("grantId", toModuleMaker);
        json(CELL_MAKER.puts("batteryPassport", body).put(DATA), 201);
        JsonNode told = get(MODULE_MAKER, "batteryPassport", "traceIds", chain.bought(MODULE_MAKER));
        assertEquals(
                passport, told.at("/0/passports/0/digitalProductPassportId").textValue());
        assertTrue(told.at("/0/passports/0/href").textValue().endsWith("/v1/dpps/" + Calls.encoded(passport)));
        assertEquals(toModuleMaker, told.at("/0/grantId").textValue());
        assertEquals(
                "COMPLETED",
                chain.standing(MODULE_MAKER, "PASSPORT")
                        .path("cfpResponseStatus")
                        .textValue());

        body.put("grantId", grantTo("hikari-motors"));
        json(CELL_MAKER.puts("batteryPassport", body).put(DATA), 201);
        told = get(MODULE_MAKER, "batteryPassport", "traceIds", chain.bought(MODULE_MAKER));
        assertTrue(told.at("/0/grantId").isNull(), "whom else something was granted");
        assertFalse(told.toString().contains("hikari"));
    }

    @Test
    void only_own_passports_and_grants_answer() {
        ChainOfFive chain = ChainOfFive.asked("PASSPORT");
        ObjectNode unknown = passports(chain, "urn:uuid:" + UUID.randomUUID());
        CELL_MAKER
                .puts("batteryPassport", unknown)
                .put(DATA)
                .then()
                .statusCode(400)
                .body("detail", equalTo("MSGAECO0020"));
        CELL_MAKER
                .puts("batteryPassport", passports(chain, "urn:uuid:x"))
                .put(DATA)
                .then()
                .statusCode(400)
                .body("message", containsString("passports: 'urn:uuid:x' is no passport identifier"));
        CELL_MAKER
                .puts("batteryPassport", body(chain, CELL_MAKER, "passports"))
                .put(DATA)
                .then()
                .statusCode(400);
        assertEquals(
                0,
                get(MODULE_MAKER, "batteryPassport", "traceIds", chain.bought(MODULE_MAKER))
                        .size());
    }

    private static String grantTo(String operator) {
        return Grants.granted(Grants.body(
                        Map.of("operator", operator),
                        Map.of("battery-model", List.of("/composition/batteryMaterials"))))
                .replace(Grants.ADDRESS + "/", "");
    }

    private static ObjectNode model(String model) {
        return Examples.ofModel("battery-model", model);
    }

    private static ObjectNode passports(ChainOfFive chain, String passport) {
        ObjectNode body = body(chain, CELL_MAKER, "passports");
        ((ArrayNode) body.path("passports")).addObject().put("digitalProductPassportId", passport);
        return body;
    }

    static ObjectNode recycled(ChainOfFive chain, Traders trader, String element, String pre, String post) {
        ObjectNode body = body(chain, trader, "recycledContent");
        row(body, element, "PRE_CONSUMER", pre, null);
        row(body, element, "POST_CONSUMER", post, null);
        return body;
    }

    private static void row(
            ObjectNode body, String element, String recycledClass, String share, @Nullable String elementMass) {
        ((ArrayNode) body.path("recycledContent"))
                .addObject()
                .put("element", element)
                .put("recycledClass", recycledClass)
                .put("share", new BigDecimal(share))
                .put("elementMass", elementMass == null ? null : new BigDecimal(elementMass));
    }

    private static ObjectNode body(ChainOfFive chain, Traders trader, String list) {
        ObjectNode body = Supplies.object();
        body.put("operatorId", trader.id().toString()).put("traceId", chain.part(trader));
        body.putArray(list);
        return body;
    }

    private static void refused(Traders trader, ObjectNode body, String message) {
        trader.puts("recycledContent", body)
                .put(DATA)
                .then()
                .statusCode(400)
                .body("message", containsString("Validation failed, "))
                .body("message", containsString(message));
    }
}
