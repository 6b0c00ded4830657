package dev.denchi.api.certificate;

import dev.denchi.model.identifier.OperatorId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A file on its way into a certificate, as in table {@code certificate_file}. */
@Entity
@DynamicUpdate // whose it is, and its name, may not be written again
@SuppressWarnings("UnusedVariable") // some columns are only written
@Table(name = "certificate_file")
class CertificateFileRow {
    @Id
    @Column(name = "file_id")
    UUID fileId;

    @Column(name = "operator_id")
    String operatorId;

    String name;

    @Column(name = "registered_at")
    private Instant registeredAt;

    @Column(name = "content_id")
    @Nullable
    UUID contentId;

    @Column(name = "media_type")
    private @Nullable String mediaType;

    @Nullable
    Long size;

    @Nullable
    String sha256;

    @Column(name = "certificate_id")
    @Nullable
    UUID certificateId;

    @Column(name = "added_at")
    private @Nullable Instant addedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    CertificateFileRow() {}

    CertificateFileRow(UUID id, OperatorId operator, String name, Instant now) {
        fileId = id;
        operatorId = operator.value();
        this.name = name;
        registeredAt = now;
    }

    void has(CertificateFile.Content content) {
        contentId = content.id();
        mediaType = content.mediaType();
        size = content.size();
        sha256 = content.sha256();
    }

    void isIn(CertificateRow certificate, Instant now) {
        if (!certificate.certificateId.equals(certificateId)) {
            certificateId = certificate.certificateId;
            addedAt = now;
        }
    }

    long bytes() {
        return size == null ? 0 : size;
    }

    CertificateFile toDomain() {
        return new CertificateFile(
                fileId,
                new OperatorId(operatorId),
                name,
                contentId == null
                        ? null
                        : new CertificateFile.Content(
                                contentId, Objects.requireNonNull(mediaType), bytes(), Objects.requireNonNull(sha256)));
    }
}
