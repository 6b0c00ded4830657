package dev.denchi.api;

import static dev.denchi.api.Calls.anyone;
import static dev.denchi.api.Calls.as;
import static dev.denchi.api.Calls.post;
import static dev.denchi.api.Calls.postModel;
import static dev.denchi.api.Refusals.refused;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the code on a battery leads to: its product identifier, asked for as a phone does it and as a machine does it. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class DigitalLinkTest {
    private static final String HOST = "id.sakura-cells.example";
    private static final String GTIN = "/01/04912345077011/21/";
    private static final String BROWSER =
            "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

    private ObjectNode battery;
    private String product;
    /** A label in camel case is a member's name that nobody translated. */
    private static final Pattern TECHNICAL_NAME =
            Pattern.compile("(<dt>|<caption>|<span class=\"part\">|role=\"columnheader\">)[a-z]+[A-Z][A-Za-z]*");

    private String path;

    @BeforeEach
    void a_battery() {
        String model = "LINK-" + UUID.randomUUID();
        postModel(model);
        battery = Examples.newBattery(model);
        post("battery", battery).then().statusCode(201);
        product = battery.get("productIdentifier").textValue();
        path = product.substring(("https://" + HOST).length());
    }

    @Test
    void answers_the_passport_whose_identifier_is_the_address() {
        Response answer = at(HOST, anyone()).get(path);

        answer.then()
                .statusCode(200)
                .contentType("application/json")
                .body("uniqueProductIdentifier", equalTo(product))
                .body("digitalProductPassportId", equalTo(passport()));
        assertEquals(anyone().get("/v1/dpps/" + passport()).asString(), answer.asString(), "as read by its identifier");
    }

    @Test
    void the_host_is_the_identifiers_own_however_it_is_written() {
        at("ID.Sakura-Cells.Example", anyone()).get(path).then().statusCode(200);
        at(HOST + ":443", anyone()).get(path).then().statusCode(200);
        at(HOST, anyone()).get(path + "?linkType=gs1:defaultLink").then().statusCode(200);
        for (String host : List.of("id.another.example", HOST + ":8443", "sakura-cells.example")) {
            at(host, anyone()).get(path).then().statusCode(404);
        }
    }

    @Test
    void a_reader_with_credentials_gets_his_tier() {
        at(HOST, anyone()).get(path).then().body("battery", not(containsString("batteryStatus")));
        at(HOST, as(People.RECYCLER)).get(path).then().body("battery.batteryStatus", equalTo("original"));
        at(HOST, as(People.RECYCLER))
                .accept("text/html")
                .get(path)
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("private"))
                .body(containsString("<data value=\"original\">"));
        at(HOST, anyone().header("X-API-Key", "nobody's")).get(path).then().statusCode(401);
        at(HOST, anyone().header("Authorization", "Bearer " + PullTokenFixture.of("OTHER", List.of(1), "t-link")))
                .get(path)
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                BROWSER + " | text/html",
                "text/html | text/html",
                "text/html;q=0.9, application/json;q=0.1 | text/html",
                "*/* | application/json",
                "application/json | application/json",
                "application/json, text/html;q=0.1 | application/json",
                "application/vp | application/vp"
            })
    void takes_the_form_that_the_reader_prefers(String accept, String type) {
        for (String address : List.of(path, "/v1/dpps/" + passport())) {
            at(HOST, anyone())
                    .accept(accept)
                    .get(address)
                    .then()
                    .statusCode(200)
                    .contentType(startsWith(type))
                    .header("Vary", containsString("Accept"));
        }
    }

    @Test
    void a_page_says_the_same_in_the_readers_language() {
        Response english = page("fr, en;q=0.5", "");
        Response german = page("de-AT, en;q=0.5", "");

        assertTrue(english.asString().contains("<html lang=\"en\">"));
        assertTrue(german.asString().contains("<html lang=\"de\">"));
        assertTrue(german.asString().contains("Elektrofahrzeugbatterie"));
        assertTrue(page("de", "?lang=ja").asString().contains("電気自動車用バッテリー"));
        assertTrue(page("de", "?lang=xx").asString().contains("<html lang=\"de\">"));
        assertNotEquals(english.header("ETag"), german.header("ETag"));
    }

    @Test
    void no_reader_is_told_a_technical_name() {
        for (People reader : List.of(People.CELL_MAKER, People.MARKET_SURVEILLANCE, People.RECYCLER)) {
            for (String language : List.of("en", "de", "ja")) {
                String page = at(HOST, as(reader))
                        .accept("text/html")
                        .get(path + "?lang=" + language)
                        .asString();
                List<String> names = TECHNICAL_NAME
                        .matcher(page)
                        .results()
                        .map(MatchResult::group)
                        .toList();
                assertEquals(List.of(), names, reader + " in " + language);
            }
        }
    }

    @Test
    void a_page_runs_nothing_fetches_nothing_and_stands_in_no_frame() {
        Response page = page("en", "");
        String policy = page.header("Content-Security-Policy");

        assertTrue(policy.startsWith("default-src 'none'; style-src 'sha256-"), policy);
        assertTrue(policy.endsWith("base-uri 'none'; form-action 'none'; frame-ancestors 'none'"), policy);
        page.then().header("X-Content-Type-Options", "nosniff").header("Referrer-Policy", "no-referrer");
        for (String never : List.of("<script", " style=", " src=", "<img", "<form", "<iframe", "javascript:")) {
            assertTrue(!page.asString().contains(never), never);
        }
    }

    /** What a maker may write into a name; nothing of it becomes part of the page. */
    @Test
    void what_a_record_says_stays_text() {
        String hostile = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'><b>{page.title}{#each}&amp;";
        String model = "HOSTILE-" + UUID.randomUUID();
        ObjectNode content = Examples.ofModel("battery-model", model);
        ((ObjectNode) content.get("manufacturer")).put("tradeName", hostile).put("emailAddress", "a@b.example");
        ((ObjectNode) content.at("/composition/criticalRawMaterials/0")).put("name", hostile);
        ((ObjectNode) content.at("/labels/separateCollection")).put("title", hostile);
        ((ObjectNode) content.get("labels")).put("meaningOfLabels", hostile);
        post("battery-model", content).then().statusCode(201);
        ObjectNode hostileBattery = Examples.newBattery(model);
        post("battery", hostileBattery).then().statusCode(201);

        String page = anyone().accept("text/html")
                .get("/v1/dpps/"
                        + hostileBattery.get("batteryPassportIdentifier").textValue())
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertTrue(page.contains("&lt;script&gt;alert(1)"), "the name is shown");
        assertTrue(page.contains("{page.title}{#each}&amp;amp;"), "and is no template");
        for (String never : List.of("<script", "<img", "<b>")) {
            assertTrue(!page.contains(never), never);
        }
    }

    @Test
    void a_page_that_the_reader_has_is_not_sent_again() {
        String etag = page("en", "").header("ETag");

        at(HOST, anyone())
                .accept("text/html")
                .header("If-None-Match", etag)
                .get(path)
                .then()
                .statusCode(304);
        at(HOST, as(People.RECYCLER))
                .accept("text/html")
                .header("If-None-Match", etag)
                .get(path)
                .then()
                .statusCode(200);
    }

    @Test
    void tells_a_product_that_it_does_not_know() {
        at(HOST, anyone())
                .get(GTIN + "NOBODY")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("https://denchi.dev/problems#not-found"));
        at(HOST, anyone())
                .accept(BROWSER)
                .header("Accept-Language", "de")
                .get(GTIN + "NOBODY")
                .then()
                .statusCode(404)
                .contentType(startsWith("text/html"))
                .header("Content-Security-Policy", startsWith("default-src 'none'"))
                .body(containsString("Unter dieser Adresse gibt es keinen Batteriepass."))
                .body(not(containsString("there is no")));
    }

    @Test
    void tells_that_a_passport_was_deleted() {
        as(People.CELL_MAKER).delete("/v1/dpps/" + passport()).then().statusCode(204);

        refused(at(HOST, anyone()).get(path), 410, "passport-deleted");
        for (String address : List.of(path, "/v1/dpps/" + passport())) {
            at(HOST, anyone())
                    .accept("text/html")
                    .get(address)
                    .then()
                    .statusCode(410)
                    .contentType(startsWith("text/html"))
                    .body(containsString("has deleted it"));
        }
        at(HOST, as(People.MARKET_SURVEILLANCE)).get(path).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/01/04912345077012/21/A", // its check digit is 1
                "/01/4912345077011/21/A",
                "/01/gtin/21/A",
                GTIN + "A%20B",
                GTIN + "123456789012345678901"
            })
    void refuses_what_is_no_product_identifier(String wrong) {
        at(HOST, anyone())
                .get(wrong)
                .then()
                .statusCode(400)
                .body("type", equalTo("https://denchi.dev/problems#malformed-request"));
        at(HOST, anyone()).accept("text/html").get(wrong).then().statusCode(400).contentType(startsWith("text/html"));
    }

    @Test
    void finds_a_serial_number_with_encoded_characters() {
        String serial = "A/" + UUID.randomUUID().toString().substring(0, 8);
        String encoded = serial.replace("/", "%2F");
        ObjectNode other = battery.deepCopy()
                .put("batteryPassportIdentifier", "urn:uuid:" + UUID.randomUUID())
                .put("serialNumber", serial)
                .put("productIdentifier", "https://" + HOST + GTIN + encoded);
        post("battery", other).then().statusCode(201);

        at(HOST, anyone()).get(GTIN + encoded).then().statusCode(200).body("battery.serialNumber", equalTo(serial));
        at(HOST, anyone()).accept("text/html").get(GTIN + encoded).then().statusCode(200);
    }

    private Response page(String languages, String query) {
        Response page = at(HOST, anyone())
                .accept("text/html")
                .header("Accept-Language", languages)
                .get(path + query);
        page.then().statusCode(200).contentType("text/html;charset=UTF-8").header("Vary", containsString("Accept"));
        return page;
    }

    private String passport() {
        return battery.get("batteryPassportIdentifier").textValue();
    }

    private static RequestSpecification at(String host, RequestSpecification request) {
        return request.header("Host", host);
    }
}
