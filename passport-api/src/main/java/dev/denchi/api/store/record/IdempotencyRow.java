package dev.denchi.api.store.record;

import dev.denchi.model.identifier.RecordId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** What was answered to a request with an idempotency key, as in table {@code idempotency_key}. */
@Entity
@SuppressWarnings("UnusedVariable") // some columns are only written, or only queried
@Immutable
@Table(name = "idempotency_key")
class IdempotencyRow {

    @Embeddable
    record Key(@Column(name = "operator_id") String operatorId, String key) implements Serializable {}

    @EmbeddedId
    private Key key;

    @Column(name = "request_sha256")
    private String requestSha256;

    @Column(name = "record_id")
    private UUID recordId;

    private int version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    IdempotencyRow() {}

    IdempotencyRow(NewRecord record, NewRecord.RequestKey request) {
        key = new Key(record.operator().value(), request.key());
        requestSha256 = request.sha256();
        recordId = record.token().header().id().uuid();
        version = record.token().header().version();
    }

    String key() {
        return key.key();
    }

    Answered toDomain() {
        return new Answered(requestSha256, new RecordId(recordId), version);
    }
}
