package dev.denchi.api.store;

import dev.denchi.api.store.NewRecord.NewEvent;
import dev.denchi.model.credential.RecordHeader;
import dev.denchi.model.credential.RecordToken;
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

    /** A new version, with what the database holds of it besides the token, and its event. */
    static AuditEntry issued(NewRecord record) {
        Map<String, Object> what = new LinkedHashMap<>();
        what.put("by", record.roles().submittedBy().json());
        what.put("record", record(record.token()));
        what.put("serviceProvider", record.roles().serviceProvider());
        what.put("event", event(record.event()));
        return of(record.operator(), "record.issued", record.token().header().issuedAt(), what);
    }

    static AuditEntry revoked(StoredRecord record, Submitter by, Revocation revocation, NewEvent event) {
        Map<String, Object> what = new LinkedHashMap<>();
        what.put("by", by.json());
        what.put("record", record(record.token()));
        what.put("reason", revocation.reason());
        what.put("event", event(event));
        return of(record.operator(), "record.revoked", revocation.at(), what);
    }

    /** A version that another service kept before; into the log of him who took it over. */
    static AuditEntry taken(Handover.Taken taken, Handover handover) {
        StoredRecord record = taken.record();
        Map<String, Object> what = new LinkedHashMap<>();
        what.put("by", handover.by().json());
        what.put("operator", record.operator().value());
        what.put("record", record(record.token()));
        what.put("submittedBy", record.roles().submittedBy().json());
        what.put("serviceProvider", record.roles().serviceProvider());
        what.put("manifestSha256", handover.manifestSha256());
        return of(handover.by().operator(), "record.imported", handover.at(), what);
    }

    /** That a package told of a revocation. */
    static AuditEntry revokedElsewhere(Handover.Taken taken, Handover handover) {
        Map<String, Object> what = new LinkedHashMap<>();
        what.put("by", handover.by().json());
        what.put("operator", taken.record().operator().value());
        what.put("record", record(taken.record().token()));
        what.put("manifestSha256", handover.manifestSha256());
        return of(handover.by().operator(), "record.revoked", handover.at(), what);
    }

    /** A change of an operator's settings; {@code what} names the thing and what was made of it. */
    static PendingAuditRow setting(
            OperatorId operator, String action, Submitter by, Instant at, Map<String, Object> what) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("by", by.json());
        all.putAll(what);
        return new PendingAuditRow(of(operator, action, at, all));
    }

    private static Map<String, Object> record(RecordToken token) {
        RecordHeader header = token.header();
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("recordId", header.id().toString());
        record.put("version", header.version());
        record.put("kind", header.kind().label());
        record.put("subject", header.subject().value());
        record.put("sha256", token.sha256());
        record.put("tokenSha256", sha256(token.serialize().getBytes(StandardCharsets.US_ASCII)));
        return record;
    }

    /** What waits in the outbox is held against this. */
    private static Map<String, Object> event(NewEvent event) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", event.id());
        told.put("type", event.type());
        told.put("sha256", sha256(event.payload()));
        return told;
    }

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
