package dev.denchi.api;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Requests by the people of the tests. */
final class Calls {

    private Calls() {}

    static RequestSpecification anyone() {
        return given().urlEncodingEnabled(false);
    }

    static RequestSpecification as(People person) {
        return anyone().header("X-API-Key", person.key());
    }

    static Response post(String kind, JsonNode body) {
        return as(People.CELL_MAKER)
                .contentType("application/json")
                .body(body.toString())
                .post("/v1/records/" + kind);
    }

    /** A model with its footprint and recycled content; under a name that no other test uses. */
    static void postModel(String modelId) {
        for (String kind : new String[] {"battery-model", "carbon-footprint", "recycled-content"}) {
            post(kind, Examples.ofModel(kind, modelId)).then().statusCode(201);
        }
    }
}
