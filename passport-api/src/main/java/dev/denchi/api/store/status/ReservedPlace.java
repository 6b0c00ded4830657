package dev.denchi.api.store.status;

import dev.denchi.model.credential.RecordHeader;
import dev.denchi.model.identifier.RecordId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A place that an operator asked for.
 *
 * @param usedBy the record that names it, {@code null} while none does
 * @param version of that record, 0 while none does
 */
public record ReservedPlace(
        StatusPlace place, Instant reservedAt, @Nullable RecordId usedBy, int version) {

    /** Whether this version may name it: nobody does, or it is the very same sent again. */
    public boolean isFor(RecordHeader said) {
        return usedBy == null || usedBy.equals(said.id()) && version == said.version();
    }
}
