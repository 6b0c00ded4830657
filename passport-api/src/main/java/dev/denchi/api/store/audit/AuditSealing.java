package dev.denchi.api.store.audit;

import dev.denchi.api.store.session.OneReplica;
import dev.denchi.api.store.session.TenantSessions;
import dev.denchi.model.audit.AuditRow;
import dev.denchi.model.identifier.OperatorId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Chains what happened into the logs: one replica at a time, all of a batch in one transaction. What is asked again and again
 * leaves Hibernate aside (docs/decisions: hibernate-reactive-and-one-native-statement).
 */
@Singleton
public class AuditSealing {
    /** Any number will do, as long as nothing else in this database uses it. */
    private static final long SEALER_LOCK = 0x64656e63686961L;

    private static final String OLDEST = "select position, operator_id, entry from passport.audit_oldest($1)";
    private static final String ENDS = "select operator_id, sequence, sha256 from passport.audit_ends($1)";
    private static final String UNSIGNED = "select operator_id, sequence, sha256 from passport.audit_unsigned()";
    private static final String SEALED = "select passport.audit_sealed($1, $2, $3)";

    private final Pool pool;

    private final TenantSessions tenants;

    /** Where a log ends. */
    public record End(OperatorId operator, long sequence, String sha256) {}

    private record Pending(long position, OperatorId operator, String entry) {}

    AuditSealing(Pool pool, TenantSessions tenants) {
        this.pool = pool;
        this.tenants = tenants;
    }

    /** Chains the oldest entries. @return how many; none when another replica is at it */
    public Uni<Integer> seal(int most) {
        return OneReplica.works(pool, SEALER_LOCK, connection -> sealLocked(connection, most));
    }

    /** The ends of logs that no checkpoint vouches for yet. */
    public Uni<List<End>> unsigned() {
        return pool.preparedQuery(UNSIGNED).execute().map(AuditSealing::ends);
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

    private static Uni<Integer> sealLocked(SqlConnection connection, int most) {
        return connection
                .preparedQuery(OLDEST)
                .execute(Tuple.of(most))
                .map(AuditSealing::pending)
                .flatMap(pending -> pending.isEmpty()
                        ? Uni.createFrom().item(0)
                        : ends(connection, pending).flatMap(ends -> move(connection, pending, chained(pending, ends))));
    }

    private static List<Pending> pending(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Pending(
                        row.getLong("position"), new OperatorId(row.getString("operator_id")), row.getString("entry")))
                .toList();
    }

    private static Uni<Map<OperatorId, End>> ends(SqlConnection connection, List<Pending> pending) {
        String[] operators = pending.stream()
                .map(entry -> entry.operator().value())
                .distinct()
                .toArray(String[]::new);
        return connection
                .preparedQuery(ENDS)
                .execute(Tuple.tuple().addArrayOfString(operators))
                .map(rows -> ends(rows).stream().collect(Collectors.toMap(End::operator, Function.identity())));
    }

    private static List<End> ends(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new End(
                        new OperatorId(row.getString("operator_id")), row.getLong("sequence"), row.getString("sha256")))
                .toList();
    }

    private static List<AuditRow> chained(List<Pending> pending, Map<OperatorId, End> known) {
        Map<OperatorId, End> ends = new HashMap<>(known);
        List<AuditRow> rows = new ArrayList<>();
        for (Pending each : pending) {
            End end = ends.getOrDefault(each.operator(), new End(each.operator(), 0, AuditRow.NOTHING_BEFORE));
            AuditRow row = AuditRow.following(end.sha256(), each.operator(), end.sequence() + 1, each.entry());
            ends.put(each.operator(), new End(each.operator(), row.sequence(), row.sha256()));
            rows.add(row);
        }
        return rows;
    }

    private static Uni<Integer> move(SqlConnection connection, List<Pending> pending, List<AuditRow> rows) {
        return connection
                .preparedQuery(SEALED)
                .execute(Tuple.tuple()
                        .addArrayOfLong(pending.stream().map(Pending::position).toArray(Long[]::new))
                        .addArrayOfLong(rows.stream().map(AuditRow::sequence).toArray(Long[]::new))
                        .addArrayOfString(rows.stream().map(AuditRow::sha256).toArray(String[]::new)))
                .map(moved -> Math.toIntExact(moved.iterator().next().getLong(0)));
    }
}
