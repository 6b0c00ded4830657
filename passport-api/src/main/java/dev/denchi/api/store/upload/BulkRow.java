package dev.denchi.api.store.upload;

import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.passport.RecordKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** An upload, as in table {@code bulk}; written by the statements of {@link BulkUploads} alone. */
@Entity
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
@Immutable
@Table(name = "bulk")
class BulkRow {
    @Id
    private UUID id;

    @Column(name = "operator_id")
    private String operatorId;

    private String key;
    private String kind;
    private int sending;
    private String state;

    @Nullable
    private String reason;

    private long accepted;
    private long repeated;
    private long refused;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    BulkRow() {}

    BulkUpload toDomain() {
        return new BulkUpload(
                id,
                new OperatorId(operatorId),
                key,
                RecordKind.ofLabel(kind).orElseThrow(),
                sending,
                BulkUpload.State.valueOf(state.toUpperCase(Locale.ROOT)),
                reason,
                accepted,
                repeated,
                refused,
                startedAt,
                updatedAt);
    }
}
