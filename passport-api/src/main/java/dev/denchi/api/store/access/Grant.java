package dev.denchi.api.store.access;

import dev.denchi.model.identifier.ModelId;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.passport.RecordKind;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an operator lets one partner see of its records, or build on them, beyond the access policy.
 *
 * @param operator whose records
 * @param model the only model it opens, {@code null} for all records of the operator
 * @param attributes by JSON Pointer
 * @param buildsPassports whether the partner may build passports of its own batteries on the records
 */
public record Grant(
        UUID id,
        OperatorId operator,
        Partner partner,
        @Nullable ModelId model,
        Map<RecordKind, Set<String>> attributes,
        boolean buildsPassports,
        String purpose,
        Instant from,
        Instant until,
        Instant createdAt,
        @Nullable Instant revokedAt) {

    /** Whether it speaks of the records of this model; {@code null} is for a record of no model. */
    public boolean covers(@Nullable ModelId asked) {
        return model == null || model.equals(asked);
    }
}
