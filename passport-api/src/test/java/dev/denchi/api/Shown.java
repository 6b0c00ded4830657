package dev.denchi.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.model.format.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * What an answer shows of one record, read by other means than the service writes it with.
 *
 * @param disclosures how many disclosures travelled; 0 when it was no token
 * @param text all that can be read in it
 */
record Shown(String kind, int disclosures, String text) {

    static Shown json(String kind, JsonNode content) {
        return new Shown(kind, 0, content.toString());
    }

    static Shown token(String kind, String token) {
        Shown shown = token(token);
        if (!shown.kind().equals(kind)) {
            throw new AssertionError("a " + kind + " was asked for, a " + shown.kind() + " came");
        }
        return shown;
    }

    /** A name in a token is where RFC 9901 puts it: the second of a disclosure's three members. */
    static Shown token(String token) {
        String[] parts = token.split("~");
        JsonNode payload = decoded(parts[0].split("\\.")[1]);
        ObjectNode disclosed = (ObjectNode) StrictJson.toNode(Map.of());
        List<String> disclosures = Arrays.asList(parts).subList(1, parts.length);
        for (String disclosure : disclosures) {
            JsonNode attribute = decoded(disclosure);
            disclosed.set(attribute.get(1).asText(), attribute.get(2));
        }
        disclosed.set("jwt", payload.get("credentialSubject"));
        return new Shown(payload.at("/record/kind").asText(), disclosures.size(), disclosed.toString());
    }

    boolean has(String attribute) {
        return text.contains("\"" + attribute.substring(attribute.lastIndexOf('/') + 1) + "\":");
    }

    private static JsonNode decoded(String base64) {
        return StrictJson.read(new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8));
    }
}
