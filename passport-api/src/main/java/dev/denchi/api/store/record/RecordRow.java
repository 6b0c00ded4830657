package dev.denchi.api.store.record;

import dev.denchi.api.store.audit.Submitter;
import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.identifier.OperatorId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** One version of one record, as in table {@code record}. */
@Entity
@SuppressWarnings("UnusedVariable") // some columns are only written, or only queried
@Immutable
@Table(name = "record")
public class RecordRow {

    @Embeddable
    public record Key(@Column(name = "record_id") UUID recordId, int version) implements Serializable {}

    @EmbeddedId
    private Key key;

    private String kind;

    @Column(name = "operator_id")
    private String operatorId;

    private String subject;

    @Column(columnDefinition = "text")
    private String token;

    private String sha256;

    @Column(name = "issued_at")
    private Instant issuedAt;

    @Column(name = "submitted_by")
    private String submittedBy;

    @Column(name = "service_provider")
    private String serviceProvider;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    RecordRow() {}

    @SuppressWarnings("NullAway.Init")
    RecordRow(NewRecord record) {
        var header = record.token().header();
        key = new Key(header.id().uuid(), header.version());
        kind = header.kind().label();
        operatorId = record.operator().value();
        subject = header.subject().value();
        token = record.token().serialize();
        sha256 = record.token().sha256();
        issuedAt = header.issuedAt();
        submittedBy = record.roles().submittedBy().toString();
        serviceProvider = record.roles().serviceProvider();
    }

    /** As another service kept it. */
    @SuppressWarnings("NullAway.Init")
    public RecordRow(StoredRecord record) {
        var header = record.token().header();
        key = new Key(header.id().uuid(), header.version());
        kind = header.kind().label();
        operatorId = record.operator().value();
        subject = header.subject().value();
        token = record.bytes();
        sha256 = record.token().sha256();
        issuedAt = header.issuedAt();
        submittedBy = record.roles().submittedBy().toString();
        serviceProvider = record.roles().serviceProvider();
    }

    public boolean hasBytes(String bytes) {
        return token.equals(bytes);
    }

    public RecordToken withoutDisclosures() {
        return RecordToken.parseWithoutDisclosures(token);
    }

    StoredRecord toDomain() {
        Roles roles = new Roles(Submitter.parse(submittedBy), new OperatorId(operatorId), serviceProvider);
        return new StoredRecord(roles, RecordToken.parse(token), token);
    }
}
