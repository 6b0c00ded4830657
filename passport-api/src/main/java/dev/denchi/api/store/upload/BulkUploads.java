package dev.denchi.api.store.upload;

import dev.denchi.api.store.session.TenantSessions;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.passport.RecordKind;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The uploads of many records: begun, counted, ended; each seen by its own operator alone. */
@Singleton
public class BulkUploads {
    /** A key that is there already is continued by a new sending, unless it belongs to another kind. */
    private static final String BEGIN = """
            insert into passport.bulk as b
              (id, operator_id, key, kind, sending, state, accepted, repeated, refused, started_at, updated_at)
            values (:id, :operator, :key, :kind, 1, 'running', 0, 0, 0, now(), now())
            on conflict (operator_id, key) do update
              set sending = b.sending + 1, state = 'running', reason = null, accepted = 0, repeated = 0, refused = 0, updated_at = now()
              where b.kind = excluded.kind
            returning *
            """;

    /** Counts and lines go together, and only while no newer sending has taken over. */
    private static final String NOTE = """
            with given as (
              select * from jsonb_to_recordset(cast(cast(:lines as text) as jsonb)) as l(line bigint, status text, record_id uuid, problem text)),
            mine as (
              update passport.bulk set updated_at = now(),
                accepted = accepted + (select count(*) from given where status = 'accepted'),
                repeated = repeated + (select count(*) from given where status = 'repeated'),
                refused = refused + (select count(*) from given where status = 'refused')
              where id = :id and sending = :sending returning id)
            insert into passport.bulk_line (bulk_id, line, status, record_id, problem)
            select mine.id, given.line, given.status, given.record_id, given.problem from mine, given
            on conflict (bulk_id, line) do update
              set status = excluded.status, record_id = excluded.record_id, problem = excluded.problem
            """;

    private static final String END = """
            update passport.bulk set state = :state, reason = nullif(:reason, ''), updated_at = now()
            where id = :id and sending = :sending
            """;

    private static final String PAGE = """
            from BulkLineRow where key.bulkId = :id and key.line > :after and (cast(:status as string) is null or status = :status)
            order by key.line
            """;

    private final TenantSessions tenants;

    BulkUploads(TenantSessions tenants) {
        this.tenants = tenants;
    }

    /** Begins or continues an upload; {@code null} when the key belongs to an upload of another kind. */
    public Uni<BulkUpload> begin(UUID id, OperatorId operator, String key, RecordKind kind) {
        return tenants.of(
                operator,
                session -> session.createNativeQuery(BEGIN, BulkRow.class)
                        .setParameter("id", id)
                        .setParameter("operator", operator.value())
                        .setParameter("key", key)
                        .setParameter("kind", kind.label())
                        .getSingleResultOrNull()
                        .map(row -> row == null ? null : row.toDomain()));
    }

    /**
     * Notes what became of some lines.
     *
     * @param lines JSON array of objects with line, status, record_id and problem
     * @return whether they were noted; not when a newer sending has taken over
     */
    public Uni<Boolean> note(BulkUpload upload, String lines) {
        return tenants.of(
                upload.operator(),
                session -> session.createNativeQuery(NOTE)
                        .setParameter("id", upload.id())
                        .setParameter("sending", upload.sending())
                        .setParameter("lines", lines)
                        .executeUpdate()
                        .map(noted -> noted > 0));
    }

    /** Ends a sending, unless a newer one has taken over. */
    public Uni<Void> end(BulkUpload upload, BulkUpload.State state, @Nullable String reason) {
        return tenants.of(
                        upload.operator(),
                        session -> session.createNativeQuery(END)
                                .setParameter("id", upload.id())
                                .setParameter("sending", upload.sending())
                                .setParameter("state", state.name().toLowerCase(Locale.ROOT))
                                .setParameter("reason", reason == null ? "" : reason)
                                .executeUpdate())
                .replaceWithVoid();
    }

    /** Forgets the lines behind the last: an earlier sending was longer. */
    public Uni<Void> forgetAfter(BulkUpload upload, long lastLine) {
        return tenants.of(
                        upload.operator(),
                        session -> session.createMutationQuery(
                                        "delete from BulkLineRow where key.bulkId = :id and key.line > :last")
                                .setParameter("id", upload.id())
                                .setParameter("last", lastLine)
                                .executeUpdate())
                .replaceWithVoid();
    }

    /** {@code null} when the operator has no such upload. */
    public Uni<BulkUpload> find(OperatorId operator, UUID id) {
        return tenants.of(
                operator,
                session -> session.createSelectionQuery(
                                "from BulkRow where id = :id and operatorId = :operator", BulkRow.class)
                        .setParameter("id", id)
                        .setParameter("operator", operator.value())
                        .getSingleResultOrNull()
                        .map(row -> row == null ? null : row.toDomain()));
    }

    /**
     * The operator's uploads, newest first.
     *
     * @param key only the upload with this key, {@code null} for all
     */
    public Uni<List<BulkUpload>> page(OperatorId operator, @Nullable String key, int offset, int limit) {
        return tenants.of(
                operator,
                session -> session.createSelectionQuery(
                                "from BulkRow where operatorId = :operator and (cast(:key as string) is null or key = :key) order by startedAt desc, id",
                                BulkRow.class)
                        .setParameter("operator", operator.value())
                        .setParameter("key", key)
                        .setFirstResult(offset)
                        .setMaxResults(limit)
                        .getResultList()
                        .map(rows -> rows.stream().map(BulkRow::toDomain).toList()));
    }

    /** What became of the lines behind {@code after}, in the order of the file. */
    public Uni<List<BulkLine>> lines(BulkUpload upload, long after, BulkLine.@Nullable Status status, int limit) {
        return tenants.of(
                upload.operator(),
                session -> session.createSelectionQuery(PAGE, BulkLineRow.class)
                        .setParameter("id", upload.id())
                        .setParameter("after", after)
                        .setParameter(
                                "status", status == null ? null : status.name().toLowerCase(Locale.ROOT))
                        .setMaxResults(limit)
                        .getResultList()
                        .map(rows -> rows.stream().map(BulkLineRow::toDomain).toList()));
    }
}
