package dev.denchi.api.store.upload;

import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.passport.RecordKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An upload of many records, as far as it is.
 *
 * @param sending how often it was sent; the counts are of the newest sending
 * @param reason why it was interrupted or stopped
 */
public record BulkUpload(
        UUID id,
        OperatorId operator,
        String key,
        RecordKind kind,
        int sending,
        State state,
        @Nullable String reason,
        long accepted,
        long repeated,
        long refused,
        Instant startedAt,
        Instant updatedAt) {

    /** Where an upload is. */
    public enum State {
        RUNNING,
        /** Every line was answered. */
        FINISHED,
        /** The connection or the service failed: the same file again continues it. */
        INTERRUPTED,
        /** The file is to be changed before it is sent again. */
        STOPPED
    }

    public long received() {
        return accepted + repeated + refused;
    }
}
