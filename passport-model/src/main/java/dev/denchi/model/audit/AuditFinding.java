package dev.denchi.model.audit;

import dev.denchi.model.identifier.OperatorId;

/**
 * Something that is not as the log was written.
 *
 * @param sequence the row where it shows
 * @param what for people; names the row or rows
 */
public record AuditFinding(OperatorId operator, long sequence, String what) {}
