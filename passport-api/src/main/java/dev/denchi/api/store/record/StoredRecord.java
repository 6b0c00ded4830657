package dev.denchi.api.store.record;

import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.identifier.OperatorId;

/**
 * One version of a record, as kept.
 *
 * @param bytes the token exactly as it was signed
 */
public record StoredRecord(Roles roles, RecordToken token, String bytes) {

    public OperatorId operator() {
        return roles.responsibleOperator();
    }

    /** This version as a reader names it; whether it is current, and revoked, is not asked. */
    public Head head() {
        var header = token.header();
        return new Head(header.subject(), header.id(), header.version(), operator(), false);
    }
}
