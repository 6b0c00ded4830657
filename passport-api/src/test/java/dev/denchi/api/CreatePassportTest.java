package dev.denchi.api;

import static dev.denchi.api.Calls.anyone;
import static dev.denchi.api.Calls.as;
import static dev.denchi.api.Calls.postModel;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.model.format.StrictJson;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CreateDPP of EN 18222. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class CreatePassportTest {
    private static final Map<String, String> KINDS = Map.of(
            "battery", "battery",
            "batteryModel", "battery-model",
            "carbonFootprint", "carbon-footprint",
            "recycledContent", "recycled-content");

    @Inject
    Store store;

    private final String model = "CREATE-" + UUID.randomUUID();

    @Test
    void the_example_is_made_of_the_examples_of_its_records() {
        ObjectNode example = Examples.of("ev-nmc/passport");
        KINDS.forEach((group, kind) -> assertEquals(Examples.of("ev-nmc/" + kind), example.get(group)));
        assertEquals(Examples.of("ev-nmc/due-diligence"), example.get("dueDiligence"));
    }

    @Test
    void a_passport_comes_to_be_with_all_its_records() {
        ObjectNode document = newPassport().put("digitalProductPassportId", "urn:uuid:" + UUID.randomUUID());
        String passport = document.get("digitalProductPassportId").textValue();
        ((ObjectNode) document.get("battery")).put("batteryPassportIdentifier", passport);
        document.set("condition", conditionOf(passport));
        long before = store.records();

        Response created = create(document);
        created.then().statusCode(201).body("digitalProductPassportId", equalTo(passport));
        assertEquals(before + 5, store.records());
        JsonNode read = read(created);
        for (String group : List.of("battery", "batteryModel", "carbonFootprint", "recycledContent", "condition")) {
            assertEquals(document.get(group), read.get(group), group);
        }
        assertEquals(
                "https://id.gs1.org/414/4912345000026", read.path("facilityId").textValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"compressed", "full"})
    void what_was_read_can_be_sent_and_makes_another_battery(String representation) {
        JsonNode first = read(create(newPassport()));
        String read = as(People.CELL_MAKER)
                .get("/v1/dpps/"
                        + Calls.encoded(first.get("digitalProductPassportId").textValue()) + "?representation="
                        + representation)
                .asString();
        String serial = UUID.randomUUID().toString().substring(0, 18);
        String passport = "urn:uuid:" + UUID.randomUUID();
        String another = read.replace(first.at("/battery/serialNumber").textValue(), serial)
                .replace(first.get("digitalProductPassportId").textValue(), passport);
        long before = store.records();

        Response created = create(another, "?representation=" + representation);
        created.then().statusCode(201).header("Location", equalTo("/v1/dpps/" + Calls.encoded(passport)));
        assertEquals(before + 1, store.records(), "the records of the model are there already");
        ObjectNode expected = ((ObjectNode) first.get("battery")).deepCopy();
        expected.put("serialNumber", serial)
                .put("batteryPassportIdentifier", passport)
                .put(
                        "productIdentifier",
                        first.at("/battery/productIdentifier").textValue().replaceFirst("[^/]+$", serial));
        assertEquals(expected, read(created).get("battery"));
    }

    @Test
    void identifiers_may_stand_in_the_header_alone() {
        postModel(model);
        ObjectNode battery = Examples.newBattery(model);
        ObjectNode document = (ObjectNode) StrictJson.toNode(Map.of());
        document.set("digitalProductPassportId", battery.remove("batteryPassportIdentifier"));
        document.set("uniqueProductIdentifier", battery.remove("productIdentifier"));
        document.set("battery", battery);

        JsonNode read = read(create(document));
        assertEquals(document.get("digitalProductPassportId"), read.at("/battery/batteryPassportIdentifier"));
        assertEquals(document.get("uniqueProductIdentifier"), read.at("/battery/productIdentifier"));
    }

    @Test
    void one_fault_anywhere_and_nothing_is_kept_and_every_fault_is_told() {
        ObjectNode document = newPassport()
                .put("granularity", "model")
                .put("economicOperatorId", "https://id.gs1.org/417/4912399000004")
                .put("colour", "blue")
                .put("lastUpdated", "of no account");
        ((ObjectNode) document.get("battery")).remove("manufacturingDate");
        ((ObjectNode) document.get("batteryModel")).put("gtin", "04912345077012");
        ((ObjectNode) document.get("carbonFootprint")).remove("studyUrl");
        Response refused = store.unchangedBy(() -> create(document));

        refused.then()
                .statusCode(400)
                .body("statusCode", equalTo("ClientErrorBadRequest"))
                .body("message[0].code", equalTo("invalid-record"))
                .body(
                        "message.text",
                        hasItems(
                                startsWith("/granularity: by the records it is item"),
                                startsWith("/economicOperatorId: by the records it is "),
                                startsWith("/colour: "),
                                startsWith("/battery/manufacturingDate: "),
                                startsWith("/batteryModel/gtin: ")));
    }

    @Test
    void a_shared_record_that_says_otherwise_refuses_the_whole() {
        postModel(model);
        ObjectNode document = newPassport();
        ((ObjectNode) document.get("batteryModel")).put("warrantyPeriod", "P1Y");
        Response refused = store.unchangedBy(() -> create(document));

        refused.then()
                .statusCode(409)
                .body("statusCode", equalTo("ClientResourceConflict"))
                .body("message", hasSize(2))
                .body("message[0].code", equalTo("record-differs"))
                .body("message[1].text", startsWith("/batteryModel/warrantyPeriod: "));
    }

    @Test
    void a_record_of_another_battery_or_plant_is_none_of_this_passport() {
        ObjectNode document = newPassport();
        ((ObjectNode) document.at("/carbonFootprint/facility/identifier")).put("value", "4912345000033");
        document.set("condition", conditionOf("urn:uuid:" + UUID.randomUUID()));

        store.unchangedBy(() -> create(document))
                .then()
                .statusCode(400)
                .body("message.code", hasItem("not-of-this-battery"))
                .body("message.text", hasItems(startsWith("/carbonFootprint: "), startsWith("/condition")));
    }

    @Test
    void a_suppliers_record_is_its_suppliers_to_issue() {
        ObjectNode document = newPassport();
        ((ObjectNode) document.get("battery")).put("modelOperator", "sakura-cells");
        store.unchangedBy(() -> send(People.OTHER_MAKER, document.toString()))
                .then()
                .statusCode(400)
                .body("message.code", hasItems("not-of-this-battery", "model-is-granted"));
    }

    @Test
    void a_passport_is_made_once() {
        ObjectNode document = newPassport();
        String key = "create-" + UUID.randomUUID();
        Response first = sendUnder(key, document);
        first.then().statusCode(201);
        store.unchangedBy(() -> sendUnder(key, document))
                .then()
                .statusCode(201)
                .header("Location", equalTo(first.header("Location")))
                .body(equalTo(first.asString()));
        store.unchangedBy(() -> sendUnder(key, newPassport()))
                .then()
                .statusCode(409)
                .body("message[0].code", equalTo("idempotency-key-reused"));
        store.unchangedBy(() -> create(document))
                .then()
                .statusCode(409)
                .body("message[0].code", equalTo("subject-exists"));
        store.unchangedBy(() -> send(People.OTHER_MAKER, document.toString()))
                .then()
                .statusCode(409)
                .body("message[0].code", equalTo("subject-exists"));
    }

    @Test
    void a_product_has_one_passport() {
        ObjectNode first = newPassport();
        create(first).then().statusCode(201);
        ObjectNode second = first.deepCopy().put("digitalProductPassportId", "urn:uuid:" + UUID.randomUUID());
        ((ObjectNode) second.get("battery")).set("batteryPassportIdentifier", second.get("digitalProductPassportId"));
        store.unchangedBy(() -> create(second))
                .then()
                .statusCode(409)
                .body("message[0].code", equalTo("subject-exists"));
    }

    @Test
    void batteries_of_one_new_model_that_come_at_once_share_it() throws Exception {
        List<Response> answers = Together.times(6, i -> create(newPassport()));

        assertEquals(Set.of(201), answers.stream().map(Response::statusCode).collect(Collectors.toSet()));
        assertEquals(1, store.recordsOf("urn:denchi:model:sakura-cells:" + model));
        assertEquals(
                6,
                answers.stream()
                        .map(answer -> answer.<String>path("digitalProductPassportId"))
                        .distinct()
                        .count());
    }

    @Test
    void only_who_writes_for_an_operator_makes_passports() {
        String document = newPassport().toString();
        store.unchangedBy(() ->
                        anyone().contentType("application/json").body(document).post("/v1/dpps"))
                .then()
                .statusCode(401);
        store.unchangedBy(() -> send(People.MARKET_SURVEILLANCE, document))
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|[]",
                "''|{}",
                "''|{\"battery\": 1}",
                "''|{not json",
                "''|{\"batteryModel\": {}}",
                "''|{\"battery\": {}, \"elements\": []}",
                "?representation=full|{\"elements\": 1}",
                "?representation=full|{\"elements\": [1]}",
                "?representation=full|{\"elements\": [{\"elementId\": \"battery\", \"objectType\": \"Other\"}]}",
                "?representation=full|{\"elements\": [{\"elementId\": \"battery\", \"objectType\": \"SingleValuedDataElement\", \"value\": {}}]}",
                "?representation=full|{\"elements\": [{\"elementId\": \"battery\", \"objectType\": \"MultiValuedDataElement\", \"value\": 1}]}",
                "?representation=full|{\"battery\": {}}",
                "?representation=other|{\"battery\": {}}"
            })
    void what_is_no_passport_is_refused(String query, String body) {
        store.unchangedBy(() -> create(body, query))
                .then()
                .statusCode(400)
                .body("statusCode", equalTo("ClientErrorBadRequest"));
    }

    @Test
    void two_elements_of_one_name_are_refused() {
        String twice = "{\"elementId\": \"battery\", \"objectType\": \"DataElementCollection\", \"elements\": []}";
        store.unchangedBy(() -> create("{\"elements\": [" + twice + "," + twice + "]}", "?representation=full"))
                .then()
                .statusCode(400)
                .body("message.code", hasItem("element-id"))
                .body("message.text", hasItem(startsWith("/elements/1: ")));
    }

    /** A battery of this test's model, with the model's records, of which nobody has posted any. */
    private ObjectNode newPassport() {
        ObjectNode document = (ObjectNode) StrictJson.toNode(Map.of("granularity", "item", "dppStatus", "active"));
        KINDS.forEach((group, kind) -> document.set(
                group, kind.equals("battery") ? Examples.newBattery(model) : Examples.ofModel(kind, model)));
        return document;
    }

    private ObjectNode conditionOf(String passport) {
        return Examples.ofModel("condition", model).put("batteryPassportIdentifier", passport);
    }

    private static JsonNode read(Response created) {
        created.then().statusCode(201);
        JsonNode read = StrictJson.read(
                as(People.CELL_MAKER).get(created.header("Location")).asByteArray());
        assertTrue(read.has("lastUpdated"), read::toString);
        return read;
    }

    private static Response create(JsonNode document) {
        return create(document.toString(), "");
    }

    private static Response create(String document, String query) {
        return as(People.CELL_MAKER)
                .contentType("application/json")
                .body(document)
                .post("/v1/dpps" + query);
    }

    private static Response send(People person, String document) {
        return as(person).contentType("application/json").body(document).post("/v1/dpps");
    }

    private static Response sendUnder(String key, JsonNode document) {
        return as(People.CELL_MAKER)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(document.toString())
                .post("/v1/dpps");
    }
}
