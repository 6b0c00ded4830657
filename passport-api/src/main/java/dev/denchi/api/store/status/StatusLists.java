package dev.denchi.api.store.status;

import dev.denchi.api.store.session.TenantSessions;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.status.StatusPurpose;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The status lists: which bits are set, and every list that was signed. */
@Singleton
public class StatusLists {
    private final Mutiny.SessionFactory sessions;
    private final TenantSessions tenants;

    /** Which list. */
    public record Id(OperatorId operator, String segment, StatusPurpose purpose) {}

    /**
     * A list as its operator signed it.
     *
     * @param bitsSet how many bits are set in it; none is ever taken back
     * @param token the JWT exactly as signed
     */
    public record Signed(Instant validFrom, Instant validUntil, int bitsSet, String token) {}

    StatusLists(Mutiny.SessionFactory sessions, TenantSessions tenants) {
        this.sessions = sessions;
        this.tenants = tenants;
    }

    /** How many bits are set; {@code null} when there is no such list. */
    public Uni<Integer> bitsSet(Id list) {
        return sessions.withSession(session -> session.createNativeQuery("""
                        select (select count(*) from passport.status_bit b where b.operator_id = s.operator_id
                          and b.segment = s.segment and b.purpose = :purpose)
                        from passport.status_segment s where s.operator_id = :operator and s.segment = :segment""", Long.class)
                .setParameter("operator", list.operator().value())
                .setParameter("segment", list.segment())
                .setParameter("purpose", list.purpose().label())
                .getSingleResultOrNull()
                .map(count -> count == null ? null : count.intValue()));
    }

    /** The places of the bits that are set. */
    public Uni<List<Integer>> places(Id list) {
        return sessions.withSession(session -> session.createSelectionQuery("""
                        select key.place from StatusBitRow where key.operatorId = :operator and key.segment = :segment
                          and key.purpose = :purpose""", Integer.class)
                .setParameter("operator", list.operator().value())
                .setParameter("segment", list.segment())
                .setParameter("purpose", list.purpose().label())
                .getResultList());
    }

    /** The list that was signed last until then; {@code null} when none was. */
    public Uni<Signed> signedUntil(Id list, Instant moment) {
        return sessions.withSession(session -> session.createNativeQuery("""
                        select valid_from, valid_until, bits_set, token from passport.status_list
                        where operator_id = :operator and segment = :segment and purpose = :purpose and valid_from <= :moment
                        order by valid_from desc, bits_set desc limit 1""", Object[].class)
                .setParameter("operator", list.operator().value())
                .setParameter("segment", list.segment())
                .setParameter("purpose", list.purpose().label())
                .setParameter("moment", moment)
                .getSingleResultOrNull()
                .map(StatusLists::signed));
    }

    /** Keeps a list for good. Another replica may have signed the same at the same second; one of the two is kept. */
    public Uni<Void> keep(Id list, Signed signed) {
        return tenants.of(
                list.operator(),
                session -> session.createNativeQuery("""
                        insert into passport.status_list (operator_id, segment, purpose, valid_from, bits_set, valid_until, token)
                        values (:operator, :segment, :purpose, :from, :bits, :until, :token) on conflict do nothing""")
                        .setParameter("operator", list.operator().value())
                        .setParameter("segment", list.segment())
                        .setParameter("purpose", list.purpose().label())
                        .setParameter("from", signed.validFrom())
                        .setParameter("bits", signed.bitsSet())
                        .setParameter("until", signed.validUntil())
                        .setParameter("token", signed.token())
                        .executeUpdate()
                        .replaceWithVoid());
    }

    private static @Nullable Signed signed(Object @Nullable [] row) {
        return row == null
                ? null
                : new Signed(
                        ((OffsetDateTime) row[0]).toInstant(),
                        ((OffsetDateTime) row[1]).toInstant(),
                        ((Number) row[2]).intValue(),
                        (String) row[3]);
    }
}
