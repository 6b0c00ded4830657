package dev.denchi.api.store.record;

import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.identifier.RecordId;
import dev.denchi.model.passport.Subject;

/**
 * Which version of a record is current.
 *
 * @param revoked whether its operator stands by that version no more
 */
public record Head(Subject subject, RecordId id, int version, OperatorId operator, boolean revoked) {}
