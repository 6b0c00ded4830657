package dev.denchi.model.credential;

import dev.denchi.model.identifier.RecordId;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.passport.Subject;
import dev.denchi.model.status.StatusEntry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every reader sees of a record.
 *
 * @param issuer the DID of the operator that says it
 * @param version 1 for the first
 * @param previousSha256 the hash of the version before, {@code null} for the first: see {@link RecordToken#sha256()}
 * @param issuedAt when it was signed, to the second
 * @param status where it will be said that it does not stand any more; empty when nowhere
 */
public record RecordHeader(
        RecordId id,
        RecordKind kind,
        Subject subject,
        String issuer,
        int version,
        @Nullable String previousSha256,
        Instant issuedAt,
        List<StatusEntry> status) {

    public RecordHeader {
        status = List.copyOf(status);
    }

    /** One whose status is said nowhere. */
    public RecordHeader(
            RecordId id,
            RecordKind kind,
            Subject subject,
            String issuer,
            int version,
            @Nullable String previousSha256,
            Instant issuedAt) {
        this(id, kind, subject, issuer, version, previousSha256, issuedAt, List.of());
    }

    /** The same, with its status said there. */
    public RecordHeader withStatus(List<StatusEntry> entries) {
        return new RecordHeader(id, kind, subject, issuer, version, previousSha256, issuedAt, entries);
    }
}
