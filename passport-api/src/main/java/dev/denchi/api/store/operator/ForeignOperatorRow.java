package dev.denchi.api.store.operator;

import dev.denchi.model.identifier.OperatorId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An operator elsewhere whose records are served here, as in table {@code foreign_operator}. */
@Entity
@Table(name = "foreign_operator")
@SuppressWarnings("UnusedVariable") // some columns are only written, or only queried
class ForeignOperatorRow {
    @Id
    @Column(name = "operator_id")
    private String operatorId;

    private String did;

    @Column(name = "did_document")
    private byte[] didDocument;

    @Column(name = "held_by")
    private String heldBy;

    @Column(name = "imported_at")
    private Instant importedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    ForeignOperatorRow() {}

    @SuppressWarnings("NullAway.Init")
    ForeignOperatorRow(ForeignOperator foreign, OperatorId holder, Instant now) {
        operatorId = foreign.operator().id().value();
        did = foreign.did();
        didDocument = foreign.didDocument();
        heldBy = holder.value();
        importedAt = now;
    }

    boolean isThatOf(ForeignOperator foreign, OperatorId holder) {
        return did.equals(foreign.did()) && heldBy.equals(holder.value());
    }

    OperatorId holder() {
        return new OperatorId(heldBy);
    }

    String did() {
        return did;
    }

    byte[] didDocument() {
        return didDocument;
    }
}
