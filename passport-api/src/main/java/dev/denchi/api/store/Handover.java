package dev.denchi.api.store;

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
     * An operator elsewhere.
     *
     * @param didDocument its keys as the package has them
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes that nobody compares
    public record ForeignOperator(Operator operator, String did, byte[] didDocument) {}

    /**
     * A version as the service before kept it.
     *
     * @param revocation when and why its operator revoked it, {@code null} while it stands
     */
    public record Taken(StoredRecord record, @Nullable Revocation revocation) {}

    /** A signed status list and its place among the lists. */
    public record SignedList(StatusLists.Id id, StatusLists.Signed signed) {}
}
