package dev.denchi.api.store.operator;

import dev.denchi.model.identifier.OperatorId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An API key, as in table {@code api_key}. */
@Entity
@SuppressWarnings("UnusedVariable") // some columns are only written, or only queried
@Table(name = "api_key")
class ApiKeyRow {
    @Id
    private UUID id;

    @Column(name = "key_sha256")
    private String keySha256;

    @Column(name = "operator_id")
    private String operatorId;

    private String name;

    private String role;

    private boolean administrator;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private @Nullable Instant expiresAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @Column(name = "last_used_on")
    private @Nullable LocalDate lastUsedOn;

    @Column(name = "from_file")
    private boolean fromFile;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    ApiKeyRow() {}

    ApiKeyRow(ApiKey key, boolean fromFile) {
        id = key.id();
        keySha256 = key.keySha256();
        operatorId = key.operator().value();
        name = key.name();
        role = key.role();
        administrator = key.administrator();
        createdAt = key.createdAt();
        expiresAt = key.expiresAt();
        revokedAt = key.revokedAt();
        lastUsedOn = key.lastUsedOn();
        this.fromFile = fromFile;
    }

    ApiKey toDomain() {
        return new ApiKey(
                id,
                keySha256,
                new OperatorId(operatorId),
                name,
                role,
                administrator,
                createdAt,
                expiresAt,
                revokedAt,
                lastUsedOn);
    }
}
