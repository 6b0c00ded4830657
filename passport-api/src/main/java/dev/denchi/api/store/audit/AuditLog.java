package dev.denchi.api.store.audit;

import dev.denchi.api.context.CallersContext;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.session.GroupCommit;
import dev.denchi.api.store.session.TenantSessions;
import dev.denchi.model.audit.AuditExport;
import dev.denchi.model.audit.AuditRow;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.identifier.RecordId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** The audit logs: what was read goes in here; what was written goes in with it, in its own transaction. */
@Singleton
public class AuditLog {
    private static final String STATEMENT = """
            with declared as materialized (select set_config('denchi.operators', $3, true))
            insert into passport.audit_pending (operator_id, entry)
            select t.operator_id, t.entry from declared, unnest($1::text[], $2::text[]) with ordinality as t (operator_id, entry, n)
            order by t.n
            """;

    private final Pool pool;
    private final TenantSessions tenants;
    private final GroupCommit<List<AuditEntry>> groups;

    /** A signed checkpoint of a log. */
    public record SignedCheckpoint(long sequence, String token) {}

    AuditLog(Pool pool, TenantSessions tenants) {
        this.pool = pool;
        this.tenants = tenants;
        this.groups = new GroupCommit<>(this::write);
    }

    /**
     * Completes when the entries are committed, in one transaction that all share who come at the same time; on the caller's own
     * context. Fails with {@link Rejected} when too many wait: what cannot be told is not done.
     */
    public Uni<Void> append(List<AuditEntry> entries) {
        return CallersContext.back(groups.add(entries))
                .onFailure(GroupCommit.QueueFull.class)
                .transform(full -> Rejected.because(
                        ProblemType.UNAVAILABLE,
                        "more reads wait to be told in the audit log than it can take; try again"));
    }

    /** A change by an operator, told in the transaction that makes it. */
    public static Uni<Void> tell(
            Mutiny.Session session, String action, Submitter by, Instant at, Map<String, Object> what) {
        return session.persist(AuditEntry.setting(by.operator(), action, by, at, what));
    }

    /** The rows of an operator's log behind {@code after}, in their order. */
    public Uni<List<AuditRow>> rows(OperatorId operator, long after, int most) {
        return tenants.of(
                operator,
                session -> session.createNativeQuery("""
                        select sequence, entry, sha256 from passport.audit_log
                        where operator_id = :operator and sequence > :after order by sequence limit :most""", Object[].class)
                        .setParameter("operator", operator.value())
                        .setParameter("after", after)
                        .setParameter("most", most)
                        .getResultList()
                        .map(rows -> rows.stream()
                                .map(row -> new AuditRow(
                                        operator, ((Number) row[0]).longValue(), (String) row[1], (String) row[2]))
                                .toList()));
    }

    /** What was written about one record, each row by itself with the hash before it, as lines of an export. */
    public Uni<List<Map<String, Object>>> excerpt(OperatorId operator, RecordId record) {
        return tenants.of(
                operator,
                session -> session.createNativeQuery("""
                        select sequence, entry, sha256, coalesce((select b.sha256 from passport.audit_log b
                          where b.operator_id = a.operator_id and b.sequence = a.sequence - 1), :nothing)
                        from passport.audit_log a where operator_id = :operator
                          and entry like '{"action":"record.%' and entry not like '{"action":"record.read"%'
                          and cast(entry as jsonb) #>> '{record,recordId}' = :record order by sequence""", Object[].class)
                        .setParameter("operator", operator.value())
                        .setParameter("record", record.toString())
                        .setParameter("nothing", AuditRow.NOTHING_BEFORE)
                        .getResultList()
                        .map(rows -> rows.stream()
                                .map(row -> AuditExport.excerpt(
                                        (String) row[3],
                                        new AuditRow(operator, ((Number) row[0]).longValue(), (String) row[1], (String)
                                                row[2])))
                                .toList()));
    }

    /** The checkpoints of rows behind {@code after}, up to {@code until}, in their order. */
    public Uni<List<SignedCheckpoint>> checkpoints(OperatorId operator, long after, long until) {
        return tenants.of(
                operator,
                session -> session.createNativeQuery("""
                        select sequence, token from passport.audit_checkpoint
                        where operator_id = :operator and sequence > :after and sequence <= :until order by sequence""", Object[].class)
                        .setParameter("operator", operator.value())
                        .setParameter("after", after)
                        .setParameter("until", until)
                        .getResultList()
                        .map(rows -> rows.stream()
                                .map(row -> new SignedCheckpoint(((Number) row[0]).longValue(), (String) row[1]))
                                .toList()));
    }

    private Uni<Void> write(List<List<AuditEntry>> groupsOfEntries) {
        List<AuditEntry> entries =
                groupsOfEntries.stream().flatMap(List::stream).toList();
        Tuple parameters = Tuple.tuple()
                .addArrayOfString(
                        entries.stream().map(entry -> entry.operator().value()).toArray(String[]::new))
                .addArrayOfString(entries.stream().map(AuditEntry::json).toArray(String[]::new))
                .addString(TenantSessions.text(
                        entries.stream().map(AuditEntry::operator).toList()));
        return pool.preparedQuery(STATEMENT).execute(parameters).replaceWithVoid();
    }
}
