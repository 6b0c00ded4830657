package dev.denchi.model.credential;

import dev.denchi.model.identifier.RecordId;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.passport.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What every reader sees of a record.
 *
 * @param issuer the DID of the operator that says it
 * @param version 1 for the first
 * @param previousSha256 the hash of the version before, {@code null} for the first: see {@link RecordToken#sha256()}
 * @param issuedAt when it was signed, to the second
 */
public record RecordHeader(
        RecordId id,
        RecordKind kind,
        Subject subject,
        String issuer,
        int version,
        @Nullable String previousSha256,
        Instant issuedAt) {}
