package dev.denchi.api.store.operator;

import dev.denchi.model.identifier.OperatorId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An API key without the key; what the role means is not the store's business.
 *
 * @param administrator whether it manages its operator's keys and grants
 * @param expiresAt {@code null} only for a key of the development file
 */
public record ApiKey(
        UUID id,
        String keySha256,
        OperatorId operator,
        String name,
        String role,
        boolean administrator,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable LocalDate lastUsedOn) {

    public boolean isGoodAt(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }
}
