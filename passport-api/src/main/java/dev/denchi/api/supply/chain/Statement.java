package dev.denchi.api.supply.chain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is stated of a part in answer to a request that is not for a footprint.
 *
 * @param record the signed record that says it, {@code null} when there is none
 * @param content what is said besides, as JSON, {@code null} when nothing is
 */
public record Statement(@Nullable Signed record, @Nullable String content) {
    /** What is told when all was taken back. */
    public static final Statement NOTHING = new Statement(null, null);

    /** One version of a record, by the hash of its issuer-signed JWT. */
    public record Signed(UUID id, int version, String sha256) {}

    /** Whether another changes nothing after this one: it says the same, or is an older version of the same record. */
    public boolean standsBefore(Statement other) {
        return equals(other)
                || (record != null
                        && other.record != null
                        && record.id().equals(other.record.id())
                        && other.record.version() < record.version());
    }

    static @Nullable Signed signed(@Nullable UUID id, @Nullable Integer version, @Nullable String sha256) {
        return id == null || version == null || sha256 == null ? null : new Signed(id, version, sha256);
    }
}
