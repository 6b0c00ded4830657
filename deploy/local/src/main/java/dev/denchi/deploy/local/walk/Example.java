package dev.denchi.deploy.local.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * A record to post, from the published examples.
 *
 * @param kind the kind of record, as in the path it is posted to
 */
record Example(String name, String kind, String json) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> KINDS =
            List.of("battery-model", "carbon-footprint", "recycled-content", "due-diligence", "battery");

    /** The kind is the first part of the file's name. */
    static Example read(Path file) throws IOException {
        String name = String.valueOf(file.getFileName()).replace(".json", "");
        String kind = KINDS.stream()
                .filter(name::startsWith)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(file + " names no kind of record"));
        return new Example(name, kind, Files.readString(file));
    }

    /** One line of a chain of lots: who posts it says it itself. */
    static Example ofLine(JsonNode line) {
        String kind = line.path("kind").asText();
        return new Example("provenance/" + kind, kind, line.path("record").toString());
    }

    /** The same battery, made once more: a serial number and a passport of its own. */
    Battery another(long serial) throws IOException {
        ObjectNode battery = (ObjectNode) JSON.readTree(json);
        String number = "SC77-" + serial;
        String product = battery.path("productIdentifier")
                .asText()
                .replace(battery.path("serialNumber").asText(), number);
        String passport = "urn:uuid:" + UUID.randomUUID();
        battery.put("serialNumber", number);
        battery.put("productIdentifier", product);
        battery.put("batteryPassportIdentifier", passport);
        Example example = new Example(name, kind, JSON.writeValueAsString(battery));
        return new Battery(passport, product, battery.path("modelId").asText(), number, example);
    }

    /** Made from the bytes: the same record posted again is answered as before, another one is not taken for it. */
    String idempotencyKey() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] hash = digest.digest((kind + "\n" + json).getBytes(StandardCharsets.UTF_8));
            return "walk-" + HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
