package dev.denchi.model.access;

import dev.denchi.model.passport.RecordKind;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The access policies through time. A version of a record is read under the policy of its day and under today's: what either
 * of them keeps back is not shown.
 */
public final class AccessPolicies {
    private final AccessPolicy today;
    private final NavigableMap<Instant, AccessPolicy> history;

    /** @param history each policy from the moment it took effect; without one, nobody but the operator sees anything */
    public AccessPolicies(AccessPolicy today, Map<Instant, AccessPolicy> history) {
        this.today = today;
        this.history = new TreeMap<>(history);
    }

    /** One policy that was always in force. */
    public static AccessPolicies only(AccessPolicy policy) {
        return new AccessPolicies(policy, Map.of(Instant.MIN, policy));
    }

    public AccessPolicy today() {
        return today;
    }

    /** Whether {@code reader} may see the attribute at {@code pointer} of a record of this kind that was issued then. */
    public boolean permits(Reader reader, RecordKind kind, String pointer, Instant issuedAt) {
        return today.permits(reader, kind, pointer) && ofDay(issuedAt).permits(reader, kind, pointer);
    }

    /** A record older than every policy that is known is read under the oldest. */
    private AccessPolicy ofDay(Instant issuedAt) {
        Map.Entry<Instant, AccessPolicy> then = history.floorEntry(issuedAt);
        Map.Entry<Instant, AccessPolicy> found = then == null ? history.firstEntry() : then;
        return found == null ? AccessPolicy.closed("none") : found.getValue();
    }
}
