package dev.denchi.api.store;

import dev.denchi.model.audit.AuditRow;
import dev.denchi.model.identifier.OperatorId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** Chains what happened into the logs: one replica at a time, all of a batch in one transaction. */
@Singleton
public class AuditSealing {
    /** Any number will do, as long as nothing else in this database uses it. */
    private static final long SEALER_LOCK = 0x64656e63686961L;

    private final Mutiny.SessionFactory sessions;
    private final TenantSessions tenants;

    /** Where a log ends. */
    public record End(OperatorId operator, long sequence, String sha256) {}

    private record Pending(long position, OperatorId operator, String entry) {}

    AuditSealing(Mutiny.SessionFactory sessions, TenantSessions tenants) {
        this.sessions = sessions;
        this.tenants = tenants;
    }

    /** Chains the oldest entries. @return how many; none when another replica is at it */
    public Uni<Integer> seal(int most) {
        return sessions.withTransaction((session, transaction) -> session.createNativeQuery(
                        "select pg_try_advisory_xact_lock(" + SEALER_LOCK + ")", Boolean.class)
                .getSingleResult()
                .flatMap(mine ->
                        mine ? sealLocked(session, most) : Uni.createFrom().item(0)));
    }

    /** The ends of logs that no checkpoint vouches for yet. */
    public Uni<List<End>> unsigned() {
        return sessions.withSession(session -> session.createNativeQuery(
                        "select operator_id, sequence, sha256 from passport.audit_unsigned()", Object[].class)
                .getResultList()
                .map(rows -> rows.stream().map(AuditSealing::end).toList()));
    }

    /** Keeps a signed checkpoint; a second one of the same row is as good as the first, and left out. */
    public Uni<Void> keep(End end, String token) {
        return tenants.of(
                end.operator(),
                session -> session.createNativeQuery("""
                        insert into passport.audit_checkpoint (operator_id, sequence, token)
                        values (:operator, :sequence, :token) on conflict do nothing""")
                        .setParameter("operator", end.operator().value())
                        .setParameter("sequence", end.sequence())
                        .setParameter("token", token)
                        .executeUpdate()
                        .replaceWithVoid());
    }

    private static Uni<Integer> sealLocked(Mutiny.Session session, int most) {
        return session.createNativeQuery(
                        "select position, operator_id, entry from passport.audit_oldest(:most)", Object[].class)
                .setParameter("most", most)
                .getResultList()
                .map(rows -> rows.stream().map(AuditSealing::pending).toList())
                .flatMap(pending -> pending.isEmpty()
                        ? Uni.createFrom().item(0)
                        : ends(session, pending).flatMap(ends -> move(session, pending, chained(pending, ends))));
    }

    private static Uni<Map<OperatorId, End>> ends(Mutiny.Session session, List<Pending> pending) {
        String[] operators = pending.stream()
                .map(entry -> entry.operator().value())
                .distinct()
                .toArray(String[]::new);
        return session.createNativeQuery(
                        "select operator_id, sequence, sha256 from passport.audit_ends(:operators)", Object[].class)
                .setParameter("operators", operators)
                .getResultList()
                .map(rows -> {
                    Map<OperatorId, End> ends = new HashMap<>();
                    rows.stream().map(AuditSealing::end).forEach(end -> ends.put(end.operator(), end));
                    return ends;
                });
    }

    private static List<AuditRow> chained(List<Pending> pending, Map<OperatorId, End> ends) {
        List<AuditRow> rows = new ArrayList<>();
        for (Pending each : pending) {
            End end = ends.getOrDefault(each.operator(), new End(each.operator(), 0, AuditRow.NOTHING_BEFORE));
            AuditRow row = AuditRow.following(end.sha256(), each.operator(), end.sequence() + 1, each.entry());
            ends.put(each.operator(), new End(each.operator(), row.sequence(), row.sha256()));
            rows.add(row);
        }
        return rows;
    }

    private static Uni<Integer> move(Mutiny.Session session, List<Pending> pending, List<AuditRow> rows) {
        return session.createNativeQuery("select passport.audit_sealed(:positions, :sequences, :hashes)", Long.class)
                .setParameter(
                        "positions", pending.stream().map(Pending::position).toArray(Long[]::new))
                .setParameter("sequences", rows.stream().map(AuditRow::sequence).toArray(Long[]::new))
                .setParameter("hashes", rows.stream().map(AuditRow::sha256).toArray(String[]::new))
                .getSingleResult()
                .map(Long::intValue);
    }

    private static Pending pending(Object[] row) {
        return new Pending(((Number) row[0]).longValue(), new OperatorId((String) row[1]), (String) row[2]);
    }

    private static End end(Object[] row) {
        return new End(new OperatorId((String) row[0]), ((Number) row[1]).longValue(), (String) row[2]);
    }
}
