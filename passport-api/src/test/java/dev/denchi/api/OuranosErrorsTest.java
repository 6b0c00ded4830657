package dev.denchi.api;

import static dev.denchi.api.Supplies.AUTH_INFO;
import static dev.denchi.api.Supplies.DATA;
import static dev.denchi.api.Supplies.asked;
import static dev.denchi.api.Supplies.cfp;
import static dev.denchi.api.Supplies.component;
import static dev.denchi.api.Supplies.getting;
import static dev.denchi.api.Supplies.json;
import static dev.denchi.api.Supplies.linking;
import static dev.denchi.api.Supplies.newPart;
import static dev.denchi.api.Supplies.newPlant;
import static dev.denchi.api.Supplies.object;
import static dev.denchi.api.Supplies.part;
import static dev.denchi.api.Supplies.plant;
import static dev.denchi.api.Supplies.structure;
import static dev.denchi.api.Traders.CATHODE_SUPPLIER;
import static dev.denchi.api.Traders.CELL_MAKER;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every refusal that was published, by the input that causes it: status, code and message. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class OuranosErrorsTest {
    private static final String[] NONE = {"0", "0", "0"};
    private static final String MANY = "x".repeat(1001);

    /** Published, and never said here; each with the reason. */
    private static final Map<String, String> NEVER_SAID = Map.of(
            "400 [dataspace] BadRequest Validation failed, parentPartsModel: (partsName: the length must be between 1 and 20.).",
            "an older limit: the same document lets a name have 50 characters",
            "400 [traceability] BadRequest {0}は必須項目です。",
            "a template: what is missing is told by its name before",
            "400 [traceability] BadRequest ファイル削除に失敗しました。",
            "nothing here fails halfway: a part goes with all that belongs to it, or stays",
            "500 [auth] InternalServerError Unexpected error occurred",
            "a fault of ours",
            "500 [dataspace] InternalServerError Unexpected error occurred",
            "a fault of ours",
            "500 [traceability] InternalServerError システムエラーが発生しました。管理者にお問い合わせください。",
            "there is no system behind this one",
            "503 [auth] ServiceUnavailable Unexpected error occurred in outer service",
            "only without the database or the OpenID Connect provider",
            "503 [traceability] ServiceUnavailable Now under system maintenance.",
            "there is no system behind this one",
            "504 [traceability] Timeout ",
            "there is no system behind this one");

    private final Map<String, Supplier<Response>> causes = new LinkedHashMap<>();
    private String plant = "";

    @BeforeEach
    void the_cell_maker_has_a_plant() {
        plant = newPlant(CELL_MAKER);
        addParameters();
        addCredentials();
        addMasterData();
        addParts();
        addRequests();
        addFootprints();
    }

    @Test
    void each_is_said_when_it_should_be() {
        assertAll(causes.entrySet().stream()
                .map(cause ->
                        () -> assertEquals(cause.getKey(), said(cause.getValue().get()))));
    }

    @Test
    void nothing_that_was_published_is_forgotten() {
        Set<String> missing = new TreeSet<>();
        Published.example("errors-all")
                .forEach(call -> call.properties()
                        .forEach(status ->
                                status.getValue().forEach(error -> missing.add(said(status.getKey(), error)))));
        missing.removeAll(causes.keySet());

        assertEquals(new TreeSet<>(NEVER_SAID.keySet()), missing);
    }

    @Test
    void where_and_when_it_happened_is_told_for_support() {
        String detail = json(getting(CELL_MAKER, "hoge"), 400).path("detail").textValue();

        assertTrue(
                detail.matches(
                        "id: " + CELL_MAKER.id()
                                + ", timeStamp: \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z, dataTarget: hoge, method: GET"),
                detail);
    }

    private void addParameters() {
        add(
                "400 [dataspace] BadRequest Invalid request parameters, dataTarget: Unexpected query parameter",
                () -> getting(CELL_MAKER, "hoge"));
        add(
                "400 [auth] BadRequest Invalid request parameters, dataTarget: Unexpected query parameter",
                () -> CELL_MAKER.calls().get(AUTH_INFO + "?dataTarget=hoge"));
        add(
                "400 [auth] BadRequest Invalid request parameters, operatorIds: Unexpected query parameter",
                () -> CELL_MAKER.calls().get(AUTH_INFO + "?dataTarget=operator&operatorIds=hoge"));
        add(
                "400 [auth] BadRequest Invalid request parameters, only one of operatorIds and openOperatorId can be set.",
                () -> CELL_MAKER
                        .calls()
                        .get(AUTH_INFO + "?dataTarget=operator&openOperatorId=1&operatorIds=" + CELL_MAKER.id()));
        add(
                "404 [dataspace] NotFound Endpoint Not Found",
                () -> CELL_MAKER.calls().get("/api/v1/hoge"));
        add("404 [auth] NotFound Endpoint Not Found", () -> CELL_MAKER.calls().post("/auth/hoge"));
    }

    private void addCredentials() {
        add(
                "401 [auth] Unauthorized Authentication required",
                () -> given().header("apiKey", CELL_MAKER.person().key()).get(DATA + "?dataTarget=parts"));
        add(
                "401 [auth] Unauthorized Invalid or expired token",
                () -> CELL_MAKER.with("hoge").get(DATA + "?dataTarget=parts"));
        add(
                "403 [auth] AccessDenied Invalid key",
                () -> given().header("apiKey", "hoge").get(DATA));
        add(
                "403 [auth] AccessDenied You do not have the necessary privileges",
                () -> CELL_MAKER
                        .with(OidcFixture.token(CATHODE_SUPPLIER.person().operator(), "battery-operator"))
                        .get(DATA + "?dataTarget=parts"));
        add(
                "403 [dataspace] AccessDenied You do not have the necessary privileges",
                () -> CELL_MAKER
                        .puts(
                                "parts",
                                aPart("A")
                                        .put("operatorId", CATHODE_SUPPLIER.id().toString()))
                        .put(DATA));
        add(
                "401 [auth] Unauthorized Invalid credentials",
                () -> signing("login", "{\"operatorAccountId\": \"a@example.com\", \"accountPassword\": \"hoge\"}"));
        add(
                "400 [auth] BadRequest Validation failed, operatorAccountId: cannot be blank.",
                () -> signing("login", "{\"operatorAccountId\": \"\", \"accountPassword\": \"hoge\"}"));
        add(
                "400 [auth] BadRequest Validation failed, operatorAccountId: Unmarshal type error: expected=string, got=number.",
                () -> signing("login", "{\"operatorAccountId\": 1, \"accountPassword\": \"hoge\"}"));
        add(
                "400 [auth] BadRequest Validation failed, newPassword: cannot be blank.",
                () -> changing("{\"newPassword\": \"\"}"));
        add(
                "400 [auth] BadRequest Validation failed, newPassword: the length must be between 8 and 20.",
                () -> changing("{\"newPassword\": \"short\"}"));
        add(
                "400 [auth] BadRequest Validation failed, newPassword: Unmarshal type error: expected=string, got=number.",
                () -> changing("{\"newPassword\": 1}"));
    }

    private void addMasterData() {
        auth("operatorName: cannot be blank.", "operator", operator().put("operatorName", ""));
        auth(
                "operatorName: the length must be between 1 and 256.",
                "operator",
                operator().put("operatorName", "x".repeat(257)));
        auth(
                "operatorName: Unmarshal type error: expected=string, got=number.",
                "operator",
                operator().put("operatorName", 1));
        auth("plantName: cannot be blank.", "plant", plant(CELL_MAKER).put("plantName", ""));
        auth(
                "plantName: the length must be between 1 and 256.",
                "plant",
                plant(CELL_MAKER).put("plantName", "x".repeat(257)));
        auth(
                "plantName: Unmarshal type error: expected=string, got=number.",
                "plant",
                plant(CELL_MAKER).put("plantName", 1));
        auth(
                "openPlantId: the last 6 digits must always be numeric ",
                "plant",
                plant(CELL_MAKER).put("openPlantId", "98765432109871234X"));
        add(
                "400 [auth] BadRequest Validation failed, invalid character ',' looking for beginning of value",
                () -> CELL_MAKER.puts("plant", "{\"plantName\": ,}").put(AUTH_INFO));
        add(
                "400 [auth] BadRequest openOperatorId: field is immutable.",
                () -> CELL_MAKER
                        .puts("operator", operator().put("openOperatorId", "1"))
                        .put(AUTH_INFO));
        add("400 [auth] BadRequest globalOperatorId: id_001 is already exists.", () -> {
            ObjectNode other = operator(CATHODE_SUPPLIER);
            other.putObject("operatorAttribute").put("globalOperatorId", "id_001");
            json(CATHODE_SUPPLIER.puts("operator", other).put(AUTH_INFO), 201);
            ObjectNode own = operator();
            own.putObject("operatorAttribute").put("globalOperatorId", "id_001");
            return CELL_MAKER.puts("operator", own).put(AUTH_INFO);
        });
        add("400 [auth] BadRequest openPlantId: 9876543210987123456 is already exists.", () -> {
            ObjectNode one = plant(CELL_MAKER).put("openPlantId", "9876543210987123456");
            CELL_MAKER.puts("plant", one).put(AUTH_INFO);
            return CELL_MAKER.puts("plant", one).put(AUTH_INFO);
        });
    }

    private void addParts() {
        data("partsName: cannot be blank.", "parts", aPart(""));
        data(
                "amountRequiredUnit: the length must be between 1 and 20.",
                "parts",
                aPart("A").put("amountRequiredUnit", "x".repeat(21)));
        data(
                "partsName: Unmarshal type error: expected=string, got=number.",
                "parts",
                aPart("A").put("partsName", 1));
        data(
                "amountRequiredUnit: cannot be allowed 'キログラム'.",
                "parts",
                aPart("A").put("amountRequiredUnit", "キログラム"));
        data("amountRequired: must be blank.", "parts", component(aPart("A"), "1"));
        add(
                "400 [dataspace] BadRequest Validation failed, invalid character ',' looking for beginning of value",
                () -> CELL_MAKER.puts("parts", "{\"partsName\": ,}").put(DATA));
        data("parentPartsModel: (partsName: cannot be blank.).", "partsStructure", structure(aPart("")));
        data(
                "parentPartsModel.partsName: Unmarshal type error: expected=string, got=number.",
                "partsStructure",
                structure(aPart("A").put("partsName", 1)));
        data(
                "parentPartsModel: (amountRequired: must be blank.).",
                "partsStructure",
                structure(component(aPart("A"), "1")));
        add(
                "400 [traceability] BadRequest 指定された部品は部品構成が存在するため削除できません。",
                () -> deleting(structured().at("/parentPartsModel/traceId").textValue()));
        add("400 [traceability] BadRequest 指定された部品は依頼済みのため削除できません。", () -> {
            String trace = newPart(CELL_MAKER, aPart("Asked " + UUID.randomUUID()));
            asked(CELL_MAKER, trace, CATHODE_SUPPLIER);
            return deleting(trace);
        });
        add("400 [traceability] BadRequest 指定された部品は受領済みの依頼に紐づいているため削除できません。", () -> {
            String asked = newPart(
                    CATHODE_SUPPLIER, part(CATHODE_SUPPLIER, newPlant(CATHODE_SUPPLIER), "Asked", "kilogram", false));
            String trace = newPart(CELL_MAKER, aPart("Linked " + UUID.randomUUID()));
            JsonNode request = asked(CATHODE_SUPPLIER, asked, CELL_MAKER);
            linking(CELL_MAKER, request.at("/tradeModel/tradeId").textValue(), trace)
                    .then()
                    .statusCode(201);
            return deleting(trace);
        });
        add(
                "400 [traceability] BadRequest 指定された部品は存在しません。",
                () -> deleting(UUID.randomUUID().toString()));
    }

    private void addRequests() {
        request("downstreamTraceId: cannot be blank.", "tradeModel", "downstreamTraceId", "");
        request("responseDueDate: must be a valid date.", "statusModel", "responseDueDate", "2024-13-01");
        request("message: the length must be no more than 1000.", "statusModel", "message", MANY);
        request("requestType: cannot be allowed 'hoge'.", "statusModel", "requestType", "hoge");
        ObjectNode number = aRequest();
        ((ObjectNode) number.path("statusModel")).put("message", 1);
        data("message: Unmarshal type error: expected=string, got=number.", "tradeRequest", number);
        data("statusId: cannot be blank.", "status", anEnd().putNull("statusId"));
        data("replyMessage: the length must be no more than 1000.", "status", anEnd().put("replyMessage", MANY));
        data(
                "replyMessage: Unmarshal type error: expected=string, got=number.",
                "status",
                anEnd().put("replyMessage", 1));
    }

    private void addFootprints() {
        footprint("cfpModel[0]: (traceId: cannot be blank.).", 0, "traceId", "");
        footprint("cfpModel[0]: (cfpType: cannot be allowed 'hoge'.).", 0, "cfpType", "hoge");
        footprint("cfpType mainProduction is insufficient", 1, "cfpType", "mainComponent");
        footprint(
                "ensure all objects have the same cfpId",
                0,
                "cfpId",
                UUID.randomUUID().toString());
        footprint(
                "cfpModel[0]: (ensure the combination of cfpType and dqrType is correct.).",
                0,
                "dqrType",
                "mainProcessing");
        ArrayNode number = rows();
        ((ObjectNode) number.get(0)).put("cfpType", 1);
        data("cfpType: Unmarshal type error: expected=string, got=number.", "cfp", number);
        ArrayNode five = rows();
        data("cfp models must be 4 elements", "cfp", five.add(five.get(0).deepCopy()));
        ArrayNode fine = rows();
        ((ObjectNode) fine.get(0)).put("ghgEmission", new BigDecimal("1.123456"));
        data("cfpModel[0]: (ghgEmission: must be a value up to the 5th decimal place.).", "cfp", fine);
        ArrayNode two = rows();
        ((ObjectNode) two.get(0).path("dqrValue")).put("TeR", 3);
        data("different dqrValues are set for the same dqrType.", "cfp", two);
        data(
                "set ghgEmission to a value greater than 0 for cfpType of preProduction or preComponent.",
                "cfp",
                cfp(UUID.randomUUID().toString(), "kilogram", new String[] {"0", "0", "2"}, NONE));
    }

    private void add(String said, Supplier<Response> cause) {
        causes.put(said, cause);
    }

    private void auth(String faults, String target, ObjectNode body) {
        add(
                "400 [auth] BadRequest Validation failed, " + faults,
                () -> CELL_MAKER.puts(target, body).put(AUTH_INFO));
    }

    private void data(String faults, String target, JsonNode body) {
        add(
                "400 [dataspace] BadRequest Validation failed, " + faults,
                () -> CELL_MAKER.puts(target, body).put(DATA));
    }

    private void request(String faults, String model, String member, String value) {
        ObjectNode body = aRequest();
        ((ObjectNode) body.path(model)).put(member, value);
        data(faults, "tradeRequest", body);
    }

    private void footprint(String faults, int row, String member, String value) {
        ArrayNode body = rows();
        ((ObjectNode) body.get(row)).put(member, value);
        data(faults, "cfp", body);
    }

    private ArrayNode rows() {
        return cfp(UUID.randomUUID().toString(), "kilogram", new String[] {"1.5", "0", "2"}, NONE);
    }

    private static ObjectNode aRequest() {
        return Supplies.request(CELL_MAKER, UUID.randomUUID().toString(), CATHODE_SUPPLIER);
    }

    private static ObjectNode anEnd() {
        ObjectNode ids = object();
        ids.put("statusId", UUID.randomUUID().toString())
                .put("tradeId", UUID.randomUUID().toString());
        return Supplies.end(ids, "REJECT", "x");
    }

    private JsonNode structured() {
        return json(
                CELL_MAKER
                        .puts(
                                "partsStructure",
                                structure(
                                        aPart("W " + UUID.randomUUID()),
                                        component(aPart("P " + UUID.randomUUID()), "1")))
                        .put(DATA),
                201);
    }

    private ObjectNode aPart(String name) {
        return part(CELL_MAKER, plant, name, "kilogram", false);
    }

    private static ObjectNode operator() {
        return operator(CELL_MAKER);
    }

    private static ObjectNode operator(Traders trader) {
        ObjectNode operator = object();
        operator.put("openOperatorId", trader.openId()).put("operatorAddress", "xx県xx市xxxx町1-1");
        operator.putObject("operatorAttribute");
        return operator.put("operatorId", trader.id().toString()).put("operatorName", trader.name());
    }

    private static Response signing(String step, String body) {
        return given().header("apiKey", CELL_MAKER.person().key()).body(body).post("/auth/" + step);
    }

    private static Response changing(String body) {
        String login = "{\"operatorAccountId\": \"%s\", \"accountPassword\": \"%s\"}";
        String token = json(signing("login", login.formatted(CELL_MAKER.account(), Traders.PASSWORD)), 201)
                .path("accessToken")
                .textValue();
        return CELL_MAKER.with(token).body(body).post("/auth/change");
    }

    private static Response deleting(String trace) {
        return CELL_MAKER
                .calls()
                .queryParam("dataTarget", "parts")
                .queryParam("traceId", trace)
                .delete(DATA);
    }

    private static String said(Response answer) {
        return said(Integer.toString(answer.statusCode()), json(answer, answer.statusCode()));
    }

    private static String said(String status, JsonNode error) {
        return status + " " + error.path("code").textValue() + " "
                + error.path("message").textValue();
    }
}
