package dev.denchi.api.store.status;

import dev.denchi.model.identifier.OperatorId;
import org.jspecify.annotations.Nullable;

/**
 * An operator's request for places.
 *
 * @param key its idempotency key, {@code null} when it came without
 * @param sha256 of all that makes it this request, {@code null} when it came without a key
 */
public record Reservation(
        OperatorId operator, @Nullable String key, @Nullable String sha256) {}
