package dev.denchi.api.store.audit;

import dev.denchi.model.format.StrictJson;
import dev.denchi.model.identifier.OperatorId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that happened to an operator's records or settings, as its audit log will tell it: who, what and when, never a
 * restricted value.
 *
 * @param operator whose log it goes into
 * @param json in one line
 */
public record AuditEntry(OperatorId operator, String json) {

    /** @param what the members besides the action and the time */
    public static AuditEntry of(OperatorId operator, String action, Instant at, Map<String, Object> what) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("action", action);
        entry.put("at", at.toString());
        entry.putAll(what);
        return new AuditEntry(operator, new String(StrictJson.write(entry), StandardCharsets.UTF_8));
    }

    /** A change of an operator's settings; {@code what} names the thing and what was made of it. */
    public static PendingAuditRow setting(
            OperatorId operator, String action, Submitter by, Instant at, Map<String, Object> what) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("by", by.json());
        all.putAll(what);
        return new PendingAuditRow(of(operator, action, at, all));
    }

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
