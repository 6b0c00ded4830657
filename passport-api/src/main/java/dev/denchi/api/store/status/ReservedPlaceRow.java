package dev.denchi.api.store.status;

import dev.denchi.model.identifier.RecordId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A place that an operator asked for, as in table {@code status_place}; written past Hibernate. */
@Entity
@SuppressWarnings("UnusedVariable") // some columns are only queried
@Immutable
@Table(name = "status_place")
class ReservedPlaceRow {

    @Embeddable
    record Key(@Column(name = "operator_id") String operatorId, String segment, int place) implements Serializable {}

    @EmbeddedId
    private Key key;

    @Column(name = "reserved_at")
    private Instant reservedAt;

    @Column(name = "request_key")
    private @Nullable String requestKey;

    @Column(name = "request_sha256")
    private @Nullable String requestSha256;

    @Column(name = "record_id")
    private @Nullable UUID recordId;

    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    ReservedPlaceRow() {}

    @Nullable
    String requestSha256() {
        return requestSha256;
    }

    ReservedPlace toDomain() {
        return new ReservedPlace(
                new StatusPlace(key.segment(), key.place()),
                reservedAt,
                recordId == null ? null : new RecordId(recordId),
                version == null ? 0 : version);
    }
}
