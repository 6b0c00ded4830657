package dev.denchi.model.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.signature.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One row of an operator's audit log.
 *
 * @param sequence from 1, without gaps
 * @param entry what happened: JSON in one line, exactly as it was written
 * @param sha256 of the operator, the sequence, the hash of the row before and the entry, each ended by a line feed but the last; hexadecimal
 */
public record AuditRow(OperatorId operator, long sequence, String entry, String sha256) {
    /** Stands for the row before the first. */
    public static final String NOTHING_BEFORE = "0".repeat(64);

    /** The row that follows one with that hash. */
    public static AuditRow following(String previousSha256, OperatorId operator, long sequence, String entry) {
        return new AuditRow(operator, sequence, entry, hash(previousSha256, operator, sequence, entry));
    }

    /** Whether its hash is that of its entry behind a row with that hash. */
    public boolean follows(String previousSha256) {
        return sha256.equals(hash(previousSha256, operator, sequence, entry));
    }

    /** The same place with another entry. */
    AuditRow saying(String otherEntry) {
        return new AuditRow(operator, sequence, otherEntry, sha256);
    }

    /** As one line of an export. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("operator", operator.value());
        json.put("sequence", sequence);
        json.put("entry", entry);
        json.put("sha256", sha256);
        return json;
    }

    /** @throws IllegalArgumentException when the line has not the form of a row */
    static AuditRow read(JsonNode line) {
        JsonNode sequence = line.path("sequence");
        if (!line.path("operator").isTextual()
                || !sequence.isIntegralNumber()
                || !line.path("entry").isTextual()
                || !line.path("sha256").isTextual()) {
            throw new IllegalArgumentException("a row has an operator, a sequence, an entry and a sha256");
        }
        return new AuditRow(
                new OperatorId(line.path("operator").textValue()),
                sequence.longValue(),
                line.path("entry").textValue(),
                line.path("sha256").textValue());
    }

    /** The entry; of one that was changed to what is no JSON an empty object. */
    public JsonNode content() {
        try {
            return StrictJson.read(entry);
        } catch (RuntimeException e) {
            return StrictJson.toNode(Map.of());
        }
    }

    private static String hash(String previousSha256, OperatorId operator, long sequence, String entry) {
        String row = operator + "\n" + sequence + "\n" + previousSha256 + "\n" + entry;
        return Sha256.hex(row.getBytes(StandardCharsets.UTF_8));
    }
}
