package dev.denchi.api;

import static dev.denchi.api.Calls.as;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Documents whose bytes are there, and records that point at them instead of those of the examples. */
record Pinned(Map<String, byte[]> documents) {

    /** Gives each document in the records bytes of its own, and pins it to them. */
    static Pinned in(JsonNode... records) {
        Map<String, byte[]> documents = new LinkedHashMap<>();
        for (JsonNode record : records) {
            pin(record, documents);
        }
        return new Pinned(documents);
    }

    /** In the order in which they stand. */
    List<String> hashes() {
        return List.copyOf(documents.keySet());
    }

    byte[] of(String sha256) {
        return Objects.requireNonNull(documents.get(sha256), sha256);
    }

    /** All of them. */
    void keptBy(People person) {
        documents.values().forEach(bytes -> kept(person, bytes));
    }

    private static void pin(JsonNode value, Map<String, byte[]> documents) {
        if (value.path("sha256").isTextual() && value.path("url").isTextual()) {
            byte[] bytes = Documents.pdf();
            String hash = Documents.sha256(bytes);
            ((ObjectNode) value).put("sha256", hash).put("mediaType", "application/pdf");
            documents.put(hash, bytes);
        }
        value.forEach(child -> pin(child, documents));
    }

    static Response keep(People person, String sha256, String mediaType, byte[] bytes) {
        return as(person).contentType(mediaType).body(bytes).put("/v1/documents/" + sha256);
    }

    /** Keeps a document under its own hash, which is answered. */
    static String kept(People person, byte[] pdf) {
        String hash = Documents.sha256(pdf);
        keep(person, hash, "application/pdf", pdf).then().statusCode(201);
        return hash;
    }

    static String path(People operator, String sha256) {
        return "/operators/" + operator.operator() + "/documents/" + sha256;
    }
}
