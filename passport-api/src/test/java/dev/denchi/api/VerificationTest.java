package dev.denchi.api;

import static dev.denchi.api.Calls.anyone;
import static dev.denchi.api.Calls.as;
import static dev.denchi.api.Refusals.refused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.format.StrictJson;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class VerificationTest {
    private static final String MODEL = "VERIFY-1";
    private static final String SD_JWT = "application/vc+sd-jwt";

    @Test
    void anyone_learns_that_a_record_of_this_service_is_genuine() {
        verified(token())
                .body("outcome", equalTo("PASSED"))
                .body("checks", hasSize(12))
                .body("checks.findAll { it.result == 'FAILED' }", hasSize(0))
                .body("checks.find { it.name == 'signature' }.result", equalTo("PASSED"))
                .body("record.kind", equalTo("battery-model"))
                .body("record.issuer", startsWith("did:web:"));
    }

    @Test
    void anyone_learns_that_a_record_was_changed() {
        String token = token();
        int place = token.indexOf('.') + 60;
        String changed =
                token.substring(0, place) + (token.charAt(place) == 'A' ? 'B' : 'A') + token.substring(place + 1);
        verified(changed).body("outcome", equalTo("FAILED"));
    }

    @Test
    void the_same_as_json_with_what_the_sender_has_besides() {
        String first = token();
        JsonNode body = StrictJson.toNode(
                Map.of("token", first, "statusLists", List.of("no list"), "earlierVersions", List.of(first)));
        sent("application/json", body.toString())
                .then()
                .statusCode(200)
                .body("outcome", equalTo("PASSED"))
                .body("checks.find { it.name == 'previous-version' }.result", equalTo("NOT_APPLICABLE"));
        JsonNode before = StrictJson.toNode(Map.of("token", first, "asOf", "2020-01-01T00:00:00Z"));
        sent("application/json", before.toString())
                .then()
                .statusCode(200)
                .body("checks.findAll { it.result == 'FAILED' }.name", contains("issued-at"));
    }

    @Test
    void of_operators_elsewhere_nothing_is_told_and_nothing_is_fetched() throws IOException {
        String foreign = Files.readString(Path.of("..", "openapi/examples/tokens/es256-battery-whole.sd-jwt"));
        verified(foreign)
                .body("outcome", equalTo("INDETERMINATE"))
                .body("checks.find { it.name == 'issuer' }.result", equalTo("INDETERMINATE"))
                .body("checks.find { it.name == 'signature' }.result", equalTo("INDETERMINATE"));
    }

    @Test
    void what_is_no_token_fails_and_says_so() {
        for (String garbage : List.of("Dear Sir", "{}", "~", "a.b.c~", "\0", "eyJ.eyJ.~".repeat(100))) {
            verified(garbage)
                    .body("outcome", equalTo("FAILED"))
                    .body("checks.findAll { it.result == 'FAILED' }.name", contains("form"))
                    .body("checks.findAll { it.result == 'INDETERMINATE' }", hasSize(11));
        }
    }

    @Test
    void refuses_what_is_no_request() {
        for (String body : List.of(
                "",
                "[]",
                "{}",
                "{\"token\":7}",
                "{\"token\":\"~\",\"token\":\"~\"}",
                "{\"token\":\"~\",\"keys\":[]}",
                "{\"token\":\"~\",\"statusLists\":\"x\"}",
                "{\"token\":\"~\",\"statusLists\":[7]}",
                "{\"token\":\"~\",\"earlierVersions\":[" + "\"x\",".repeat(16) + "\"x\"]}",
                "{\"token\":\"~\",\"asOf\":\"now\"}",
                "{\"token\":\"~\",\"asOf\":\"+999999999-01-01T00:00:00Z\"}")) {
            refused(sent("application/json", body), 400, "malformed-request");
        }
        refused(sent("text/plain", "~"), 415, "unsupported-media-type");
        refused(sent(SD_JWT, "~".repeat(1024 * 1024 + 1)), 413, "body-too-large");
        refused(anyone().get("/v1/verifications"), 405, "method-not-allowed");
    }

    @Test
    void a_key_that_is_sent_must_be_known_even_here() {
        refused(
                anyone().header("X-API-Key", "guess")
                        .contentType(SD_JWT)
                        .body(new byte[] {'~'})
                        .post("/v1/verifications"),
                401,
                "unauthenticated");
    }

    private static ValidatableResponse verified(String token) {
        return sent(SD_JWT, token).then().statusCode(200).contentType("application/json");
    }

    private static Response sent(String type, String body) {
        return anyone().contentType(type)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/verifications");
    }

    private static synchronized String token() {
        Response posted = Calls.post("verification-test", "battery-model", Examples.ofModel("battery-model", MODEL));
        assertEquals(201, posted.statusCode(), posted::asString);
        return as(People.CELL_MAKER)
                .accept(SD_JWT)
                .get((String) posted.path("links.self"))
                .asString();
    }
}
