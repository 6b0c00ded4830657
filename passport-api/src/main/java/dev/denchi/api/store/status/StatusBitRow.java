package dev.denchi.api.store.status;

import dev.denchi.model.credential.RecordHeader;
import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.status.StatusPurpose;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A bit of a status list that is set, as in table {@code status_bit}. */
@Entity
@SuppressWarnings("UnusedVariable") // some columns are only written, or only queried
@Immutable
@Table(name = "status_bit")
public class StatusBitRow {

    @Embeddable
    record Key(@Column(name = "operator_id") String operatorId, String segment, String purpose, int place)
            implements Serializable {}

    @EmbeddedId
    private Key key;

    @Column(name = "record_id")
    private UUID recordId;

    private int version;

    @Column(name = "set_at")
    private Instant setAt;

    private @Nullable String reason;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    StatusBitRow() {}

    private StatusBitRow(Key key, RecordHeader header, Instant setAt, @Nullable String reason) {
        this.key = key;
        this.recordId = header.id().uuid();
        this.version = header.version();
        this.setAt = setAt;
        this.reason = reason;
    }

    /** Empty when the version has no place in a list of this purpose here. */
    public static Optional<StatusBitRow> of(
            OperatorId operator, RecordToken token, StatusPurpose purpose, Instant setAt, @Nullable String reason) {
        RecordHeader header = token.header();
        return header.status().stream()
                .filter(entry -> entry.purpose() == purpose)
                .flatMap(entry -> StatusPlace.of(entry, operator).stream())
                .map(place -> new Key(operator.value(), place.segment(), purpose.label(), place.index()))
                .map(key -> new StatusBitRow(key, header, setAt, reason))
                .findFirst();
    }

    public Revocation toRevocation() {
        return new Revocation(version, setAt, reason == null ? "" : reason);
    }
}
