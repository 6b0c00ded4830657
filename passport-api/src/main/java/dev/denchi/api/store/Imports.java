package dev.denchi.api.store;

import dev.denchi.model.identifier.OperatorId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The foreign documents that came in, byte for byte. */
@Singleton
public class Imports {
    private final TenantSessions tenants;

    Imports(TenantSessions tenants) {
        this.tenants = tenants;
    }

    public Uni<Void> keep(ImportedDocument document) {
        return tenants.of(document.operator(), session -> session.persist(new ImportRow(document)));
    }

    /** The operator's own; {@code null} when there is none, also where it is another's. */
    public Uni<ImportedDocument> find(OperatorId operator, UUID id) {
        return tenants.of(operator, session -> session.find(ImportRow.class, id))
                .map(row -> row == null ? null : row.toDocument())
                .map(document -> document == null || !document.operator().equals(operator) ? null : document);
    }
}
