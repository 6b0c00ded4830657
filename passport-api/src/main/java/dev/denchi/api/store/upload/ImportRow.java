package dev.denchi.api.store.upload;

import dev.denchi.model.identifier.OperatorId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A document as in table {@code import_document}. */
@Entity
@Table(name = "import_document")
class ImportRow {
    @Id
    private UUID id;

    @Column(name = "operator_id")
    private String operatorId;

    private String format;
    private byte[] raw;

    @Column(name = "received_at")
    private Instant receivedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    ImportRow() {}

    ImportRow(ImportedDocument document) {
        this.id = document.id();
        this.operatorId = document.operator().value();
        this.format = document.format();
        this.raw = document.bytes();
        this.receivedAt = document.receivedAt();
    }

    ImportedDocument toDocument() {
        return new ImportedDocument(id, new OperatorId(operatorId), format, raw, receivedAt);
    }
}
