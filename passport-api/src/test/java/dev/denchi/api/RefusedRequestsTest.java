package dev.denchi.api;

import static dev.denchi.api.Calls.anyone;
import static dev.denchi.api.Calls.as;
import static dev.denchi.api.Calls.encoded;
import static dev.denchi.api.Refusals.refused;
import static dev.denchi.api.Refusals.refusedByEn18222;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class RefusedRequestsTest {
    private static final String PRODUCT = "https://id.sakura-cells.example/01/04912345077011/21/NOBODYS";

    @Inject
    Store store;

    @Test
    void refuses_a_body_that_is_not_sent_as_json() {
        for (String type : List.of("text/plain", "application/xml")) {
            refused(
                    sent(call -> call.header("Content-Type", type).body("{}").post("/v1/records/battery-model")),
                    415,
                    "unsupported-media-type");
        }
    }

    @Test
    void refuses_headers_that_name_no_media_type() {
        for (String type : List.of("", "json", "a/b/c", ";;")) {
            refused(
                            sent(call -> call.header("Content-Type", type)
                                    .body(new byte[] {'{', '}'})
                                    .post("/v1/records/battery-model")),
                            415,
                            "unsupported-media-type")
                    .then()
                    .body("detail", containsString(type));
        }
        for (String type : List.of("json", "a/b/c", ";;", "application/json, x")) {
            refused(sent(call -> call.header("Accept", type).get("/v1/bulk")), 400, "malformed-request")
                    .then()
                    .body("detail", containsString(type));
        }
    }

    @Test
    void refuses_two_mebibytes_whether_their_length_is_told_or_not() {
        byte[] large = new byte[2 << 20];
        java.util.Arrays.fill(large, (byte) ' ');
        refused(
                sent(call -> call.contentType("application/json").body(large).post("/v1/records/battery-model")),
                413,
                "body-too-large");
        refused(
                sent(call -> call.contentType("application/json")
                        .body(new ByteArrayInputStream(large))
                        .post("/v1/records/battery-model")),
                413,
                "body-too-large");
    }

    @Test
    void refuses_media_types_that_are_not_offered() {
        Response model = Calls.post("battery-model", Examples.ofModel("battery-model", "REFUSED-MEDIA"));
        refused(
                sent(call -> call.accept("application/xml").get((String) model.path("links.self"))),
                406,
                "not-acceptable");
        refusedByEn18222(
                sent(call -> call.accept("application/xml").get("/v1/dppsByProductId/" + encoded(PRODUCT))),
                406,
                "ClientErrorBadRequest",
                "not-acceptable");
    }

    @Test
    void names_the_methods_of_an_address_that_takes_others() {
        String record = "/v1/records/" + UUID.randomUUID();
        refused(sent(call -> call.delete(record)), 405, "method-not-allowed")
                .then()
                .header("Allow", containsString("GET"));
        refused(sent(call -> call.contentType("application/json").body("{}").patch(record)), 405, "method-not-allowed")
                .then()
                .header("Allow", containsString("PUT"));
        refusedByEn18222(
                        sent(call -> call.contentType("application/json")
                                .body("{}")
                                .put("/v1/dpps/" + encoded("urn:uuid:" + UUID.randomUUID()))),
                        405,
                        "ClientMethodNotAllowed",
                        "method-not-allowed")
                .then()
                .header("Allow", equalTo("GET, HEAD, PATCH, DELETE"));
    }

    @Test
    void finds_nothing_where_nothing_is() {
        refused(
                sent(call -> call.contentType("application/json").body("{}").post("/v1/records/toaster")),
                404,
                "not-found");
        refused(sent(call -> call.get("/v1/records/" + UUID.randomUUID())), 404, "not-found");
        refused(sent(call -> call.get("/v1/records/" + UUID.randomUUID() + "/versions")), 404, "not-found");
        refused(sent(call -> call.get("/v1/records/" + UUID.randomUUID() + "/versions/1")), 404, "not-found");
        refused(sent(call -> call.get("/v2/anything")), 404, "not-found");
        refused(anyone().get("/operators/nobody/did.json"), 404, "not-found");
        refusedByEn18222(
                sent(call -> call.get("/v1/dpps/" + encoded("urn:uuid:" + UUID.randomUUID()))),
                404,
                "ClientErrorResourceNotFound",
                "not-found");
        refusedByEn18222(
                sent(call -> call.get("/v1/dppsByProductId/" + encoded(PRODUCT))),
                404,
                "ClientErrorResourceNotFound",
                "not-found");
    }

    @Test
    void refuses_identifiers_that_are_not_of_their_form() {
        refused(sent(call -> call.get("/v1/records/0")), 400, "malformed-request");
        refused(sent(call -> call.get("/v1/records/%00")), 400, "malformed-request");
        for (String version : List.of("0", "-1", "1.5", "one", "99999999999")) {
            refused(
                    sent(call -> call.get("/v1/records/" + UUID.randomUUID() + "/versions/" + version)),
                    400,
                    "malformed-request");
        }
        refused(anyone().get("/operators/No%20Body/jwks.json"), 400, "malformed-request");
        for (String id : List.of("1", "urn%3Auuid%3A", "urn%3Auuid%3A0198C0DE-5A6B-7C3D-8E4F-0A1B2C3D4E5F", "%00")) {
            refusedByEn18222(sent(call -> call.get("/v1/dpps/" + id)), 404, "ClientErrorResourceNotFound", "not-found");
        }
        for (String id : List.of("1", encoded("http://no.example/01/04912345077011/21/A"), encoded(PRODUCT) + "%00")) {
            refusedByEn18222(
                    sent(call -> call.get("/v1/dppsByProductId/" + id)),
                    400,
                    "ClientErrorBadRequest",
                    "malformed-request");
        }
    }

    @Test
    void refuses_addresses_that_are_longer_than_any_of_ours() {
        refused(sent(call -> call.get("/v1/grants?partner=" + "x".repeat(5000))), 414, "address-too-long")
                .then()
                .body("instance", equalTo("/v1/grants"));
        refused(sent(call -> call.get("/v1/records/" + "x".repeat(5000))), 414, "address-too-long")
                .then()
                .body("instance", equalTo("/v1/records/"));
        refusedByEn18222(
                sent(call -> call.get("/v1/dpps/" + "x".repeat(5000))),
                414,
                "ClientErrorBadRequest",
                "address-too-long");
        sent(call -> call.get("/v1/records/" + "x".repeat(70_000))).then().statusCode(414);
    }

    @Test
    void refuses_a_yes_that_would_be_understood_as_no() {
        String part = "/v1/parts/" + UUID.randomUUID() + "/records?preview=";
        for (String yes : List.of("yes", "1", "True", "")) {
            for (String address : List.of(part, "/v1/imports/batterypass-1.2.1?issue=")) {
                refused(
                                sent(call -> call.contentType("application/json")
                                        .body("{\"modelId\": \"SC-NMC-77\"}")
                                        .post(address + yes)),
                                400,
                                "malformed-request")
                        .then()
                        .body("detail", containsString("is true or false"));
            }
        }
    }

    @Test
    void says_where_an_address_is_no_uri() throws IOException {
        for (String address :
                List.of("/v1/bulk?limit={}", "/v1/bulk?status=a|b", "/v1/bulk/%u0041", "/v1/bulk?limit=%")) {
            String answer = answered(address);
            assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
            assertTrue(answer.contains("application/problem+json"), answer);
            assertTrue(answer.contains("problems#malformed-request"), answer);
            assertTrue(answer.contains("at its character "), answer);
        }
        String foreign = answered("/api/v1/datatransport?dataTarget=parts&partsName={}");
        assertTrue(foreign.startsWith("HTTP/1.1 400 "), foreign);
        assertTrue(foreign.contains("[dataspace] BadRequest"), foreign);
    }

    @Test
    void refuses_a_character_that_no_database_has() {
        refused(sent(call -> call.get("/v1/bulk?idempotencyKey=a%00")), 400, "malformed-request");
        refused(anyone().get("/operators/sakura-cells/status/%00/revocation"), 404, "not-found");
        anyone().get("/api/v1/authInfo?dataTarget=operator&openOperatorId=%00")
                .then()
                .statusCode(400)
                .body("code", equalTo("[auth] BadRequest"));
    }

    private static String answered(String address) throws IOException {
        return new Wire(RestAssured.port)
                .answerInPlain("GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }

    @Test
    void refuses_headers_that_are_not_of_their_form() {
        for (String key : List.of("x".repeat(256), "caf\u00e9")) {
            refused(
                    sent(call -> call.header("Idempotency-Key", key)
                            .contentType("application/json")
                            .body(Examples.ofModel("battery-model", "REFUSED-KEY")
                                    .toString())
                            .post("/v1/records/battery-model")),
                    400,
                    "malformed-request");
        }
    }

    private Response sent(Function<RequestSpecification, Response> request) {
        return store.unchangedBy(() -> request.apply(as(People.CELL_MAKER)));
    }
}
