package dev.denchi.api.tenant;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Set;

/**
 * From when on a key signs nothing, and why.
 *
 * @param from a whole second, as the times of tokens are
 */
record KeyRevocation(Instant from, String reason) {
    /** As a JWK says it (OpenID Federation 1.1, historical keys). */
    private static final Set<String> REASONS = Set.of("compromised", "superseded", "unspecified");

    static KeyRevocation read(byte[] body, Instant now) {
        Members members = Members.of(body);
        String reason = members.required("reason", KeyRevocation::reason);
        Instant from = members.optional("from", Members::moment);
        if (from != null && from.isAfter(now)) {
            members.fault("from", "revocation-is-not-of-the-future", "from is " + from + ", now is " + now);
        }
        members.requireGood();
        return new KeyRevocation(
                Objects.requireNonNullElse(from, now).truncatedTo(ChronoUnit.SECONDS), Objects.requireNonNull(reason));
    }

    private static String reason(String text) {
        if (!REASONS.contains(text)) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is none of " + REASONS.stream().sorted().toList());
        }
        return text;
    }
}
