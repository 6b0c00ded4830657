package dev.denchi.model.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An operator whose records are in a package.
 *
 * @param id at the service that made the package
 * @param economicOperatorId its identifier for readers
 */
public record EvidenceOperator(String id, String did, String name, String economicOperatorId) {

    /** The entry that holds its keys as of then. */
    public String entry() {
        return "operators/" + id + ".did.json";
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("did", did);
        json.put("name", name);
        json.put("economicOperatorId", economicOperatorId);
        return json;
    }

    static EvidenceOperator read(JsonNode json) {
        return new EvidenceOperator(
                json.path("id").asText(),
                json.path("did").asText(),
                json.path("name").asText(),
                json.path("economicOperatorId").asText());
    }
}
