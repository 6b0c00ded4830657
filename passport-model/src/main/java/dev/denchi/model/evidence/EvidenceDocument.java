package dev.denchi.model.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A document in a package, with what its service kept beside the bytes.
 *
 * @param operator the id of the operator whose records point at it
 * @param sha256 of its bytes, in hexadecimal
 * @param size in bytes
 */
public record EvidenceDocument(String operator, String sha256, String mediaType, long size) {
    static final String FOLDER = "documents/";

    /** The entry that holds its bytes; operators with the same document share it. */
    public String entry() {
        return FOLDER + sha256;
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("operator", operator);
        json.put("sha256", sha256);
        json.put("mediaType", mediaType);
        json.put("size", size);
        return json;
    }

    static EvidenceDocument read(JsonNode json) {
        return new EvidenceDocument(
                json.path("operator").asText(),
                json.path("sha256").asText(),
                json.path("mediaType").asText(),
                json.path("size").asLong(-1));
    }
}
