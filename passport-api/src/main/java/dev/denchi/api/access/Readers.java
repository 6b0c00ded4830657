package dev.denchi.api.access;

import dev.denchi.model.access.AccessPolicy;
import dev.denchi.model.access.Reader;
import dev.denchi.model.identifier.OperatorId;
import jakarta.inject.Singleton;

/** What a caller is as a reader of somebody's records. */
@Singleton
public class Readers {
    private final AccessPolicy policy;

    Readers(AccessPolicy policy) {
        this.policy = policy;
    }

    /** Its own operator sees all of a record; others what their group may see, or their agreement covers. */
    public Reader of(Caller caller, OperatorId owner) {
        if (caller.belongsTo(owner)) {
            return Reader.itsOperator();
        }
        return caller.token() == null
                ? Reader.of(policy.pointsOf(caller.role().readers()))
                : Reader.of(caller.token().points());
    }
}
