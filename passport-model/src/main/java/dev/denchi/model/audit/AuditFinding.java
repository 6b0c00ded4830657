package dev.denchi.model.audit;

import dev.denchi.model.identifier.OperatorId;

/**
 * Something that is not as the log was written.
 *
 * @param sequence the row where it shows
 * @param place what does not hold there
 * @param what for people; names the row or rows
 */
public record AuditFinding(OperatorId operator, long sequence, Place place, String what) {
    public enum Place {
        /** A row, or one that should be there. */
        ROW,
        /** A checkpoint by itself, whatever the rows are. */
        CHECKPOINT
    }
}
