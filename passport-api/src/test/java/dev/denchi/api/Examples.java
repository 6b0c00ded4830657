package dev.denchi.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.model.format.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.UUID;

/** The examples of the contract, and the same under new names, so that every test speaks about things of its own. */
final class Examples {

    private Examples() {}

    static ObjectNode of(String path) {
        try (InputStream in = Examples.class.getResourceAsStream("/examples/" + path + ".json")) {
            return (ObjectNode) StrictJson.read(Objects.requireNonNull(in, path).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode ofModel(String kind, String modelId) {
        ObjectNode example = of("ev-nmc/" + kind);
        return example.has("modelId") ? example.put("modelId", modelId) : example;
    }

    /** A battery that nobody has posted yet. */
    static ObjectNode newBattery(String modelId) {
        String serial = UUID.randomUUID().toString().substring(0, 18);
        return ofModel("battery", modelId)
                .put("batteryPassportIdentifier", "urn:uuid:" + UUID.randomUUID())
                .put("serialNumber", serial)
                .put("productIdentifier", "https://id.sakura-cells.example/01/04912345077011/21/" + serial);
    }
}
