package dev.denchi.api;

import static dev.denchi.api.Calls.as;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.model.format.StrictJson;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The chain of openapi/examples/provenance, posted by all who are in it, and the claim of a model that stands on it. Each has its own
 * numbers of lots, so that no test draws from another's.
 */
record ProvenanceChain(String tag, String modelId, List<Response> receipts, Response claim) {
    private static final Map<String, ProvenanceChain> POSTED = new ConcurrentHashMap<>();

    /** One line of the example. */
    record Line(String kind, People operator, JsonNode record) {}

    static ProvenanceChain posted(String tag) {
        return POSTED.computeIfAbsent(tag, ProvenanceChain::post);
    }

    private static ProvenanceChain post(String tag) {
        List<Response> receipts = new ArrayList<>();
        for (Line line : lines(tag)) {
            Response answer = send(line);
            assertEquals(201, answer.statusCode(), () -> line + answer.asString());
            receipts.add(answer);
        }
        String modelId = "LOTS-" + tag;
        Calls.post("battery-model", Examples.ofModel("battery-model", modelId))
                .then()
                .statusCode(201);
        Response claim = Calls.post("recycled-content", claim(tag, modelId));
        assertEquals(201, claim.statusCode(), claim.asString());
        return new ProvenanceChain(tag, modelId, receipts, claim);
    }

    static ObjectNode claim(String tag, String modelId) {
        ObjectNode claim = (ObjectNode) StrictJson.read(numbered(text("recycled-content.json"), tag));
        return claim.put("modelId", modelId);
    }

    static Response send(Line line) {
        return send(line.operator(), line.kind(), line.record());
    }

    static Response send(People person, String kind, JsonNode record) {
        return as(person)
                .contentType("application/json")
                .body(record.toString())
                .post("/v1/records/" + kind);
    }

    static List<Line> lines(String tag) {
        return numbered(text("chain.ndjson"), tag)
                .lines()
                .map(StrictJson::read)
                .filter(line -> !line.path("kind").asText().equals("recycled-content")) // comes with a model of its own
                .map(line -> new Line(
                        line.path("kind").textValue(), of(line.path("operator").textValue()), line.path("record")))
                .toList();
    }

    /** The record of this kind with this number, as nobody has posted it yet. */
    static ObjectNode record(String tag, String number) {
        return lines(tag).stream()
                .map(Line::record)
                .filter(record ->
                        record.path("lotId").asText().endsWith(":" + tag + number) && !record.has("transferId")
                                || record.path("transformationId").asText().endsWith(":" + tag + number)
                                        && !record.has("lotId"))
                .map(record -> (ObjectNode) record.deepCopy())
                .findFirst()
                .orElseThrow();
    }

    private static People of(String operator) {
        return Arrays.stream(People.values())
                .filter(person -> person.operator().equals(operator) && !person.administers())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(operator));
    }

    /** Every number of a lot, a transformation and a transfer gets the tag in front. */
    private static String numbered(String json, String tag) {
        return json.replaceAll(
                "\"(kita-recycling|hokuriku-refining|awa-precursor|setouchi-cathode|nanao-lead|sakura-cells):",
                "\"$1:" + tag);
    }

    private static String text(String name) {
        try (InputStream in = ProvenanceChain.class.getResourceAsStream("/examples/provenance/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
