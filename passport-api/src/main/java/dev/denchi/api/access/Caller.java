package dev.denchi.api.access;

import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.audit.Submitter;
import dev.denchi.model.identifier.OperatorId;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling.
 *
 * @param name for logs
 * @param identity his key or subject, and the operator he belongs to; {@code null} when he belongs to none
 * @param administrator whether he manages that operator's API keys and grants
 * @param token what a dataspace participant may pull, {@code null} for everyone else
 */
public record Caller(
        String name,
        Role role,
        @Nullable Submitter identity,
        boolean administrator,
        @Nullable PullToken token) {
    public static final Caller ANYONE = new Caller("anyone", Role.ANYONE, null, false, null);

    public @Nullable OperatorId operator() {
        return identity == null ? null : identity.operator();
    }

    /** @throws Rejected when he belongs to no operator that writes */
    public OperatorId writingOperator() {
        return submitter().operator();
    }

    /** As whom he sends records in; @throws Rejected when he belongs to no operator that writes */
    public Submitter submitter() {
        if (identity == null || !role.writes()) {
            throw Rejected.because(ProblemType.FORBIDDEN, "the role " + role + " writes no records");
        }
        return identity;
    }

    /** Who he is to an audit log; @throws Rejected when he belongs to no operator */
    public Submitter known() {
        if (identity == null) {
            throw Rejected.because(ProblemType.FORBIDDEN, "the role " + role + " changes nothing");
        }
        return identity;
    }

    /** @throws Rejected when he administers no operator */
    public OperatorId administeredOperator() {
        if (identity == null || !administrator) {
            throw Rejected.because(
                    ProblemType.FORBIDDEN,
                    "only an administrator of an operator manages its API keys, grants and issuer keys");
        }
        return identity.operator();
    }

    public boolean belongsTo(OperatorId owner) {
        return owner.equals(operator());
    }
}
