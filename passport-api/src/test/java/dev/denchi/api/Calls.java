package dev.denchi.api;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Requests by the people of the tests. */
final class Calls {

    private Calls() {}

    static RequestSpecification anyone() {
        return given().urlEncodingEnabled(false).filter(new HeldAgainstContract());
    }

    static RequestSpecification as(People person) {
        return anyone().header("X-API-Key", person.key());
    }

    static Response post(String kind, JsonNode body) {
        return post(People.CELL_MAKER, kind, body.toString());
    }

    static Response post(People person, String kind, String body) {
        return as(person).contentType("application/json").body(body).post("/v1/records/" + kind);
    }

    static Response post(String idempotencyKey, String kind, JsonNode body) {
        return as(People.CELL_MAKER)
                .header("Idempotency-Key", idempotencyKey)
                .contentType("application/json")
                .body(body.toString())
                .post("/v1/records/" + kind);
    }

    /** A new version of the record at {@code self}. */
    static Response put(String self, String ifMatch, JsonNode body) {
        return as(People.CELL_MAKER)
                .header("If-Match", ifMatch)
                .contentType("application/json")
                .body(body.toString())
                .put(self);
    }

    static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8);
    }

    /** A model with its footprint and recycled content; under a name that no other test uses. */
    static void postModel(String modelId) {
        for (String kind : new String[] {"battery-model", "carbon-footprint", "recycled-content"}) {
            post(kind, Examples.ofModel(kind, modelId)).then().statusCode(201);
        }
    }
}
