package dev.denchi.api.ingest;

import dev.denchi.model.identifier.RecordId;
import org.jspecify.annotations.Nullable;

/** Where a version stands in its record: which record, which number, and the hash of the version before. */
public record Place(RecordId id, int version, @Nullable String previousSha256) {

    public static Place first(RecordId id) {
        return new Place(id, 1, null);
    }
}
