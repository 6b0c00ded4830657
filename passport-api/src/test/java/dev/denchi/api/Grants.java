package dev.denchi.api;

import static dev.denchi.api.Calls.as;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.model.format.StrictJson;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Grants of the cell maker. */
final class Grants {
    static final String ADDRESS = "/v1/grants";
    static final People GIVER = People.CELL_MAKERS_ADMINISTRATOR;

    private Grants() {}

    static ObjectNode body(Map<String, String> partner, Map<String, List<String>> attributes) {
        ObjectNode body = (ObjectNode) StrictJson.toNode(Map.of(
                "partner",
                partner,
                "attributes",
                attributes,
                "purpose",
                "footprint of our packs",
                "until",
                Instant.now().plusSeconds(3600).toString()));
        return body;
    }

    static ObjectNode toOtherMaker(Map<String, List<String>> attributes) {
        return body(Map.of("operator", "hikari-motors"), attributes);
    }

    static Response post(ObjectNode body) {
        return post(GIVER, body.toString());
    }

    static Response post(People person, String body) {
        return as(person).contentType("application/json").body(body).post(ADDRESS);
    }

    /** The address of a new grant. */
    static String granted(ObjectNode body) {
        Response made = post(body);
        made.then().statusCode(201);
        return ADDRESS + "/" + made.path("id");
    }

    static void revoke(String grant) {
        as(GIVER).delete(grant).then().statusCode(204);
    }
}
