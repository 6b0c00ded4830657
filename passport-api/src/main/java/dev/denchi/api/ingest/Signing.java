package dev.denchi.api.ingest;

import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.status.StatusPlace;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an operator is going to sign a record itself.
 *
 * @param key of the operator, by its id here
 * @param statusPlace the reserved place that the record is going to name, {@code null} for none
 */
record Signing(UUID key, @Nullable StatusPlace statusPlace) {

    /** @throws Rejected when either is not of its form */
    static Signing of(@Nullable String key, @Nullable String statusPlace) {
        return new Signing(key(key), statusPlace == null ? null : place(statusPlace));
    }

    private static UUID key(@Nullable String id) {
        try {
            return UUID.fromString(String.valueOf(id));
        } catch (IllegalArgumentException e) {
            throw Rejected.because(
                    ProblemType.MALFORMED_REQUEST,
                    "name the key that is going to sign in issuerKey, by its id at /v1/issuer-keys");
        }
    }

    private static StatusPlace place(String id) {
        return StatusPlace.parse(id)
                .orElseThrow(() -> Rejected.because(
                        ProblemType.MALFORMED_REQUEST,
                        "name the place in statusPlace by its id at /v1/status-places, not \"" + id + "\""));
    }
}
