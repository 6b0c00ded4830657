package dev.denchi.api.store.lineage;

import dev.denchi.model.identifier.RecordId;
import dev.denchi.model.lot.RecycledContentClaim;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A claim as its operator states it now.
 *
 * @param lots those that it draws on
 * @param last what was found of it last, {@code null} before it was ever judged
 * @param flaggedAt when something behind it was last stated anew, {@code null} when nothing was since this version
 */
public record StatedClaim(
        RecordId id,
        RecycledContentClaim.Id name,
        int version,
        String sha256,
        List<RecordId> lots,
        @Nullable Verdict last,
        @Nullable Instant flaggedAt) {

    /**
     * What was found of a claim.
     *
     * @param number from 1, without gaps
     * @param recordVersion the version that was judged
     * @param behindSha256 over the hashes of all that was behind it
     */
    public record Verdict(int number, int recordVersion, String state, String behindSha256, Instant judgedAt) {}
}
