package dev.denchi.api;

import static dev.denchi.api.Calls.anyone;
import static dev.denchi.api.Calls.as;
import static dev.denchi.api.Refusals.refused;
import static dev.denchi.api.Supplies.json;
import static dev.denchi.api.Traders.CATHODE_SUPPLIER;
import static dev.denchi.api.Traders.CELL_MAKER;
import static dev.denchi.api.Traders.MODULE_MAKER;
import static dev.denchi.api.Traders.PACK_MAKER;
import static dev.denchi.api.Traders.PRECURSOR_SUPPLIER;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.startsWith;
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
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was answered along a supply chain becomes the signed records of a passport. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class DeclarationTest {
    private static final People PACK = PACK_MAKER.person();
    private static final String KEY = "Idempotency-Key";

    private final String model = "DECLARED-" + UUID.randomUUID().toString().substring(0, 8);

    /**
     * By hand: 84.28432 and 341.77376 kg CO2e a pack (see {@link SupplyChainTest}) over 77.0 kWh × 1500 cycles are 0.000729734… and
     * 0.002959081… for each kWh, rounded up to eight decimals; with 0.0018 and 0.0035 of the request 0.00898883.
     */
    @AfterEach
    void requests_are_taken_back() {
        ChainOfFive.takeBackAll();
    }

    @Test
    void a_pack_maker_turns_the_answers_into_a_passport_whose_footprint_and_due_diligence_verify() {
        ChainOfFive chain = answered();
        postModel();
        JsonNode declared = json(declare(chain, request(), "declare-" + model), 201);

        assertEquals(2, declared.path("records").size());
        JsonNode footprint = content(declared, 0);
        assertEquals("0.00898883", number(footprint.at("/batteryCarbonFootprint/value")));
        assertEquals("0.00072974", stage(footprint, 0, "RawMaterialExtraction"));
        assertEquals("0.00295909", stage(footprint, 1, "MainProduction"));
        assertEquals("0.0018", stage(footprint, 2, "Distribution"));
        assertEquals("0.0035", stage(footprint, 3, "Recycling"));
        assertEquals("115500", number(footprint.at("/totalEnergyProvided/value")));
        assertEquals("1038.209865", number(footprint.at("/absoluteCarbonFootprint/value")));
        String signed = toldToPackMaker(chain).path("sha256").textValue();
        assertEquals(
                "[\"" + signed + "\"]",
                content(declared, 1).path("supplierStatements").toString());
        assertOrigins(declared);
        assertEquals(signed, declared.at("/statements/1/sha256").textValue());
        assertTrue(declared.at("/statements/0/sha256").isNull(), "a footprint is told as numbers");

        declared.path("records")
                .forEach(record -> assertVerifies(record.at("/links/self").textValue()));
        assertPassport(declared);
    }

    private void assertOrigins(JsonNode declared) {
        for (String expected : List.of(
                "carbon-footprint /carbonFootprintPerLifecycleStage/0 ANSWERS",
                "carbon-footprint /carbonFootprintPerLifecycleStage/1 ANSWERS",
                "carbon-footprint /carbonFootprintPerLifecycleStage/2 REQUEST",
                "carbon-footprint /carbonFootprintPerLifecycleStage/3 REQUEST",
                "carbon-footprint /totalEnergyProvided BATTERY_MODEL",
                "carbon-footprint /batteryCarbonFootprint RECORD",
                "carbon-footprint /method REQUEST",
                "due-diligence /supplierStatements ANSWERS",
                "due-diligence /supplyChainDueDiligenceReport REQUEST")) {
            long found = 0;
            for (JsonNode entry : declared.path("mapping")) {
                String told = entry.path("record").textValue() + " "
                        + entry.path("pointer").textValue() + " "
                        + entry.path("from").textValue();
                found += told.equals(expected) ? 1 : 0;
            }
            assertEquals(1, found, expected + " in " + declared.path("mapping"));
        }
    }

    private void assertPassport(JsonNode declared) {
        ObjectNode battery = Examples.newBattery(model);
        String passport = Calls.post(PACK, "battery", battery.toString())
                .then()
                .statusCode(201)
                .extract()
                .path("links.passport");
        anyone().get(passport)
                .then()
                .statusCode(200)
                .body("carbonFootprint.batteryCarbonFootprint.value", equalTo(0.00898883f))
                .body("dueDiligence.modelId", equalTo(model));
        String shown = anyone().get(passport).asString()
                + anyone().accept("application/vp").get(passport).asString();
        for (Traders supplier : List.of(MODULE_MAKER, CELL_MAKER, CATHODE_SUPPLIER, PRECURSOR_SUPPLIER)) {
            assertFalse(shown.contains(supplier.name()), "the public is told of " + supplier);
            assertFalse(shown.contains(supplier.id().toString()), "the public is told of " + supplier);
            assertFalse(
                    shown.contains("operators/" + supplier.person().operator()), "the public is told of " + supplier);
        }
        Response ready = as(PACK).get(passport + "/readiness?category=EV&date=2027-02-18");
        ready.then()
                .statusCode(200)
                .body("dataPoints.find { it.number == 17 }.state", equalTo("PROVIDED"))
                .body("dataPoints.find { it.number == 19 }.state", equalTo("PROVIDED"));
        if (!ready.<Boolean>path("publishable")) {
            assertTrue(
                    ready.<List<Integer>>path("dataPoints.findAll { it.state == 'MISSING' }.number")
                                    .size()
                            > 0,
                    "it says what is missing");
        }
        assertEquals(2, declared.path("records").size());
    }

    @Test
    void the_same_again_changes_nothing_and_what_differs_is_refused() {
        ChainOfFive chain = answered();
        postModel();
        JsonNode first = json(declare(chain, request(), "again-" + model), 201);
        JsonNode repeated = json(declare(chain, request(), "again-" + model), 200);
        assertEquals(first.path("records"), repeated.path("records"));
        assertEquals(first, json(declare(chain, request(), "other-" + model), 200));
        ObjectNode other = request();
        ((ObjectNode) other.at("/carbonFootprint/method")).put("version", "2026-01");
        refused(declare(chain, other, "third-" + model), 409, "record-differs")
                .then()
                .body("violations.pointer", everyItem(equalTo("/carbonFootprint/method")));
        refused(declare(chain, other, "again-" + model), 422, "idempotency-key-reused");
    }

    @Test
    void a_preview_keeps_nothing_and_says_what_the_records_would_say() {
        ChainOfFive chain = answered();
        postModel();
        JsonNode preview = json(
                as(PACK).contentType("application/json")
                        .body(request().toString())
                        .post("/v1/parts/" + chain.part(PACK_MAKER) + "/records?preview=true"),
                200);
        assertEquals(0, preview.path("records").size());
        assertEquals("0.00898883", number(preview.at("/drafts/carbonFootprint/batteryCarbonFootprint/value")));
        JsonNode made = json(declare(chain, request(), "after-" + model), 201);
        assertEquals(preview.path("mapping"), made.path("mapping"));
    }

    @Test
    void recycled_content_is_declared_as_it_was_told_and_its_split_is_never_invented() {
        ChainOfFive chain = ChainOfFive.asked("RECYCLED_CONTENT");
        postModel();
        ObjectNode request = Supplies.object().put("modelId", model);
        ObjectNode example = Examples.of("ev-nmc/recycled-content");
        request.putObject("recycledContent").put("year", 2026).set("facility", example.path("facility"));
        refused(declare(chain, request, "recycled-" + model), 422, "invalid-record")
                .then()
                .body("violations.rule", hasItem("suppliers-answered"))
                .body("violations.pointer", hasItem("/recycledContent"));

        ObjectNode told = StatementAnswersTest.recycled(chain, MODULE_MAKER, "Cobalt", "4.0", "13.5");
        ((ArrayNode) told.path("recycledContent"))
                .addObject()
                .put("element", "Lead")
                .put("recycledClass", "UNKNOWN")
                .put("share", 85);
        json(MODULE_MAKER.puts("recycledContent", told).put(Supplies.DATA), 201);
        JsonNode declared = json(declare(chain, request, "recycled-" + model), 201);
        assertEquals(
                "[{\"recycledMaterial\":\"Cobalt\",\"preConsumerShare\":{\"value\":4.0,\"unit\":\"%\"},"
                        + "\"postConsumerShare\":{\"value\":13.5,\"unit\":\"%\"}},"
                        + "{\"recycledMaterial\":\"Lead\",\"split\":\"UNKNOWN\",\"totalShare\":{\"value\":85,\"unit\":\"%\"}}]",
                content(declared, 0).path("recycledContent").toString());
    }

    @Test
    void what_the_answers_leave_open_is_refused_all_at_once() {
        ChainOfFive chain = ChainOfFive.asked("CFP");
        ObjectNode request = request();
        ((ObjectNode) request.path("carbonFootprint")).remove("carbonFootprintPerLifecycleStage");
        ((ObjectNode) request.path("carbonFootprint")).putObject("batteryCarbonFootprint");
        ((ObjectNode) request.path("dueDiligence")).remove("reportingPeriod");
        Response answer = declare(chain, request, "open-" + model);
        refused(answer, 422, "invalid-record")
                .then()
                .body("violations.rule", hasItem("value-is-derived"))
                .body("violations.rule", hasItem("service-life-is-known"))
                .body("violations.rule", hasItem("suppliers-answered"))
                .body("violations.findAll { it.rule == 'footprint-is-complete' }.message", hasSize(2))
                .body("violations.findAll { it.rule == 'stage-is-not-told' }.message", hasSize(2))
                .body(
                        "violations.pointer",
                        everyItem(in(List.of(
                                "/modelId",
                                "/carbonFootprint",
                                "/carbonFootprint/batteryCarbonFootprint",
                                "/carbonFootprint/carbonFootprintPerLifecycleStage",
                                "/dueDiligence"))))
                .body(
                        "violations.find { it.rule == 'suppliers-answered' }.message",
                        containsString("nobody was asked for due diligence"));
    }

    @Test
    void a_footprint_that_lacks_a_value_far_below_is_not_declared() {
        ChainOfFive chain = ChainOfFive.asked("CFP");
        postModel();
        chain.stateFootprints(MODULE_MAKER, PACK_MAKER);
        ObjectNode request = request();
        request.remove("dueDiligence");
        refused(declare(chain, request, "below-" + model), 422, "invalid-record")
                .then()
                .body("violations", hasSize(1))
                .body("violations[0].message", startsWith("Module"))
                .body("violations[0].message", containsString("of the requests behind it, 0 of 3 are answered"));
    }

    @Test
    void the_records_keep_the_same_rules_as_any() {
        ChainOfFive chain = answered();
        postModel();
        ObjectNode request = request();
        ((ObjectNode) request.path("dueDiligence")).remove("supplyChainDueDiligenceReport");
        ((ObjectNode) request.path("carbonFootprint")).remove("method");
        refused(declare(chain, request, "rules-" + model), 422, "invalid-record")
                .then()
                .body(
                        "violations.pointer",
                        containsInAnyOrder("/carbonFootprint/method", "/dueDiligence/supplyChainDueDiligenceReport"));
    }

    @Test
    void only_its_operator_declares_a_part() {
        ChainOfFive chain = answered();
        String address = "/v1/parts/" + chain.part(PACK_MAKER) + "/records";
        for (People stranger : List.of(People.CELL_MAKER, People.MODULE_MAKER, People.RECYCLER)) {
            posted(stranger, address, request()).then().statusCode(404);
        }
        posted(People.MARKET_SURVEILLANCE, address, request()).then().statusCode(403);
        anyone().contentType("application/json")
                .body(request().toString())
                .post(address)
                .then()
                .statusCode(401);
        posted(PACK, "/v1/parts/pack/records", request()).then().statusCode(400);
        refused(posted(PACK, address, Supplies.object().put("modelId", model)), 422, "invalid-request");
        refused(posted(PACK, address, request().put("footprint", 1)), 422, "invalid-request");
    }

    /** All five answered both, as SupplyChainTest does. */
    private static ChainOfFive answered() {
        ChainOfFive chain = ChainOfFive.asked("CFP", "DD");
        chain.stateFootprints(Traders.values());
        chain.stateDueDiligence(MODULE_MAKER);
        return chain;
    }

    private void postModel() {
        Calls.post(
                        PACK,
                        "battery-model",
                        Examples.ofModel("battery-model", model).toString())
                .then()
                .statusCode(201);
    }

    private ObjectNode request() {
        ObjectNode request = Supplies.object().put("modelId", model);
        ObjectNode footprint = Examples.of("ev-nmc/carbon-footprint");
        footprint.remove(
                List.of("modelId", "batteryCarbonFootprint", "totalEnergyProvided", "absoluteCarbonFootprint"));
        ArrayNode stages = (ArrayNode) footprint.path("carbonFootprintPerLifecycleStage");
        stages.remove(0);
        stages.remove(0);
        ObjectNode report = Examples.of("ev-nmc/due-diligence");
        report.remove("supplierStatements");
        request.set("carbonFootprint", footprint);
        request.set("dueDiligence", report);
        return request;
    }

    private Response declare(ChainOfFive chain, ObjectNode request, String key) {
        return as(PACK).header(KEY, key)
                .contentType("application/json")
                .body(request.toString())
                .post("/v1/parts/" + chain.part(PACK_MAKER) + "/records");
    }

    private static Response posted(People person, String address, ObjectNode request) {
        return as(person)
                .contentType("application/json")
                .body(request.toString())
                .post(address);
    }

    private static JsonNode toldToPackMaker(ChainOfFive chain) {
        return Supplies.get(PACK_MAKER, "dueDiligence", "traceIds", chain.bought(PACK_MAKER))
                .get(0);
    }

    private static JsonNode content(JsonNode declared, int record) {
        String self = declared.at("/records/" + record + "/links/self").textValue();
        return StrictJson.read(as(PACK).get(self).asByteArray()).path("content");
    }

    private static String stage(JsonNode footprint, int place, String name) {
        JsonNode stage = footprint.path("carbonFootprintPerLifecycleStage").path(place);
        assertEquals(name, stage.path("lifecycleStage").textValue());
        return number(stage.at("/carbonFootprint/value"));
    }

    private static String number(JsonNode value) {
        return value.decimalValue().stripTrailingZeros().toPlainString();
    }

    /** As whoever holds the token would ask. */
    private static void assertVerifies(String self) {
        byte[] token = anyone().accept("application/vc+sd-jwt").get(self).asByteArray();
        anyone().contentType("application/vc+sd-jwt")
                .body(token)
                .post("/v1/verifications")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("PASSED"))
                .body("checks.result", everyItem(in(List.of("PASSED", "NOT_APPLICABLE"))));
    }
}
