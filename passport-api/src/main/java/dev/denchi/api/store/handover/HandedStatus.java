package dev.denchi.api.store.handover;

import dev.denchi.api.store.audit.PendingAuditRow;
import dev.denchi.api.store.handover.Handover.SignedList;
import dev.denchi.api.store.handover.Handover.Taken;
import dev.denchi.api.store.record.RecordRow;
import dev.denchi.api.store.status.Revocation;
import dev.denchi.api.store.status.StatusPlace;
import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.status.StatusPurpose;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The status of what is taken over: the bits and the signed lists of the service before, at the places that the tokens name. */
final class HandedStatus {
    private HandedStatus() {}

    /** As it was told there: the version before is superseded, and this one is revoked when it was. */
    static Uni<?> told(Mutiny.Session session, Taken taken, Handover handover) {
        var header = taken.record().token().header();
        Uni<?> superseded = header.version() == 1
                ? Uni.createFrom().voidItem()
                : session.find(RecordRow.class, new RecordRow.Key(header.id().uuid(), header.version() - 1))
                        .flatMap(before -> bit(
                                session,
                                new StatusBit(
                                        before.withoutDisclosures(), StatusPurpose.REFRESH, header.issuedAt(), null),
                                taken.record().operator()));
        Revocation revocation = taken.revocation();
        return revocation == null
                ? superseded
                : superseded.chain(() -> bit(
                                session,
                                new StatusBit(
                                        taken.record().token(),
                                        StatusPurpose.REVOCATION,
                                        revocation.at(),
                                        revocation.reason()),
                                taken.record().operator())
                        .chain(() -> session.createNativeQuery(
                                        "update passport.record_head set revoked_at = :at where record_id = :id and version = :version and revoked_at is null")
                                .setParameter("at", revocation.at())
                                .setParameter("id", header.id().uuid())
                                .setParameter("version", header.version())
                                .executeUpdate())
                        .flatMap(changed -> changed == 1
                                ? session.persist(new PendingAuditRow(HandedEntry.revokedElsewhere(taken, handover)))
                                : Uni.createFrom().voidItem()));
    }

    private static Uni<?> bit(Mutiny.Session session, StatusBit bit, OperatorId operator) {
        return Handovers.sum(
                bit.places(operator),
                place -> segment(session, operator, place.segment())
                        .chain(() -> session.createNativeQuery("""
                                insert into passport.status_bit (operator_id, segment, purpose, place, record_id, version, set_at, reason)
                                values (:operator, :segment, :purpose, :place, :id, :version, :at, nullif(:reason, '')) on conflict do nothing""")
                                .setParameter("operator", operator.value())
                                .setParameter("segment", place.segment())
                                .setParameter("purpose", bit.purpose().label())
                                .setParameter("place", place.index())
                                .setParameter("id", bit.token().header().id().uuid())
                                .setParameter("version", bit.token().header().version())
                                .setParameter("at", bit.at())
                                .setParameter("reason", Objects.requireNonNullElse(bit.reason(), ""))
                                .executeUpdate()));
    }

    static Uni<Integer> list(Mutiny.Session session, SignedList list) {
        return segment(session, list.id().operator(), list.id().segment())
                .chain(() -> session.createNativeQuery("""
                                insert into passport.status_list (operator_id, segment, purpose, valid_from, bits_set, valid_until, token)
                                values (:operator, :segment, :purpose, :from, :bits, :until, :token) on conflict do nothing""")
                        .setParameter("operator", list.id().operator().value())
                        .setParameter("segment", list.id().segment())
                        .setParameter("purpose", list.id().purpose().label())
                        .setParameter("from", list.signed().validFrom())
                        .setParameter("bits", list.signed().bitsSet())
                        .setParameter("until", list.signed().validUntil())
                        .setParameter("token", list.signed().token())
                        .executeUpdate());
    }

    private static Uni<Integer> segment(Mutiny.Session session, OperatorId operator, String segment) {
        return session.createNativeQuery(
                        "insert into passport.status_segment (operator_id, segment) values (:operator, :segment) on conflict do nothing")
                .setParameter("operator", operator.value())
                .setParameter("segment", segment)
                .executeUpdate();
    }

    private record StatusBit(
            RecordToken token,
            StatusPurpose purpose,
            Instant at,
            @Nullable String reason) {

        /** None when the token names no list of a service like this. */
        List<StatusPlace> places(OperatorId operator) {
            return token.header().status().stream()
                    .filter(entry -> entry.purpose() == purpose)
                    .flatMap(entry -> StatusPlace.of(entry, operator).stream())
                    .toList();
        }
    }
}
