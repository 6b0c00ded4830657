package dev.denchi.api.store.record;

import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.identifier.RecordId;
import dev.denchi.model.passport.Subject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The current version of a record, as in table {@code record_head}. */
@Entity
@Table(name = "record_head")
class HeadRow {
    @Id
    private String subject;

    @Column(name = "record_id")
    private UUID recordId;

    private int version;

    @Column(name = "operator_id")
    private String operatorId;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    HeadRow() {}

    Head toDomain() {
        return new Head(
                new Subject(subject), new RecordId(recordId), version, new OperatorId(operatorId), revokedAt != null);
    }
}
