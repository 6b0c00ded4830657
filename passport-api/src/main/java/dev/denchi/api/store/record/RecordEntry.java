package dev.denchi.api.store.record;

import dev.denchi.api.store.audit.AuditEntry;
import dev.denchi.api.store.audit.Submitter;
import dev.denchi.api.store.outbox.NewEvent;
import dev.denchi.api.store.status.Revocation;
import dev.denchi.model.credential.RecordHeader;
import dev.denchi.model.credential.RecordToken;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the audit log tells of records: ids and hashes. */
public final class RecordEntry {
    private RecordEntry() {}

    /** A new version, with what the database holds of it besides the token, and its event. */
    static AuditEntry issued(NewRecord record) {
        Map<String, Object> what = new LinkedHashMap<>();
        what.put("by", record.roles().submittedBy().json());
        what.put("record", of(record.token()));
        what.put("serviceProvider", record.roles().serviceProvider());
        what.put("event", event(record.event()));
        return AuditEntry.of(
                record.operator(), "record.issued", record.token().header().issuedAt(), what);
    }

    static AuditEntry revoked(StoredRecord record, Submitter by, Revocation revocation, NewEvent event) {
        Map<String, Object> what = new LinkedHashMap<>();
        what.put("by", by.json());
        what.put("record", of(record.token()));
        what.put("reason", revocation.reason());
        what.put("event", event(event));
        return AuditEntry.of(record.operator(), "record.revoked", revocation.at(), what);
    }

    /** One version, by what tells it from every other. */
    public static Map<String, Object> of(RecordToken token) {
        RecordHeader header = token.header();
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("recordId", header.id().toString());
        record.put("version", header.version());
        record.put("kind", header.kind().label());
        record.put("subject", header.subject().value());
        record.put("sha256", token.sha256());
        record.put("tokenSha256", AuditEntry.sha256(token.serialize().getBytes(StandardCharsets.US_ASCII)));
        return record;
    }

    /** What waits in the outbox is held against this. */
    private static Map<String, Object> event(NewEvent event) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", event.id());
        told.put("type", event.type());
        told.put("sha256", AuditEntry.sha256(event.payload()));
        return told;
    }
}
