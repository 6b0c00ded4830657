package dev.denchi.api.status;

import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.sign.Issuers;
import dev.denchi.api.store.status.Reservation;
import dev.denchi.api.store.status.ReservedPlace;
import dev.denchi.api.store.status.ReservedPlaces;
import dev.denchi.api.store.status.StatusPlace;
import dev.denchi.api.store.status.StatusPlaces;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.passport.Violation;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Gives out places in an operator's status lists before the records are signed that name them: each once, and for good. */
@Singleton
class ReservePlaces {
    private final ReservedPlaces reserved;
    private final StatusPlaces places;
    private final Issuers issuers;
    private final int most;
    private final Clock clock;

    ReservePlaces(ReservedPlaces reserved, StatusPlaces places, Issuers issuers, StatusConfig config, Clock clock) {
        this.reserved = reserved;
        this.places = places;
        this.issuers = issuers;
        this.most = config.reservedAtMost();
        this.clock = clock;
    }

    /** As many as are asked for, or none; the same request again has the same. */
    Uni<List<ReservedPlace>> reserve(Reservation request, int count) {
        return issuers.signsFor(request.operator())
                .invoke(signs -> requireSigner(signs, request.operator()))
                .chain(() -> reserved.answered(request))
                .flatMap(before -> before.isEmpty()
                        ? fresh(request, count)
                        : Uni.createFrom().item(before));
    }

    /** Those that no record uses yet. */
    Uni<List<ReservedPlace>> unused(OperatorId operator) {
        return reserved.unused(operator);
    }

    /** Asked before places are drawn, which nobody gets back, and again when they are kept. */
    private Uni<List<ReservedPlace>> fresh(Reservation request, int count) {
        return reserved.countUnused(request.operator())
                .invoke(unused -> ReservedPlaces.requireRoom(unused, count, most))
                .chain(() -> drawn(request.operator(), count))
                .flatMap(drawn -> reserved.keep(request, drawn, clock.instant().truncatedTo(ChronoUnit.MICROS), most));
    }

    private Uni<List<StatusPlace>> drawn(OperatorId operator, int count) {
        return Multi.createFrom()
                .range(0, count)
                .onItem()
                .transformToUniAndConcatenate(ignored -> places.next(operator))
                .collect()
                .asList();
    }

    private static void requireSigner(boolean signs, OperatorId operator) {
        if (!signs) {
            throw Rejected.invalid(
                    ProblemType.INVALID_REQUEST,
                    List.of(
                            new Violation(
                                    "",
                                    "service-signs-lists",
                                    "this service has no key that signs for " + operator
                                            + ", and could sign no list for its places; an administrator has one made at POST /v1/issuer-keys/rotation")));
        }
    }
}
