package dev.denchi.api.certificate;

import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.part.TraceId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A certificate, as in table {@code certificate}. */
@Entity
@DynamicUpdate // whose it is, and of what, may not be written again
@SuppressWarnings("UnusedVariable") // some columns are only written
@Table(name = "certificate")
class CertificateRow {
    @Id
    @Column(name = "certificate_id")
    UUID certificateId;

    @Column(name = "trace_id")
    UUID traceId;

    @Column(name = "operator_id")
    private String operatorId;

    private @Nullable String description;

    @Column(name = "changed_at")
    private Instant changedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    CertificateRow() {}

    @SuppressWarnings("NullAway.Init")
    CertificateRow(UUID id, TraceId trace, OperatorId operator) {
        certificateId = id;
        traceId = trace.value();
        operatorId = operator.value();
    }

    boolean isOf(OperatorId operator) {
        return operatorId.equals(operator.value());
    }

    void change(@Nullable String text, Instant now) {
        description = text;
        changedAt = now;
    }

    Certificate toDomain(List<CertificateFileRow> files) {
        return new Certificate(
                certificateId,
                new TraceId(traceId),
                description,
                files.stream().map(CertificateFileRow::toDomain).toList());
    }
}
