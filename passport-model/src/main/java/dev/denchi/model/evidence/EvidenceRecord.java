package dev.denchi.model.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version in a package, with what its service kept beside the token.
 *
 * @param operator the id of its operator at that service; part of its subject
 * @param submittedBy who sent it in; {@code null} when the package's reader may not know
 * @param revokedAt when its operator revoked it, {@code null} while it stands
 * @param reason why, {@code null} while it stands
 */
public record EvidenceRecord(
        String recordId,
        int version,
        String operator,
        String serviceProvider,
        @Nullable String submittedBy,
        @Nullable Instant revokedAt,
        @Nullable String reason) {

    /** The entry that holds its token. */
    public String entry() {
        return "records/" + recordId + "/" + version + ".sd-jwt";
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("recordId", recordId);
        json.put("version", version);
        json.put("operator", operator);
        json.put("serviceProvider", serviceProvider);
        if (submittedBy != null) {
            json.put("submittedBy", submittedBy);
        }
        if (revokedAt != null) {
            json.put("revokedAt", revokedAt.toString());
            json.put("reason", reason);
        }
        return json;
    }

    static EvidenceRecord read(JsonNode json) {
        try {
            return new EvidenceRecord(
                    json.path("recordId").asText(),
                    json.path("version").asInt(),
                    json.path("operator").asText(),
                    json.path("serviceProvider").asText(),
                    json.path("submittedBy").textValue(),
                    json.has("revokedAt") ? Instant.parse(json.path("revokedAt").asText()) : null,
                    json.path("reason").textValue());
        } catch (DateTimeException e) {
            throw new MalformedEvidence("a record of the package was revoked at what is no moment");
        }
    }
}
