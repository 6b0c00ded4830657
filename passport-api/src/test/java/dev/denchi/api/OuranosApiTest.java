package dev.denchi.api;

import static dev.denchi.api.Supplies.AUTH_INFO;
import static dev.denchi.api.Supplies.DATA;
import static dev.denchi.api.Supplies.asked;
import static dev.denchi.api.Supplies.cfp;
import static dev.denchi.api.Supplies.component;
import static dev.denchi.api.Supplies.get;
import static dev.denchi.api.Supplies.getting;
import static dev.denchi.api.Supplies.json;
import static dev.denchi.api.Supplies.linking;
import static dev.denchi.api.Supplies.newPart;
import static dev.denchi.api.Supplies.newPlant;
import static dev.denchi.api.Supplies.part;
import static dev.denchi.api.Supplies.plant;
import static dev.denchi.api.Supplies.structure;
import static dev.denchi.api.Traders.CATHODE_SUPPLIER;
import static dev.denchi.api.Traders.CELL_MAKER;
import static dev.denchi.api.Traders.MODULE_MAKER;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.api.contract.ContractAnswers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every call of the Ouranos API answers in the form, the names and the order of its published description. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class OuranosApiTest {
    private static final String[] NONE = {"0", "0", "0"};

    @Inject
    Store store;

    private String plant = "";

    @BeforeEach
    void the_cell_maker_has_a_plant() {
        plant = newPlant(CELL_MAKER);
    }

    @Test
    void the_published_description_holds_for_every_answer() {
        Published published = new Published();
        Response plantMade = CELL_MAKER.puts("plant", plant(CELL_MAKER)).put(AUTH_INFO);
        assertDescribed(published, "put", "plant", plantMade);
        assertDescribed(published, "get", "plant", calling("plant"));
        assertDescribed(published, "get", "operator", calling("operator"));
        assertDescribed(
                published,
                "put",
                "operator",
                CELL_MAKER.puts("operator", operator()).put(AUTH_INFO));
        assertDescribed(
                published,
                "put",
                "parts",
                CELL_MAKER.puts("parts", aPart("Cell", "unit", false)).put(DATA));
        Response structureMade = CELL_MAKER
                .puts(
                        "partsStructure",
                        structure(aPart("Cell", "unit", false), component(aPart("Cathode", "kilogram", false), "0.5")))
                .put(DATA);
        assertDescribed(published, "put", "partsStructure", structureMade);
        JsonNode made = json(structureMade, 201);
        String whole = made.at("/parentPartsModel/traceId").textValue();
        String bought = made.at("/childrenPartsModel/0/traceId").textValue();
        assertDescribed(published, "get", "partsStructure", getting(CELL_MAKER, "partsStructure", "traceId", whole));
        assertDescribed(published, "get", "parts", getting(CELL_MAKER, "parts", "limit", "5"));
        Response requested = CELL_MAKER
                .puts("tradeRequest", Supplies.request(CELL_MAKER, bought, CATHODE_SUPPLIER))
                .put(DATA);
        assertDescribed(published, "put", "tradeRequest", requested);
        JsonNode request = json(requested, 201);
        String own = newPart(
                CATHODE_SUPPLIER, part(CATHODE_SUPPLIER, newPlant(CATHODE_SUPPLIER), "Cathode", "kilogram", true));
        assertDescribed(
                published,
                "put",
                "tradeResponse",
                linking(CATHODE_SUPPLIER, request.at("/tradeModel/tradeId").textValue(), own));
        Response stated = CATHODE_SUPPLIER
                .puts("cfp", cfp(own, "kilogram", NONE, new String[] {"2.5", "0", "2"}))
                .put(DATA);
        assertDescribed(published, "put", "cfp", stated);
        assertDescribed(published, "get", "cfp", getting(CATHODE_SUPPLIER, "cfp", "traceIds", own));
        assertDescribed(published, "get", "cfp", getting(CELL_MAKER, "cfp", "traceIds", bought));
        assertDescribed(published, "get", "tradeRequest", getting(CELL_MAKER, "tradeRequest"));
        assertDescribed(published, "get", "tradeResponse", getting(CATHODE_SUPPLIER, "tradeResponse"));
        assertDescribed(published, "get", "status", getting(CELL_MAKER, "status"));
        Response cancelled = CELL_MAKER
                .puts("status", Supplies.end(request.path("statusModel"), "CANCEL", null))
                .put(DATA);
        assertDescribed(published, "put", "status", cancelled);
        assertEquals("{}", cancelled.asString());
        Response deleted = CELL_MAKER
                .calls()
                .queryParam("dataTarget", "parts")
                .queryParam("traceId", newPart(CELL_MAKER, aPart("Gone", "unit", true)))
                .delete(DATA);
        assertDescribed(published, "delete", "parts", deleted);
        Response refused = getting(CELL_MAKER, "parts", "limit", "101");
        assertEquals(400, refused.statusCode());
        assertEquals(List.of(), published.faults("get", "parts", refused));
    }

    @Test
    void a_parent_has_the_rows_of_the_published_example() {
        assertSameShape(Published.example("cfp-get-parent"), parentOfExample());
    }

    @Test
    void a_child_that_nobody_was_asked_about_has_the_rows_of_the_published_example() {
        JsonNode made = structureOfExample();
        String child = made.at("/childrenPartsModel/0/traceId").textValue();
        json(
                CELL_MAKER
                        .puts("cfp", cfp(child, "kilogram", NONE, new String[] {"0", "0.5", "3.1"}))
                        .put(DATA),
                201);

        assertSameShape(Published.example("cfp-get-children"), get(CELL_MAKER, "cfp", "traceIds", child));
    }

    @Test
    void an_answer_and_what_was_not_released_are_as_in_the_published_examples() {
        JsonNode made = structureOfExample();
        String child = made.at("/childrenPartsModel/0/traceId").textValue();
        JsonNode request = asked(CELL_MAKER, child, CATHODE_SUPPLIER);
        assertSameShape(Published.example("cfp-get-zero"), get(CELL_MAKER, "cfp", "traceIds", child));
        String own =
                newPart(CATHODE_SUPPLIER, part(CATHODE_SUPPLIER, newPlant(CATHODE_SUPPLIER), "K", "kilogram", true));
        linking(CATHODE_SUPPLIER, request.at("/tradeModel/tradeId").textValue(), own)
                .then()
                .statusCode(201);
        json(
                CATHODE_SUPPLIER
                        .puts("cfp", cfp(own, "kilogram", new String[] {"2.5", "0", "2.1"}, new String[] {
                            "1.5", "0", "3.1"
                        }))
                        .put(DATA),
                201);

        assertSameShape(Published.example("cfp-get-request"), get(CELL_MAKER, "cfp", "traceIds", child));
    }

    @Test
    void statuses_are_as_in_the_published_examples() {
        JsonNode made = structureOfExample();
        String child = made.at("/childrenPartsModel/0/traceId").textValue();
        JsonNode request = asked(CELL_MAKER, child, CATHODE_SUPPLIER);
        assertSameShape(Published.example("status-get-cfp01treefalseV2"), statusOf(child));
        assertEquals(
                "UNTERMINATED",
                statusOf(child).at("/0/requestStatus/tradeTreeStatus").textValue());
        assertEquals(0, statusOf(child).at("/0/requestStatus/tradesCount").intValue());
        String own =
                newPart(CATHODE_SUPPLIER, part(CATHODE_SUPPLIER, newPlant(CATHODE_SUPPLIER), "K", "kilogram", true));
        linking(CATHODE_SUPPLIER, request.at("/tradeModel/tradeId").textValue(), own)
                .then()
                .statusCode(201);
        assertSameShape(Published.example("status-get-cfp01treetrueV2"), statusOf(child));
        assertSameShape(
                Published.example("tradeResponse-get-overOne"), get(CATHODE_SUPPLIER, "tradeResponse", "limit", "1"));
        json(CATHODE_SUPPLIER.puts("cfp", cfp(own, "kilogram", NONE, NONE)).put(DATA), 201);
        JsonNode completed = statusOf(child);
        assertSameShape(Published.example("status-get-cfp02treeTrue"), completed);
        assertEquals(
                Published.example("status-get-cfp02treeTrue").at("/0/requestStatus/cfpResponseStatus"),
                completed.at("/0/requestStatus/cfpResponseStatus"));
        assertEquals(1, completed.at("/0/requestStatus/completedCount").intValue());
    }

    @Test
    void a_request_is_ended_by_the_published_bodies() {
        for (String example : List.of("status-put-cancel", "status-put-reject")) {
            JsonNode made = structureOfExample();
            String child = made.at("/childrenPartsModel/0/traceId").textValue();
            JsonNode request = asked(CELL_MAKER, child, CATHODE_SUPPLIER);
            ObjectNode body = Published.example(example).deepCopy();
            body.set("statusId", request.at("/statusModel/statusId"));
            body.set("tradeId", request.at("/statusModel/tradeId"));
            Traders ends = example.endsWith("cancel") ? CELL_MAKER : CATHODE_SUPPLIER;
            String statusId = request.at("/statusModel/statusId").textValue();

            json(ends.puts("status", body).put(DATA), 201);

            JsonNode seen = get(CATHODE_SUPPLIER, "status", "statusTarget", "RESPONSE", "statusId", statusId)
                    .get(0);
            assertEquals(
                    body.at("/requestStatus/cfpResponseStatus"), seen.at("/requestStatus/cfpResponseStatus"), example);
            assertEquals(body.path("replyMessage"), seen.path("replyMessage"), example);
        }
    }

    @Test
    void a_rejected_request_can_be_renewed_and_answered() {
        String child = structureOfExample().at("/childrenPartsModel/0/traceId").textValue();
        JsonNode request = asked(CELL_MAKER, child, CATHODE_SUPPLIER);
        json(
                CATHODE_SUPPLIER
                        .puts("status", Supplies.end(request.path("statusModel"), "REJECT", "再提出"))
                        .put(DATA),
                201);
        assertEquals(
                "REJECT",
                statusOf(child).at("/0/requestStatus/cfpResponseStatus").textValue());

        ObjectNode again = Supplies.request(CELL_MAKER, child, CATHODE_SUPPLIER);
        ((ObjectNode) again.path("tradeModel")).set("tradeId", request.at("/tradeModel/tradeId"));
        ((ObjectNode) again.path("statusModel")).set("tradeId", request.at("/tradeModel/tradeId"));
        ((ObjectNode) again.path("statusModel")).set("statusId", request.at("/statusModel/statusId"));
        json(CELL_MAKER.puts("tradeRequest", again).put(DATA), 201);

        assertEquals(
                "NOT_COMPLETED",
                statusOf(child).at("/0/requestStatus/cfpResponseStatus").textValue());
        assertTrue(statusOf(child).at("/0/replyMessage").isNull());
    }

    @Test
    void the_same_part_is_the_same_trace_and_another_one_is_not() {
        String first = newPart(CELL_MAKER, aPart("Same", "unit", false));
        ObjectNode renamed = aPart("Renamed", "unit", false).put("traceId", first);

        assertEquals(first, newPart(CELL_MAKER, aPart("Same", "unit", true)));
        assertNotEquals(first, newPart(CELL_MAKER, renamed));
        assertEquals(
                true,
                get(CELL_MAKER, "parts", "traceId", first)
                        .at("/0/terminatedFlag")
                        .booleanValue());
    }

    @Test
    void putting_a_parent_leaves_what_is_in_it() {
        JsonNode made = structureOfExample();
        ObjectNode parent = (ObjectNode) made.path("parentPartsModel");

        newPart(CELL_MAKER, parent);

        assertEquals(
                1,
                get(
                                CELL_MAKER,
                                "partsStructure",
                                "traceId",
                                parent.path("traceId").textValue())
                        .path("childrenPartsModel")
                        .size());
    }

    @Test
    void a_list_is_read_page_by_page() {
        String name = "Page " + UUID.randomUUID();
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(newPart(CELL_MAKER, aPart(name.substring(0, 40) + i, "unit", true)));
        }
        String own = newPlant(CELL_MAKER);
        List<String> read = new ArrayList<>();
        Response page = getting(CELL_MAKER, "parts", "limit", "2", "plantId", plant);
        while (true) {
            json(page, 200).forEach(part -> read.add(part.path("traceId").textValue()));
            String link = page.getHeader("Link");
            if (link == null) {
                break;
            }
            assertTrue(
                    link.matches(
                            "<http://[^>]+\\?dataTarget=parts&limit=2&after=[0-9a-f-]{36}&plantId=[0-9a-f-]{36}>; rel=\"next\""),
                    link);
            String query = link.substring(link.indexOf('?') + 1, link.indexOf('>'));
            page = CELL_MAKER.calls().get(DATA + "?" + query);
        }

        assertEquals(made, read);
        assertEquals(0, get(CELL_MAKER, "parts", "plantId", own).size());
    }

    @Test
    void every_answer_has_its_track() {
        getting(CELL_MAKER, "parts").then().header("X-Track", matchesPattern("[0-9a-f-]{36}"));
        getting(CELL_MAKER, "hoge").then().statusCode(400).header("X-Track", matchesPattern("[0-9a-f-]{36}"));
    }

    @Test
    void what_became_of_a_write_is_known_by_its_track_to_who_wrote_it() {
        Response kept = CELL_MAKER.puts("parts", aPart("Tracked", "unit", true)).put(DATA);
        Response refused = CELL_MAKER.puts("parts", aPart("", "unit", true)).put(DATA);
        Response read = getting(CELL_MAKER, "parts", "limit", "1");
        Response master = CELL_MAKER.puts("plant", plant(CELL_MAKER)).put(AUTH_INFO);
        String asked = String.join(
                ",",
                kept.header("X-Track"),
                refused.header("X-Track"),
                read.header("X-Track"),
                master.header("X-Track"),
                UUID.randomUUID().toString());

        Response answer = getting(CELL_MAKER, "requestStatus", "trackId", asked);
        assertAsTheContractSays("get", "requestStatus", answer);
        JsonNode told = json(answer, 200);

        assertEquals(3, told.size());
        List<String> ids = told.findValuesAsText("trackId");
        assertEquals(ids.stream().sorted().toList(), ids);
        for (JsonNode each : told) {
            boolean good = !each.path("trackId").textValue().equals(refused.header("X-Track"));
            assertEquals(
                    good ? "SUCCESS" : "ERROR",
                    each.path("acceptedRequestStatus").textValue());
            assertEquals(each.path("acceptedRequestStatus"), each.path("summaryRequestStatus"));
            assertTrue(each.path("requestCreatedAt").textValue().matches("[0-9-]{10}T[0-9:]{8}Z"));
        }
        assertEquals(0, get(MODULE_MAKER, "requestStatus", "trackId", asked).size());
        String many =
                Stream.generate(UUID::randomUUID).limit(11).map(UUID::toString).collect(Collectors.joining(","));
        getting(CELL_MAKER, "requestStatus", "trackId", many).then().statusCode(400);
        getting(CELL_MAKER, "requestStatus").then().statusCode(400);
        getting(
                        CELL_MAKER,
                        "requestStatus",
                        "trackId",
                        asked,
                        "operatorId",
                        MODULE_MAKER.id().toString())
                .then()
                .statusCode(403);
    }

    @Test
    void a_track_is_forgotten_in_time() {
        String track =
                CELL_MAKER.puts("parts", aPart("Old", "unit", true)).put(DATA).header("X-Track");
        store.age("request_track", "accepted_at", "track_id", track, "8 days");
        assertEquals(0, get(CELL_MAKER, "requestStatus", "trackId", track).size());

        newPart(CELL_MAKER, aPart("Newer", "unit", true));

        assertFalse(store.has("request_track", track));
    }

    @Test
    void a_tracking_id_is_said_back_when_it_is_one() {
        String id = UUID.randomUUID().toString();
        for (Response answer : List.of(
                CELL_MAKER.calls().header("X-TrackingId", id).get(DATA + "?dataTarget=parts&limit=1"),
                CELL_MAKER.calls().header("X-TrackingId", id).get(DATA + "?dataTarget=hoge"),
                given().header("X-TrackingId", id).get(DATA + "?dataTarget=parts"))) {
            answer.then().header("X-TrackingId", id);
        }
        Response other = CELL_MAKER.calls().header("X-TrackingId", "a<b>").get(DATA + "?dataTarget=parts&limit=1");
        other.then().header("X-TrackingId", other.header("X-Track"));
        assertNull(CELL_MAKER
                .calls()
                .header("X-TrackingId", id)
                .get("/v1/api-keys")
                .header("X-TrackingId"));
    }

    @Test
    void a_status_of_the_first_version_is_taken_back_as_it_was_given() {
        for (String example : List.of("status-get-cfp01treefalseV1", "status-get-cfp01treetrueV1")) {
            String child =
                    structureOfExample().at("/childrenPartsModel/0/traceId").textValue();
            JsonNode request = asked(CELL_MAKER, child, CATHODE_SUPPLIER);
            ObjectNode body = Published.example(example).get(0).deepCopy();
            body.set("statusId", request.at("/statusModel/statusId"));
            body.set("tradeId", request.at("/statusModel/tradeId"));
            ((ObjectNode) body.path("requestStatus")).put("cfpResponseStatus", "CANCEL");

            assertEquals(
                    "{}", json(CELL_MAKER.puts("status", body).put(DATA), 201).toString());
        }
    }

    @Test
    void the_newer_name_of_the_key_is_good_too() {
        CELL_MAKER.calls().get(DATA + "?dataTarget=parts").then().statusCode(200);
        given().header("API-Key", CELL_MAKER.person().key())
                .header("Authorization", "Bearer " + OidcFixture.token("sakura-cells", "battery-operator"))
                .get(DATA + "?dataTarget=parts")
                .then()
                .statusCode(200);
    }

    @Test
    void a_partner_is_found_by_its_corporate_number() {
        JsonNode found = json(
                CELL_MAKER
                        .calls()
                        .queryParam("dataTarget", "operator")
                        .queryParam("openOperatorId", MODULE_MAKER.openId())
                        .get(AUTH_INFO),
                200);

        assertEquals(MODULE_MAKER.id().toString(), found.path("operatorId").textValue());
        assertTrue(found.at("/operatorAttribute/globalOperatorId").isNull());
        assertEquals(
                2,
                json(
                                CELL_MAKER
                                        .calls()
                                        .queryParam("dataTarget", "operator")
                                        .queryParam("operatorIds", MODULE_MAKER.id() + "," + CATHODE_SUPPLIER.id())
                                        .get(AUTH_INFO),
                                200)
                        .size());
    }

    @Test
    void nobody_signs_in_but_with_key_and_password_and_a_refreshed_token_works() {
        String body = "{\"operatorAccountId\": \"%s\", \"accountPassword\": \"%s\"}";
        JsonNode tokens = json(signIn(body.formatted(MODULE_MAKER.account(), Traders.PASSWORD)), 201);
        String access = tokens.path("accessToken").textValue();
        MODULE_MAKER.with(access).get(DATA + "?dataTarget=parts").then().statusCode(200);
        JsonNode refreshed = json(
                given().header("apiKey", MODULE_MAKER.person().key())
                        .body("{\"refreshToken\": \""
                                + tokens.path("refreshToken").textValue() + "\"}")
                        .post("/auth/refresh"),
                201);
        MODULE_MAKER
                .with(refreshed.path("accessToken").textValue())
                .get(DATA + "?dataTarget=parts")
                .then()
                .statusCode(200);

        assertEquals(
                "[auth] Unauthorized",
                json(signIn(body.formatted(MODULE_MAKER.account(), "wrong")), 401)
                        .path("code")
                        .textValue());
        MODULE_MAKER
                .with(access)
                .body("{\"newPassword\": \"other&1234\"}")
                .post("/auth/change")
                .then()
                .statusCode(201);
        assertEquals(
                201,
                signIn(body.formatted(MODULE_MAKER.account(), "other&1234")).statusCode());
        MODULE_MAKER
                .with(access)
                .body("{\"newPassword\": \"" + Traders.PASSWORD + "\"}")
                .post("/auth/change")
                .then()
                .statusCode(201);
    }

    @Test
    void whether_it_is_well_anyone_may_ask() {
        for (String address : List.of(DATA, AUTH_INFO)) {
            assertEquals(
                    "{\"isSystemHealthy\":true}",
                    RestAssured.get(address + "/health").asString());
        }
    }

    private Response signIn(String body) {
        return given().header("apiKey", MODULE_MAKER.person().key()).body(body).post("/auth/login");
    }

    private JsonNode parentOfExample() {
        JsonNode made = structureOfExample();
        String parent = made.at("/parentPartsModel/traceId").textValue();
        json(
                CELL_MAKER
                        .puts("cfp", cfp(parent, "kilogram", NONE, new String[] {"0.5", "0", "3.1"}))
                        .put(DATA),
                201);
        return get(CELL_MAKER, "cfp", "traceIds", parent);
    }

    private JsonNode structureOfExample() {
        return json(
                CELL_MAKER
                        .puts(
                                "partsStructure",
                                structure(
                                        aPart("Parent " + UUID.randomUUID(), "kilogram", false),
                                        component(aPart("Child " + UUID.randomUUID(), "kilogram", false), "5")))
                        .put(DATA),
                201);
    }

    private JsonNode statusOf(String trace) {
        return get(CELL_MAKER, "status", "statusTarget", "REQUEST", "traceId", trace);
    }

    private ObjectNode aPart(String name, String unit, boolean terminated) {
        return part(CELL_MAKER, plant, name, unit, terminated);
    }

    private static ObjectNode operator() {
        ObjectNode operator = Supplies.object();
        operator.put("openOperatorId", CELL_MAKER.openId()).put("operatorAddress", "xx県xx市xxxx町1-1");
        operator.putObject("operatorAttribute");
        return operator.put("operatorId", CELL_MAKER.id().toString()).put("operatorName", "CELL_MAKER");
    }

    private static Response calling(String target) {
        return CELL_MAKER.calls().queryParam("dataTarget", target).get(AUTH_INFO);
    }

    /** This service's own contract, which has targets that were never published. */
    static void assertAsTheContractSays(String method, String target, Response answer) {
        String address = Set.of("operator", "plant").contains(target) ? AUTH_INFO : DATA;
        assertEquals(
                List.of(),
                ContractAnswers.faults(
                        method,
                        address,
                        answer.statusCode(),
                        Objects.requireNonNullElse(answer.contentType(), ""),
                        answer.asByteArray()),
                () -> method + " " + target + ": " + answer.asString());
    }

    private static void assertDescribed(Published published, String method, String target, Response answer) {
        assertEquals(
                List.of(),
                published.faults(method, target, answer),
                () -> method + " " + target + ": " + answer.asString());
        assertAsTheContractSays(method, target, answer);
    }

    /** The same members in the same order, of the same types, and the same words where words are chosen from a list. */
    private static void assertSameShape(JsonNode expected, JsonNode found) {
        assertEquals(shape(expected), shape(found));
    }

    private static String shape(JsonNode node) {
        if (node.isArray()) {
            List<String> elements = new ArrayList<>();
            node.forEach(element -> elements.add(shape(element)));
            return elements.toString();
        }
        if (node.isObject()) {
            List<String> members = new ArrayList<>();
            node.properties()
                    .forEach(member -> members.add(member.getKey() + ": "
                            + (member.getKey()
                                            .matches(
                                                    "cfpType|dqrType|ghgDeclaredUnit|cfpResponseStatus|tradeTreeStatus|requestType")
                                    ? member.getValue()
                                    : shape(member.getValue()))));
            return members.toString();
        }
        return node.getNodeType().toString();
    }
}
