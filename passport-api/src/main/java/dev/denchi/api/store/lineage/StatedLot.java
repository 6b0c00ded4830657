package dev.denchi.api.store.lineage;

import dev.denchi.model.identifier.RecordId;
import dev.denchi.model.lot.MaterialLot;
import org.jspecify.annotations.Nullable;

/**
 * A lot as its operator states it now.
 *
 * @param sha256 the hash of that version, which says nothing to whoever does not have it
 * @param madeIn the transformation that states that it made the lot, {@code null} while none does
 */
public record StatedLot(
        RecordId id,
        int version,
        String sha256,
        MaterialLot lot,
        @Nullable RecordId madeIn) {}
