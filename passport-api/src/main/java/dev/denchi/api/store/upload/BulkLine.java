package dev.denchi.api.store.upload;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of one line of an upload.
 *
 * @param line its number in the file, from 1
 * @param recordId the record it made, {@code null} when it was refused
 * @param problem the problem detail as JSON when it was refused
 */
public record BulkLine(
        long line,
        Status status,
        @Nullable UUID recordId,
        @Nullable String problem) {

    /** What may become of a line. */
    public enum Status {
        ACCEPTED,
        REPEATED,
        REFUSED
    }
}
