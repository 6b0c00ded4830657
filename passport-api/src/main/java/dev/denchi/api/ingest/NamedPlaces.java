package dev.denchi.api.ingest;

import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.sign.ServiceAddress;
import dev.denchi.api.store.status.PlaceUsed;
import dev.denchi.api.store.status.ReservedPlace;
import dev.denchi.api.store.status.ReservedPlaces;
import dev.denchi.api.store.status.StatusPlace;
import dev.denchi.model.credential.RecordHeader;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.passport.Violation;
import dev.denchi.model.status.StatusEntry;
import dev.denchi.model.status.StatusPurpose;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The places in status lists that records name which operators sign themselves: none, in lists elsewhere, or one that was reserved for it here. */
@Singleton
class NamedPlaces {
    private static final String RESERVE = "POST /v1/status-places gives places out";

    private final ReservedPlaces reserved;
    private final URI publicUrl;

    NamedPlaces(ReservedPlaces reserved, ServiceAddress address) {
        this.reserved = reserved;
        this.publicUrl = address.publicUrl();
    }

    /** What is wrong with the place that a token names. A token without one is as right as one that names lists of its operator's own. */
    Uni<List<Violation>> violations(RecordHeader said, OperatorId operator) {
        if (said.status().stream().noneMatch(this::seemsOurs)) {
            return Uni.createFrom().item(List.of());
        }
        List<Violation> misnamed = misnamed(said.status(), operator);
        return misnamed.isEmpty()
                ? reserved.find(operator, place(said, operator).orElseThrow())
                        .map(found -> unfit(found, said, operator))
                : Uni.createFrom().item(misnamed);
    }

    /** The place in this operator's lists here that a token names, when nothing is wrong with it. */
    static Optional<StatusPlace> place(RecordHeader said, OperatorId operator) {
        return said.status().stream()
                .flatMap(entry -> StatusPlace.of(entry, operator).stream())
                .findFirst();
    }

    /**
     * The entries to put into a token that is going to be signed.
     *
     * @param place {@code null} for a record without a place
     * @return fails with {@link Rejected} when it is not the operator's, or is used
     */
    Uni<List<StatusEntry>> entries(OperatorId operator, @Nullable StatusPlace place) {
        return place == null
                ? Uni.createFrom().item(List.of())
                : reserved.find(operator, place)
                        .invoke(found -> requireFree(found, place, operator))
                        .map(found -> place.entries(publicUrl, operator));
    }

    /** Who was kept first has the place; everybody else is told. */
    static Throwable taken(Throwable placeUsed) {
        return placeUsed instanceof PlaceUsed
                ? Rejected.invalid(
                        ProblemType.INVALID_TOKEN,
                        List.of(violation(
                                "the place that credentialStatus names was used by another version meanwhile; "
                                        + RESERVE)))
                : placeUsed;
    }

    private static void requireFree(@Nullable ReservedPlace found, StatusPlace place, OperatorId operator) {
        if (found == null || found.usedBy() != null) {
            throw Rejected.because(
                    ProblemType.NOT_FOUND,
                    operator + " has no unused place " + place.id() + " in its status lists; " + RESERVE
                            + ", and GET lists those that are unused");
        }
    }

    /** What it would be mistaken for: it stands at this host, or where a service like this has its lists. */
    private boolean seemsOurs(StatusEntry entry) {
        return StatusPlace.isAddress(entry.list())
                || publicUrl.getHost().equalsIgnoreCase(entry.list().getHost())
                        && publicUrl.getPort() == entry.list().getPort();
    }

    private List<Violation> misnamed(List<StatusEntry> entries, OperatorId operator) {
        List<Violation> violations = new ArrayList<>();
        for (StatusEntry entry : entries) {
            boolean isOurs = StatusPlace.of(entry, operator)
                    .filter(place -> place.entries(publicUrl, operator).contains(entry))
                    .isPresent();
            if (!isOurs) {
                violations.add(violation("credentialStatus names " + entry.list() + " for "
                        + entry.purpose().label() + ", which is no such list of "
                        + operator + " here; leave it out, name a list of your own, or take both entries of a place: "
                        + RESERVE));
            }
        }
        long places = entries.stream()
                .flatMap(entry -> StatusPlace.of(entry, operator).stream())
                .distinct()
                .count();
        if (violations.isEmpty() && (places > 1 || entries.size() < StatusPurpose.values().length)) {
            violations.add(violation("credentialStatus names "
                    + (places > 1
                            ? "two places"
                            : "a place for " + entries.get(0).purpose().label() + " alone")
                    + "; a version has one place, the same for revocation and for refresh, and names it for both"));
        }
        return violations;
    }

    private static List<Violation> unfit(@Nullable ReservedPlace found, RecordHeader said, OperatorId operator) {
        if (found == null) {
            String id = place(said, operator).map(StatusPlace::id).orElse("");
            return List.of(violation("the place " + id + " was not reserved for " + operator + "; " + RESERVE));
        }
        return found.isFor(said)
                ? List.of()
                : List.of(violation("the place " + found.place().id() + " is that of version " + found.version()
                        + " of record " + found.usedBy() + ", and each version has one of its own; " + RESERVE));
    }

    private static Violation violation(String message) {
        return new Violation("/credentialStatus", "token-status", message);
    }
}
