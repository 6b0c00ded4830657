package dev.denchi.api.store.handover;

import dev.denchi.api.store.audit.Submitter;
import dev.denchi.api.store.operator.ForeignOperator;
import dev.denchi.api.store.record.StoredRecord;
import dev.denchi.api.store.status.Revocation;
import dev.denchi.api.store.status.StatusLists;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an evidence package brings, judged and believed.
 *
 * @param by who took it over, for his operator
 * @param manifestSha256 of the manifest as it was signed
 * @param versions each record's oldest first
 * @param statusLists the signed lists of the package
 */
public record Handover(
        Submitter by,
        String manifestSha256,
        List<ForeignOperator> operators,
        List<Taken> versions,
        List<SignedList> statusLists,
        Instant at) {

    /**
     * A version as the service before kept it.
     *
     * @param revocation when and why its operator revoked it, {@code null} while it stands
     */
    public record Taken(StoredRecord record, @Nullable Revocation revocation) {}

    /** A signed status list and its place among the lists. */
    public record SignedList(StatusLists.Id id, StatusLists.Signed signed) {}
}
