package dev.denchi.api.store.issuer;

import dev.denchi.api.store.issuer.SigningKey.Custody;
import dev.denchi.api.store.issuer.SigningKey.Life;
import dev.denchi.model.identifier.OperatorId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A key, as in table {@code issuer_key}. */
@Entity
@Table(name = "issuer_key")
class SigningKeyRow {
    @Id
    @Column(name = "key_id")
    private String keyId;

    private UUID id;

    private String did;

    @Column(name = "operator_id")
    private String operatorId;

    private String jwk;

    private @Nullable String certificates;

    private @Nullable String custody;

    @Column(name = "custody_name")
    private @Nullable String custodyName;

    @Column(name = "signs_from")
    private @Nullable Instant signsFrom;

    @Column(name = "signs_until")
    private @Nullable Instant signsUntil;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @Column(name = "revocation_reason")
    private @Nullable String revocationReason;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    SigningKeyRow() {}

    SigningKeyRow(SigningKey key) {
        keyId = key.keyId();
        id = key.id();
        did = key.did();
        operatorId = key.operator().value();
        jwk = key.jwk();
        certificates = key.certificates();
        custody = key.custody() == null ? null : key.custody().kind();
        custodyName = key.custody() == null ? null : key.custody().name();
        signsFrom = key.life().from();
        signsUntil = key.life().until();
        revokedAt = key.life().revokedAt();
        revocationReason = key.life().reason();
        createdAt = key.createdAt();
        createdBy = key.createdBy();
    }

    SigningKey toDomain() {
        return new SigningKey(
                id,
                new OperatorId(operatorId),
                did,
                keyId,
                jwk,
                certificates,
                custody == null || custodyName == null ? null : new Custody(custody, custodyName),
                new Life(signsFrom, signsUntil, revokedAt, revocationReason),
                createdAt,
                createdBy);
    }
}
