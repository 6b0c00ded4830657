package dev.denchi.api.store;

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
}
