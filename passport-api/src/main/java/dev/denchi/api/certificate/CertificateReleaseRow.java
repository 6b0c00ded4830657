package dev.denchi.api.certificate;

import dev.denchi.model.identifier.OperatorId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;

/** Whether a customer may have the certificate of a part, as in table {@code certificate_release}. */
@Entity
@DynamicUpdate // whose it is, and for whom, may not be written again
@SuppressWarnings("UnusedVariable") // some columns are only written
@Table(name = "certificate_release")
class CertificateReleaseRow {

    @Embeddable
    record Key(
            @Column(name = "trace_id") UUID traceId,
            @Column(name = "to_operator_id") String toOperatorId) implements Serializable {}

    @EmbeddedId
    Key key;

    @Column(name = "operator_id")
    private String operatorId;

    private boolean released;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    CertificateReleaseRow() {}

    @SuppressWarnings("NullAway.Init")
    CertificateReleaseRow(Key key, String operator) {
        this.key = key;
        operatorId = operator;
    }

    void decide(boolean open, Instant now) {
        released = open;
        decidedAt = now;
    }

    CertificateReleases.Decided toDomain() {
        return new CertificateReleases.Decided(new OperatorId(key.toOperatorId()), released);
    }
}
