package dev.denchi.api.store.handover;

import dev.denchi.api.store.audit.AuditEntry;
import dev.denchi.api.store.record.RecordEntry;
import dev.denchi.api.store.record.StoredRecord;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the audit log of him who took records over tells of them. */
final class HandedEntry {
    private HandedEntry() {}

    /** A version that another service kept before; into the log of him who took it over. */
    static AuditEntry taken(Handover.Taken taken, Handover handover) {
        StoredRecord record = taken.record();
        Map<String, Object> what = new LinkedHashMap<>();
        what.put("by", handover.by().json());
        what.put("operator", record.operator().value());
        what.put("record", RecordEntry.of(record.token()));
        what.put("submittedBy", record.roles().submittedBy().json());
        what.put("serviceProvider", record.roles().serviceProvider());
        what.put("manifestSha256", handover.manifestSha256());
        return AuditEntry.of(handover.by().operator(), "record.imported", handover.at(), what);
    }

    /** That a package told of a revocation. */
    static AuditEntry revokedElsewhere(Handover.Taken taken, Handover handover) {
        Map<String, Object> what = new LinkedHashMap<>();
        what.put("by", handover.by().json());
        what.put("operator", taken.record().operator().value());
        what.put("record", RecordEntry.of(taken.record().token()));
        what.put("manifestSha256", handover.manifestSha256());
        return AuditEntry.of(handover.by().operator(), "record.revoked", handover.at(), what);
    }
}
