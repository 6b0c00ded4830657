package dev.denchi.api.status;

import dev.denchi.api.ingest.LifecycleEvent;
import dev.denchi.api.ingest.OwnVersion;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.audit.Submitter;
import dev.denchi.api.store.record.Revocations;
import dev.denchi.api.store.record.StoredRecord;
import dev.denchi.api.store.status.Revocation;
import dev.denchi.api.store.status.StatusPlace;
import dev.denchi.model.credential.RecordHeader;
import dev.denchi.model.identifier.RecordId;
import dev.denchi.model.passport.Violation;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Revokes a record: its operator stands by no version of it any more. A new version stands again, by itself. */
@Singleton
class RevokeRecord {
    private final OwnVersion own;
    private final Revocations revocations;
    private final Clock clock;

    /**
     * What became of it.
     *
     * @param isNew whether it was revoked by this request, and not before
     * @param untold the versions of it that no status list here tells about
     */
    record Revoked(RecordHeader header, Revocation revocation, boolean isNew, List<Integer> untold) {}

    RevokeRecord(OwnVersion own, Revocations revocations, Clock clock) {
        this.own = own;
        this.revocations = revocations;
        this.clock = clock;
    }

    Uni<Revoked> revoke(RecordId id, Submitter by, String ifMatch, String reason) {
        return own.of(id, by.operator())
                .invoke(current -> current.requireMatch(ifMatch, "read it and decide whether you stand by that one"))
                .flatMap(current -> current.isRevoked() ? before(current.record()) : now(current.record(), by, reason));
    }

    private Uni<Revoked> before(StoredRecord current) {
        return revoked(current, false);
    }

    private Uni<Revoked> now(StoredRecord current, Submitter by, String reason) {
        requirePlace(current);
        RecordHeader header = current.token().header();
        Revocation revocation =
                new Revocation(header.version(), clock.instant().truncatedTo(ChronoUnit.MICROS), reason);
        return revocations
                .keep(current, by, revocation, LifecycleEvent.revoked(current, revocation.at()))
                .chain(() -> revoked(current, true));
    }

    private Uni<Revoked> revoked(StoredRecord current, boolean isNew) {
        RecordHeader header = current.token().header();
        return revocations.of(header.id()).map(all -> {
            Set<Integer> told = all.stream().map(Revocation::version).collect(Collectors.toSet());
            List<Integer> untold = IntStream.rangeClosed(1, header.version())
                    .boxed()
                    .filter(version -> !told.contains(version))
                    .toList();
            return new Revoked(header, all.get(all.size() - 1), isNew, untold);
        });
    }

    /** Who has a copy of the token and not this service would never hear of it, and still be told by every check that it stands. */
    private static void requirePlace(StoredRecord current) {
        RecordHeader header = current.token().header();
        boolean hasPlace = header.status().stream()
                .anyMatch(entry -> StatusPlace.of(entry, current.operator()).isPresent());
        if (!hasPlace) {
            throw Rejected.invalid(
                    ProblemType.INVALID_REQUEST,
                    List.of(
                            new Violation(
                                    "",
                                    "record-has-a-place",
                                    "version " + header.version()
                                            + " names no place in a status list of this service, so that nobody who verifies it would hear of a revocation; "
                                            + "issue a version that names one (POST /v1/status-places, or have the service sign it) and revoke that one")));
        }
    }
}
