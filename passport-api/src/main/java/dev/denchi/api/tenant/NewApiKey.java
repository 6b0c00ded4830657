package dev.denchi.api.tenant;

import dev.denchi.api.access.Caller;
import dev.denchi.api.access.KeyHash;
import dev.denchi.api.store.operator.ApiKey;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A new API key: the text that its maker sees once, and what is kept of it. */
record NewApiKey(String key, ApiKey kept) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 32;

    /** So that a scanner for leaked secrets, and whoever finds one, knows whose it is. */
    private static final String PREFIX = "denchi_";

    private static final Duration LONGEST_OVERLAP = Duration.ofDays(7);

    /** A key with its maker's own role and operator: nobody hands out more than he has. */
    static NewApiKey read(byte[] body, Caller maker, Instant now, Duration longest) {
        Members members = Members.of(body);
        String name = members.required("name", Members::name);
        boolean administrator = members.flag("administrator");
        Instant last = now.plus(longest);
        Instant expiresAt = members.optional("expiresAt", Members::moment);
        if (expiresAt != null && (!expiresAt.isAfter(now) || expiresAt.isAfter(last))) {
            members.fault("expiresAt", "api-key-expires", "a key expires after " + now + " and by " + last);
        }
        members.requireGood();
        return of(maker, Objects.requireNonNull(name), administrator, now, Objects.requireNonNullElse(expiresAt, last));
    }

    /** How long the old key works beside the new one, as a rotation asks for. */
    static Duration overlap(byte[] body) {
        Members members = Members.of(body);
        Duration overlap = members.required("overlap", NewApiKey::duration);
        members.requireGood();
        return Objects.requireNonNull(overlap);
    }

    /** The key that takes the place of {@code old}, and lives as long from now on as keys do. */
    static NewApiKey inPlaceOf(ApiKey old, Caller maker, Instant now, Duration longest) {
        return of(maker, old.name(), old.administrator(), now, now.plus(longest));
    }

    private static NewApiKey of(
            Caller maker, String name, boolean administrator, Instant now, @Nullable Instant expiresAt) {
        byte[] bytes = new byte[KEY_BYTES];
        RANDOM.nextBytes(bytes);
        String key = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return new NewApiKey(
                key,
                new ApiKey(
                        UUID.randomUUID(),
                        KeyHash.of(key),
                        maker.administeredOperator(),
                        name,
                        maker.role().name(),
                        administrator,
                        now,
                        expiresAt,
                        null,
                        null));
    }

    private static Duration duration(String text) {
        Duration overlap = text.matches("P[0-9DTHMS]{2,12}") ? Duration.parse(text) : Duration.ofNanos(-1);
        if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
            throw new IllegalArgumentException("\"" + text + "\" is no duration from PT0S to P7D");
        }
        return overlap;
    }
}
