package dev.denchi.api.store.upload;

import dev.denchi.api.store.audit.AuditEntry;
import dev.denchi.api.store.audit.PendingAuditRow;
import dev.denchi.api.store.audit.Submitter;
import dev.denchi.api.store.session.TenantSessions;
import dev.denchi.model.identifier.OperatorId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The foreign documents that came in, byte for byte. */
@Singleton
public class Imports {
    private final TenantSessions tenants;

    Imports(TenantSessions tenants) {
        this.tenants = tenants;
    }

    public Uni<Void> keep(ImportedDocument document, Submitter by) {
        return tenants.of(
                document.operator(), session -> session.persistAll(new ImportRow(document), told(document, by)));
    }

    private static PendingAuditRow told(ImportedDocument document, Submitter by) {
        Map<String, Object> what = new LinkedHashMap<>();
        what.put("importId", document.id().toString());
        what.put("format", document.format());
        what.put("sha256", AuditEntry.sha256(document.bytes()));
        return AuditEntry.setting(document.operator(), "document.imported", by, document.receivedAt(), what);
    }

    /** The operator's own; {@code null} when there is none, also where it is another's. */
    public Uni<ImportedDocument> find(OperatorId operator, UUID id) {
        return tenants.of(operator, session -> session.find(ImportRow.class, id))
                .map(row -> row == null ? null : row.toDocument())
                .map(document -> document == null || !document.operator().equals(operator) ? null : document);
    }
}
