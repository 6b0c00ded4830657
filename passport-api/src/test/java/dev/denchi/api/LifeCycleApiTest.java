package dev.denchi.api;

import static dev.denchi.api.Calls.anyone;
import static dev.denchi.api.Calls.as;
import static dev.denchi.api.Calls.encoded;
import static dev.denchi.api.Calls.post;
import static dev.denchi.api.Calls.postModel;
import static dev.denchi.api.Calls.put;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.model.format.StrictJson;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.xml.datatype.DatatypeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reading operations of EN 18222 beyond the two by identifier. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class LifeCycleApiTest {
    private static final DatatypeFactory XML = DatatypeFactory.newDefaultInstance();
    private final String model = "EN18222-" + UUID.randomUUID();

    @Test
    void says_the_same_in_the_expanded_form() {
        String passport = newPassport();
        for (People reader : List.of(People.RECYCLER, People.MARKET_SURVEILLANCE, People.CELL_MAKER)) {
            ObjectNode compressed =
                    (ObjectNode) StrictJson.read(as(reader).get(passport).asByteArray());
            ObjectNode full = (ObjectNode) StrictJson.read(
                    as(reader).get(passport + "?representation=full").asByteArray());
            JsonNode elements = full.remove("elements");
            ObjectNode groups = Expanded.compressed(elements);
            full.fieldNames().forEachRemaining(name -> assertEquals(compressed.remove(name), full.get(name)));

            assertEquals(compressed, groups);
        }
    }

    @Test
    void every_value_is_of_the_type_that_it_is_said_to_be() {
        JsonNode elements = StrictJson.read(as(People.CELL_MAKER)
                        .get(newPassport() + "?representation=full")
                        .asByteArray())
                .path("elements");
        Map<String, List<String>> texts = new TreeMap<>();
        elements.findParents("valueDataType")
                .forEach(element -> texts.computeIfAbsent(
                                element.get("valueDataType").textValue(), type -> new ArrayList<>())
                        .addAll(
                                element.get("value").isArray()
                                        ? texts(element.get("value"))
                                        : List.of(element.get("value").asText())));

        assertTrue(
                texts.keySet()
                        .containsAll(Set.of(
                                "xsd:string", "xsd:anyURI", "xsd:decimal", "xsd:integer", "xsd:date", "xsd:duration")),
                () -> texts.keySet().toString());
        texts.forEach((type, values) -> values.forEach(text -> assertTrue(isOfType(type, text), type + " " + text)));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(value -> texts.add(value.asText()));
        return texts;
    }

    /** As the JDK's implementation of XML Schema reads it. */
    private static boolean isOfType(String type, String text) {
        return switch (type) {
            case "xsd:date", "xsd:dateTime", "xsd:gYearMonth" ->
                XML.newXMLGregorianCalendar(text)
                        .getXMLSchemaType()
                        .getLocalPart()
                        .equals(type.substring("xsd:".length()));
            case "xsd:duration" -> XML.newDuration(text).getSign() > 0;
            case "xsd:anyURI" -> URI.create(text).isAbsolute();
            case "xsd:integer" -> new BigDecimal(text).stripTrailingZeros().scale() <= 0;
            case "xsd:decimal" -> text.matches("-?[0-9]+([.][0-9]+)?");
            case "xsd:boolean" -> Set.of("true", "false").contains(text);
            case "xsd:string" -> !text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}.*");
            default -> false;
        };
    }

    @Test
    void tells_the_type_and_the_dictionary_of_an_element() {
        anyone().get(newPassport() + "/elements/" + encoded("$.batteryModel.batteryMass.value")
                        + "?representation=full")
                .then()
                .statusCode(200)
                .body("elementId", equalTo("value"))
                .body("objectType", equalTo("SingleValuedDataElement"))
                .body("valueDataType", equalTo("xsd:decimal"))
                .body(
                        "dictionaryReference",
                        equalTo(
                                "https://denchi.dev/schemas/battery-model.json#/properties/batteryMass/properties/value"));
        anyone().get("/v1/dpps/" + encoded("urn:uuid:" + UUID.randomUUID()) + "/elements/" + encoded("$.battery"))
                .then()
                .statusCode(404);
    }

    @Test
    void reads_one_element_and_only_what_the_reader_may_see() {
        String elements = newPassport() + "/elements/";
        String restricted = elements + encoded("$.battery.batteryStatus");

        anyone().get(elements
                        + encoded("$['carbonFootprint']['carbonFootprintPerLifecycleStage'][0]['lifecycleStage']"))
                .then()
                .statusCode(200);
        anyone().get(elements + encoded("$.batteryModel.warrantyPeriod"))
                .then()
                .statusCode(200)
                .body(equalTo("\"P8Y\""));
        anyone().get(restricted).then().statusCode(404).body("statusCode", equalTo("ClientErrorResourceNotFound"));
        as(People.RECYCLER).get(restricted).then().statusCode(200).body(equalTo("\"original\""));
        as(People.MARKET_SURVEILLANCE).get(restricted).then().statusCode(404);
        anyone().get(elements + encoded("$.battery.nothing")).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$[",
                "%24%5B",
                "battery",
                "$..serialNumber",
                "$.battery.*",
                "$.battery['serialNumber'",
                "$[?@.a]",
                "$.a[0:2]"
            })
    void refuses_a_path_that_names_no_single_element(String path) {
        String given = path.startsWith("%") ? path : encoded(path);
        anyone().get(newPassport() + "/elements/" + given)
                .then()
                .statusCode(400)
                .body("statusCode", equalTo("ClientErrorBadRequest"))
                .body("message[0].code", equalTo("malformed-request"));
    }

    @Test
    void reads_the_passport_as_it_was_on_a_day() throws InterruptedException {
        ObjectNode content = Examples.ofModel("battery-model", model);
        Response record = post("battery-model", content);
        String passport = post("battery", Examples.newBattery(model)).path("links.passport");
        Instant first = Instant.now();
        Thread.sleep(1100); // a record's time has whole seconds
        put(record.path("links.self"), record.header("ETag"), content.put("warrantyPeriod", "P9Y"))
                .then()
                .statusCode(200);
        String byDate = passport.replace("/v1/dpps/", "/v1/dppsByIdAndDate/") + "?date=";

        anyone().get(byDate + first).then().statusCode(200).body("batteryModel.warrantyPeriod", equalTo("P8Y"));
        anyone().get(byDate + Instant.now()).then().body("batteryModel.warrantyPeriod", equalTo("P9Y"));
        anyone().get(byDate + first + "&representation=full").then().body("elements", not(empty()));
        anyone().get(byDate + "2020-01-01T00:00:00Z").then().statusCode(404);
        anyone().get(byDate + "2020-01-01").then().statusCode(400);
        anyone().get(passport.replace("/v1/dpps/", "/v1/dppsByIdAndDate/"))
                .then()
                .statusCode(400);
    }

    @Test
    void lists_the_passports_of_products_in_pages() {
        List<String> products = new ArrayList<>();
        List<String> passports = new ArrayList<>();
        postModel(model);
        for (int i = 0; i < 5; i++) {
            ObjectNode battery = Examples.newBattery(model);
            post("battery", battery).then().statusCode(201);
            products.add(battery.get("productIdentifier").textValue());
            passports.add(battery.get("batteryPassportIdentifier").textValue());
        }
        products.add("https://id.sakura-cells.example/01/04912345077011/21/NOBODY");
        List<String> listed = new ArrayList<>();
        String cursor = "";
        for (int page = 0; cursor != null; page++) {
            Response answer = query(products, "?limit=2" + cursor);
            answer.then().statusCode(200).body("dppIds", hasSize(page < 2 ? 2 : 1));
            listed.addAll(answer.path("dppIds"));
            cursor = answer.path("nextCursor") == null ? null : "&cursor=" + answer.path("nextCursor");
        }

        assertEquals(passports.stream().sorted().toList(), listed);
        query(products.subList(5, 6), "")
                .then()
                .statusCode(200)
                .body("dppIds", empty())
                .body("nextCursor", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{not json", "{\"productId\":42}", "{\"productIds\":[]}", "{\"productIds\":42}", "[]", ""})
    void refuses_a_query_that_names_no_products(String body) {
        anyone().contentType("application/json")
                .body(body)
                .post("/v1/dppsByProductIds")
                .then()
                .statusCode(400)
                .body("statusCode", equalTo("ClientErrorBadRequest"));
    }

    @Test
    void refuses_an_empty_cursor_a_wrong_limit_and_tells_each_wrong_identifier() {
        List<String> one = List.of("https://id.sakura-cells.example/01/04912345077011/21/NOBODY");
        for (String page : List.of("?cursor=", "?cursor=abc", "?limit=0", "?limit=1001", "?limit=x")) {
            query(one, page).then().statusCode(400);
        }
        query(List.of("42", one.get(0), "nonsense"), "")
                .then()
                .statusCode(400)
                .body("message", hasSize(3))
                .body("message.messageType", everyItem(equalTo("Error")))
                .body("message.text.collect { it.take(14) }", hasItem("/productIds/0:"));
    }

    @Test
    void refuses_a_reader_whose_key_is_not_known() {
        anyone().header("X-API-Key", "nobody's")
                .contentType("application/json")
                .body(Map.of("productIds", List.of("x")))
                .post("/v1/dppsByProductIds")
                .then()
                .statusCode(401);
        for (String address : List.of(
                "/v1/dppsByIdAndDate/" + encoded("urn:uuid:" + UUID.randomUUID()) + "?date=" + Instant.now(),
                "/v1/dpps/" + encoded("urn:uuid:" + UUID.randomUUID()) + "/elements/" + encoded("$.battery"))) {
            anyone().header("X-API-Key", "nobody's").get(address).then().statusCode(401);
        }
    }

    private String newPassport() {
        postModel(model);
        Response receipt = post("battery", Examples.newBattery(model));
        receipt.then().statusCode(201);
        return receipt.path("links.passport");
    }

    private static Response query(List<String> products, String page) {
        String ids = products.stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(","));
        return anyone().contentType("application/json")
                .body("{\"productIds\":[" + ids + "]}")
                .post("/v1/dppsByProductIds" + page);
    }
}
