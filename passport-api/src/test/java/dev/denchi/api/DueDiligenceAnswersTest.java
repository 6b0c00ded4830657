package dev.denchi.api;

import static dev.denchi.api.Calls.anyone;
import static dev.denchi.api.Calls.as;
import static dev.denchi.api.ChainOfFive.supplierOf;
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
import dev.denchi.model.format.StrictJson;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Due diligence is asked and answered along the same trades as footprints, by signed records. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class DueDiligenceAnswersTest {
    private ChainOfFive chain;

    @BeforeEach
    void requests_go_down() {
        chain = ChainOfFive.asked("DD");
    }

    @AfterEach
    void requests_are_taken_back() {
        ChainOfFive.takeBackAll();
    }

    @Test
    void a_statement_answers_the_request_and_reaches_the_customer_signed() {
        JsonNode stated = chain.stateDueDiligence(CELL_MAKER);
        assertEquals(1, stated.path("version").intValue());
        assertTrue(stated.at("/dueDiligence").has("consignmentOrigins"));

        Response shown = getting(MODULE_MAKER, "dueDiligence", "traceIds", chain.bought(MODULE_MAKER));
        assertAsTheContractSays("get", "dueDiligence", shown);
        JsonNode told = json(shown, 200);
        assertEquals(1, told.size());
        JsonNode answer = told.get(0);
        assertEquals(CELL_MAKER.id().toString(), answer.path("operatorId").textValue());
        assertEquals(chain.bought(MODULE_MAKER), answer.path("traceId").textValue());
        assertEquals(stated.path("sha256"), answer.path("sha256"));
        assertTrue(answer.path("acl").isNull());
        assertEquals(
                Set.of("consignmentOrigins"),
                difference(stated.path("dueDiligence"), answer.path("dueDiligence")),
                "all but whom its consignments came from");
        assertEquals(chain.part(CELL_MAKER), answer.at("/dueDiligence/traceId").textValue());
        assertVerifies(answer.path("token").textValue());
        assertEquals(
                "COMPLETED",
                chain.standing(MODULE_MAKER, "DD").path("cfpResponseStatus").textValue());
    }

    @Test
    void the_counts_of_a_tree_move_with_every_answer() {
        assertStanding(PACK_MAKER, "NOT_COMPLETED", 0, 4);
        chain.stateDueDiligence(PRECURSOR_SUPPLIER);
        assertStanding(CATHODE_SUPPLIER, "COMPLETED", 1, 1);
        assertStanding(PACK_MAKER, "NOT_COMPLETED", 1, 4);
        List.of(CATHODE_SUPPLIER, CELL_MAKER, MODULE_MAKER).forEach(chain::stateDueDiligence);
        assertStanding(PACK_MAKER, "COMPLETED", 4, 4);
        assertStanding(CELL_MAKER, "COMPLETED", 2, 2);
    }

    @Test
    void what_is_stated_anew_is_a_new_version_and_told_at_once() {
        JsonNode first = chain.stateDueDiligence(MODULE_MAKER);
        assertEquals(first.path("sha256"), chain.stateDueDiligence(MODULE_MAKER).path("sha256"), "said again");
        ObjectNode changed = chain.dueDiligenceModel(MODULE_MAKER);
        changed.set("dueDiligenceId", first.path("dueDiligenceId"));
        ((ObjectNode) changed.at("/dueDiligence/assessmentPeriod")).put("to", "2026-09-30");
        JsonNode second = json(MODULE_MAKER.puts("dueDiligence", changed).put(DATA), 201);
        assertEquals(2, second.path("version").intValue());
        assertEquals(first.path("dueDiligenceId"), second.path("dueDiligenceId"));
        assertEquals(
                second.path("sha256"),
                get(PACK_MAKER, "dueDiligence", "traceIds", chain.bought(PACK_MAKER))
                        .at("/0/sha256"));
        JsonNode told = get(PACK_MAKER, "notifications", "limit", "2");
        assertEquals("DD_UPDATED", told.at("/notifications/0/notificationType").textValue());
        assertEquals(
                "DD_RESPONSED", told.at("/notifications/1/notificationType").textValue());
    }

    @Test
    void what_is_withheld_from_a_customer_is_gone_at_once() {
        chain.stateDueDiligence(CELL_MAKER);
        JsonNode withheld = json(
                CELL_MAKER
                        .puts("dueDiligence", released(CELL_MAKER, MODULE_MAKER, false))
                        .put(DATA),
                201);
        assertEquals(
                MODULE_MAKER.id().toString(),
                withheld.at("/acl/0/releasedToOperatorId").textValue());
        assertEquals(
                0,
                get(MODULE_MAKER, "dueDiligence", "traceIds", chain.bought(MODULE_MAKER))
                        .size());
        assertStanding(MODULE_MAKER, "NOT_COMPLETED", 0, 3);
        json(
                CELL_MAKER
                        .puts("dueDiligence", released(CELL_MAKER, MODULE_MAKER, true))
                        .put(DATA),
                201);
        assertEquals(
                1,
                get(MODULE_MAKER, "dueDiligence", "traceIds", chain.bought(MODULE_MAKER))
                        .size());
        assertStanding(MODULE_MAKER, "COMPLETED", 1, 3);
    }

    @Test
    void a_record_that_its_operator_issued_itself_is_named() {
        ObjectNode attributes = ChainOfFive.dueDiligence(CATHODE_SUPPLIER).put("traceId", chain.part(CATHODE_SUPPLIER));
        String id = Calls.post(CATHODE_SUPPLIER.person(), "supplier-due-diligence", attributes.toString())
                .then()
                .statusCode(201)
                .extract()
                .path("recordId");
        ObjectNode model = chain.dueDiligenceModel(CATHODE_SUPPLIER)
                .put("dueDiligenceId", id)
                .putNull("dueDiligence");
        json(CATHODE_SUPPLIER.puts("dueDiligence", model).put(DATA), 201);
        assertEquals(
                id,
                get(CELL_MAKER, "dueDiligence", "traceIds", chain.bought(CELL_MAKER))
                        .at("/0/dueDiligenceId")
                        .textValue());
        ObjectNode strange = chain.dueDiligenceModel(CELL_MAKER).put("dueDiligenceId", id);
        CELL_MAKER
                .puts("dueDiligence", strange)
                .put(DATA)
                .then()
                .statusCode(400)
                .body("detail", equalTo("MSGAECO0020"));
    }

    @Test
    void a_record_that_was_revoked_answers_nobody() {
        ObjectNode attributes = ChainOfFive.dueDiligence(CATHODE_SUPPLIER).put("traceId", chain.part(CATHODE_SUPPLIER));
        String self = Calls.post(CATHODE_SUPPLIER.person(), "supplier-due-diligence", attributes.toString())
                .then()
                .statusCode(201)
                .extract()
                .path("links.self");
        Calls.as(CATHODE_SUPPLIER.person())
                .header(
                        "If-Match",
                        Calls.as(CATHODE_SUPPLIER.person()).get(self).header("ETag"))
                .contentType("application/json")
                .body("{\"reason\": \"The policy was not in force yet.\"}")
                .post(self + "/revocation")
                .then()
                .statusCode(201);
        ObjectNode model = chain.dueDiligenceModel(CATHODE_SUPPLIER)
                .put("dueDiligenceId", self.substring(self.lastIndexOf('/') + 1))
                .putNull("dueDiligence");
        CATHODE_SUPPLIER
                .puts("dueDiligence", model)
                .put(DATA)
                .then()
                .statusCode(400)
                .body("detail", equalTo("MSGAECO0020"));
    }

    @Test
    void a_statement_that_breaks_rules_is_refused_with_all_that_is_wrong() {
        ObjectNode model = chain.dueDiligenceModel(CELL_MAKER);
        ObjectNode attributes = (ObjectNode) model.path("dueDiligence");
        attributes.remove("policy");
        ((ObjectNode) attributes.at("/riskAssessment/4")).put("risk", "HIGH");
        CELL_MAKER
                .puts("dueDiligence", model)
                .put(DATA)
                .then()
                .statusCode(400)
                .body("code", equalTo("[dataspace] BadRequest"))
                .body("message", containsString("Validation failed, dueDiligence: ("))
                .body("message", containsString("policy"))
                .body("message", containsString("/riskAssessment/4: NICKEL in COMMUNITY_LIFE has no measure"));
        for (String missing : List.of("operatorId", "traceId", "dueDiligence")) {
            ObjectNode without = chain.dueDiligenceModel(CELL_MAKER);
            without.remove(missing);
            CELL_MAKER
                    .puts("dueDiligence", without)
                    .put(DATA)
                    .then()
                    .statusCode(400)
                    .body("message", containsString(missing + ": cannot be blank"));
        }
        getting(CELL_MAKER, "dueDiligence").then().statusCode(400);
    }

    @Test
    void nobody_states_what_is_anothers_part() {
        for (Traders stranger : List.of(PACK_MAKER, MODULE_MAKER)) {
            ObjectNode model = chain.dueDiligenceModel(CELL_MAKER);
            stranger.puts("dueDiligence", model).put(DATA).then().statusCode(403);
            stranger.puts("dueDiligence", model.put("operatorId", stranger.id().toString()))
                    .put(DATA)
                    .then()
                    .statusCode(400);
        }
        assertEquals(
                0,
                get(CELL_MAKER, "dueDiligence", "traceIds", chain.part(CELL_MAKER))
                        .size());
    }

    @Test
    void each_sees_its_neighbours_alone() {
        for (Traders trader : Traders.values()) {
            chain.stateDueDiligence(trader);
        }
        for (Traders reader : Traders.values()) {
            StringBuilder shown = new StringBuilder();
            for (Traders other : Traders.values()) {
                shown.append(getting(reader, "dueDiligence", "traceIds", chain.part(other))
                        .asString());
            }
            for (Traders other : ChainOfFive.CUSTOMERS) {
                shown.append(getting(reader, "dueDiligence", "traceIds", chain.bought(other))
                        .asString());
                shown.append(as(reader.person()).get(answers(chain.part(other))).asString());
            }
            for (Traders other : Traders.values()) {
                boolean isOwnOrSupplier = other == reader || other.ordinal() == reader.ordinal() + 1;
                assertEquals(
                        isOwnOrSupplier,
                        shown.indexOf(other.ordinal() + "-CO-2026-0117") >= 0,
                        reader + " and the consignments of " + other);
                assertEquals(
                        isOwnOrSupplier, shown.indexOf(other.id().toString()) >= 0, reader + " and the id of " + other);
                assertEquals(
                        other == reader,
                        shown.indexOf("Mine behind " + other.name()) >= 0,
                        reader + " and the supplier of " + other);
            }
        }
    }

    @Test
    void the_record_itself_is_its_operators_and_the_authorities_alone() {
        String record = "/v1/records/"
                + chain.stateDueDiligence(CELL_MAKER).path("dueDiligenceId").textValue();
        as(People.CELL_MAKER).get(record).then().statusCode(200);
        JsonNode shown =
                StrictJson.read(as(People.MARKET_SURVEILLANCE).get(record).asByteArray());
        assertTrue(shown.path("content").has("consignmentOrigins"));
        as(MODULE_MAKER.person()).get(record).then().statusCode(404);
        as(People.RECYCLER).get(record).then().statusCode(404);
        anyone().get(record).then().statusCode(404);
    }

    @Test
    void the_view_of_a_part_says_who_answered_and_of_those_behind_only_how_many() {
        JsonNode before = view(PACK_MAKER);
        assertEquals("OVERDUE", before.at("/parts/0/standing").textValue());
        assertEquals("2024-12-31", before.at("/parts/0/responseDueDate").textValue());
        assertEquals(1, before.at("/counts/overdue").intValue());

        chain.stateDueDiligence(MODULE_MAKER);
        chain.stateDueDiligence(PRECURSOR_SUPPLIER);
        JsonNode after = view(PACK_MAKER);
        assertEquals("ANSWERED", after.at("/parts/0/standing").textValue());
        assertEquals(
                MODULE_MAKER.id().toString(),
                after.at("/parts/0/supplier/operatorId").textValue());
        assertEquals(1, after.at("/parts/0/record/version").intValue());
        assertEquals(1, after.at("/parts/0/upstream/answered").intValue());
        assertEquals(3, after.at("/parts/0/upstream/requests").intValue());
        assertEquals(1, after.at("/upstream/answered").intValue());
        assertEquals(3, after.at("/upstream/requests").intValue());

        json(
                CATHODE_SUPPLIER
                        .puts(
                                "status",
                                Supplies.end(chain.request(CELL_MAKER, "DD").path("statusModel"), "REJECT", "別の部品です"))
                        .put(DATA),
                201);
        JsonNode rejected = view(CELL_MAKER);
        assertEquals("REJECTED", rejected.at("/parts/0/standing").textValue());
        assertEquals("別の部品です", rejected.at("/parts/0/replyMessage").textValue());
        assertFalse(rejected.path("parts").get(0).has("record"));
        assertEquals(1, view(PRECURSOR_SUPPLIER).at("/counts/notAsked").intValue());
    }

    @Test
    void the_view_of_a_part_is_its_operators_alone() {
        as(People.CELL_MAKER).get(answers(chain.part(PACK_MAKER))).then().statusCode(404);
        as(People.MARKET_SURVEILLANCE)
                .get(answers(chain.part(PACK_MAKER)))
                .then()
                .statusCode(403);
        anyone().get(answers(chain.part(PACK_MAKER))).then().statusCode(401);
        as(PACK_MAKER.person()).get("/v1/parts/x/answers?requestType=DD").then().statusCode(400);
        as(PACK_MAKER.person())
                .get("/v1/parts/" + chain.part(PACK_MAKER) + "/answers?requestType=PCF")
                .then()
                .statusCode(400);
    }

    private JsonNode view(Traders trader) {
        return json(as(trader.person()).get(answers(chain.part(trader))), 200);
    }

    private static String answers(String part) {
        return "/v1/parts/" + part + "/answers?requestType=DD";
    }

    private ObjectNode released(Traders operator, Traders to, boolean released) {
        ObjectNode model = chain.dueDiligenceModel(operator);
        ArrayNode acl = model.putArray("acl");
        acl.addObject().put("releasedToOperatorId", to.id().toString()).put("releasedFlag", released);
        return model;
    }

    private void assertStanding(Traders customer, String response, int completed, int trades) {
        JsonNode standing = chain.standing(customer, "DD");
        assertEquals(response, standing.path("cfpResponseStatus").textValue(), customer + " " + supplierOf(customer));
        assertEquals("TERMINATED", standing.path("tradeTreeStatus").textValue());
        assertEquals(completed, standing.path("completedCount").intValue());
        assertEquals(trades, standing.path("tradesCount").intValue());
    }

    private static void assertVerifies(String token) {
        anyone().contentType("application/vc+sd-jwt")
                .body(token.getBytes(StandardCharsets.US_ASCII))
                .post("/v1/verifications")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("PASSED"))
                .body("record.kind", equalTo("supplier-due-diligence"));
    }

    private static Set<String> difference(JsonNode all, JsonNode some) {
        Set<String> missing = new TreeSet<>();
        all.fieldNames().forEachRemaining(missing::add);
        some.fieldNames().forEachRemaining(missing::remove);
        return missing;
    }
}
