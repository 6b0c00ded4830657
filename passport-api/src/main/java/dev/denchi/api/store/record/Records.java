package dev.denchi.api.store.record;

import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.audit.PendingAuditRow;
import dev.denchi.api.store.lot.LineageChange;
import dev.denchi.api.store.lot.LotsMoved;
import dev.denchi.api.store.outbox.OutboxRow;
import dev.denchi.api.store.session.GroupCommit;
import dev.denchi.api.store.session.SqlState;
import dev.denchi.api.store.session.TenantSessions;
import dev.denchi.api.store.status.PlaceUsed;
import dev.denchi.api.store.status.ReservedPlaces;
import dev.denchi.api.store.status.StatusBitRow;
import dev.denchi.api.store.status.StatusPlace;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.identifier.ProductIdentifier;
import dev.denchi.model.identifier.RecordId;
import dev.denchi.model.passport.Subject;
import dev.denchi.model.status.StatusPurpose;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** The records: kept once and for good, found by id and by subject. */
@Singleton
public class Records {
    private static final String LINEAGE =
            "select cast(passport.change_lineage(cast(cast(:changes as text) as json)) as text)";

    private final Mutiny.SessionFactory sessions;
    private final TenantSessions tenants;
    private final FirstVersions firstVersions;
    private final HeadNews news;

    Records(Mutiny.SessionFactory sessions, TenantSessions tenants, FirstVersions firstVersions, HeadNews news) {
        this.sessions = sessions;
        this.tenants = tenants;
        this.firstVersions = firstVersions;
        this.news = news;
    }

    /**
     * Keeps a first version: all that belongs to it, or nothing.
     *
     * @return fails with {@link AlreadyThere} when its subject, product identifier or idempotency key was used before, with {@link
     *     LotsMoved} when lots are not as they were when it was judged, with {@link PlaceUsed} when its place in a status list is taken
     */
    public Uni<Void> keep(NewRecord record) {
        return firstVersions
                .keep(record)
                .invoke(() -> news.changedHere(record.token().header().subject()))
                .onFailure(LotsMoved::isTold)
                .transform(LotsMoved::new)
                .onFailure(SqlState::isDuplicate)
                .transform(AlreadyThere::new)
                .onFailure(GroupCommit.QueueFull.class)
                .transform(full -> Rejected.because(ProblemType.UNAVAILABLE, full.getMessage() + "; try again"));
    }

    /**
     * Keeps first versions that belong together: all of them, or none.
     *
     * @return fails as {@link #keep} does
     */
    public Uni<Void> keepTogether(List<NewRecord> together) {
        return firstVersions
                .keepTogether(together)
                .invoke(() -> together.forEach(
                        record -> news.changedHere(record.token().header().subject())))
                .onFailure(SqlState::isDuplicate)
                .transform(AlreadyThere::new);
    }

    /**
     * Keeps a later version, if {@code record} still follows the current one.
     *
     * @return fails with {@link Rejected} (stale version) when another version came first, with {@link AlreadyThere} when the
     *     idempotency key was used before, with {@link LotsMoved} when lots are not as they were when it was judged, with {@link
     *     PlaceUsed} when its place in a status list is taken
     */
    public Uni<Void> keepNext(NewRecord record) {
        var header = record.token().header();
        return tenants.of(
                        record.operators(),
                        session -> session.createMutationQuery(
                                        "update HeadRow set version = :next, revokedAt = null where recordId = :id and version = :next - 1")
                                .setParameter("next", header.version())
                                .setParameter("id", header.id().uuid())
                                .executeUpdate()
                                .invoke(Records::requireOne)
                                .call(() -> Projections.next(session, record))
                                .call(() -> supersede(session, record))
                                .call(() -> session.persistAll(rowsOf(record)))
                                .call(() -> usePlace(session, record))
                                .call(() -> changeLineage(session, record))
                                .call(() -> DocumentPins.keep(session, record.operator(), record.token())))
                .invoke(() -> news.changedHere(header.subject()))
                .onFailure(LotsMoved::isTold)
                .transform(LotsMoved::new)
                .onFailure(SqlState::isDuplicate)
                .transform(AlreadyThere::new)
                .replaceWithVoid();
    }

    /** The current version of a record; {@code null} when there is none. */
    public Uni<Head> head(RecordId id) {
        return sessions.withSession(
                session -> session.createSelectionQuery("from HeadRow where recordId = :id", HeadRow.class)
                        .setParameter("id", id.uuid())
                        .getSingleResultOrNull()
                        .map(row -> row == null ? null : row.toDomain()));
    }

    /** The current versions of those subjects that have a record. */
    public Uni<List<Head>> heads(Collection<Subject> subjects) {
        Object[] ids = subjects.stream().map(Subject::value).toArray();
        return sessions.withSession(session -> session.find(HeadRow.class, ids)
                .map(rows -> rows.stream()
                        .filter(Objects::nonNull)
                        .map(HeadRow::toDomain)
                        .toList()));
    }

    /** The versions that were current at a moment, of those subjects that had a record then, in the order of the subjects. */
    public Uni<List<Head>> headsAt(List<Subject> subjects, Instant at) {
        return sessions.withSession(session -> session.createSelectionQuery("""
                        select r.subject, r.key.recordId, r.key.version, r.operatorId,
                          case when exists (select 1 from StatusBitRow b where b.recordId = r.key.recordId
                            and b.version = r.key.version and b.key.purpose = 'revocation' and b.setAt <= :at) then true else false end
                        from RecordRow r
                        where r.key.version = (select max(s.key.version) from RecordRow s
                            where s.key.recordId = r.key.recordId and s.issuedAt <= :at)
                          and r.key.recordId in (select h.recordId from HeadRow h where h.subject in :subjects)""", Object[].class)
                .setParameter("subjects", subjects.stream().map(Subject::value).toList())
                .setParameter("at", at)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(Records::head)
                        .sorted(Comparator.comparingInt(head -> subjects.indexOf(head.subject())))
                        .toList()));
    }

    /** One version; {@code null} when there is none. */
    public Uni<StoredRecord> version(RecordId id, int version) {
        return sessions.withSession(session -> session.find(RecordRow.class, new RecordRow.Key(id.uuid(), version))
                .map(row -> row == null ? null : row.toDomain()));
    }

    /** All versions, oldest first; empty when there is no such record. */
    public Uni<List<StoredRecord>> versions(RecordId id) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "from RecordRow where key.recordId = :id order by key.version", RecordRow.class)
                .setParameter("id", id.uuid())
                .getResultList()
                .map(rows -> rows.stream().map(RecordRow::toDomain).toList()));
    }

    /** What was answered to this key before; {@code null} when it was never used. */
    public Uni<Answered> answered(OperatorId operator, String key) {
        return tenants.of(
                operator,
                session -> session.find(IdempotencyRow.class, new IdempotencyRow.Key(operator.value(), key))
                        .map(row -> row == null ? null : row.toDomain()));
    }

    /** What was answered to those of the keys that were used before, by key. */
    public Uni<Map<String, Answered>> answered(OperatorId operator, Collection<String> keys) {
        return tenants.of(
                operator,
                session -> session.createSelectionQuery(
                                "from IdempotencyRow where key.operatorId = :operator and key.key in :keys",
                                IdempotencyRow.class)
                        .setParameter("operator", operator.value())
                        .setParameter("keys", keys)
                        .getResultList()
                        .map(rows -> rows.stream()
                                .collect(Collectors.toMap(IdempotencyRow::key, IdempotencyRow::toDomain))));
    }

    /** The passport of a product; {@code null} when there is none. */
    public Uni<Subject> passportOf(ProductIdentifier product) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "from PassportRow where productIdentifier = :product", PassportRow.class)
                .setParameter("product", product.value())
                .getSingleResultOrNull()
                .map(row -> row == null ? null : new Subject(row.subject())));
    }

    /** The passports of products that are not deleted, those behind {@code after} in the order of their identifiers. */
    public Uni<List<Subject>> passportsOf(List<ProductIdentifier> products, String after, int most) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "select subject from PassportRow where productIdentifier in :products and markedForDeletionAt is null and subject > :after order by subject",
                        String.class)
                .setParameter(
                        "products",
                        products.stream().map(ProductIdentifier::value).toList())
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList()
                .map(found -> found.stream().map(Subject::new).toList()));
    }

    private static Head head(Object[] row) {
        return new Head(
                new Subject((String) row[0]),
                new RecordId((UUID) row[1]),
                (int) row[2],
                new OperatorId((String) row[3]),
                (boolean) row[4]);
    }

    /** From this transaction on the status list of the version before says that there is a newer one. */
    private static Uni<?> supersede(Mutiny.Session session, NewRecord record) {
        var header = record.token().header();
        return session.find(RecordRow.class, new RecordRow.Key(header.id().uuid(), header.version() - 1))
                .map(before -> StatusBitRow.of(
                        record.operator(), before.withoutDisclosures(), StatusPurpose.REFRESH, header.issuedAt(), null))
                .flatMap(bit -> session.persistAll(bit.stream().toArray()));
    }

    private static Uni<Void> usePlace(Mutiny.Session session, NewRecord record) {
        StatusPlace reserved = record.reserved();
        return reserved == null
                ? Uni.createFrom().voidItem()
                : ReservedPlaces.use(
                        session, record.operator(), reserved, record.token().header());
    }

    private static Uni<?> changeLineage(Mutiny.Session session, NewRecord record) {
        JsonObject lineage = LineageChange.of(record.statement().toList());
        return lineage.isEmpty()
                ? Uni.createFrom().voidItem()
                : session.createNativeQuery(LINEAGE, String.class)
                        .setParameter("changes", lineage.encode())
                        .getSingleResult();
    }

    private static Object[] rowsOf(NewRecord record) {
        List<Object> rows = new ArrayList<>(List.of(
                new RecordRow(record),
                new OutboxRow(record.event(), record.token().header().kind(), record.operator()),
                new PendingAuditRow(RecordEntry.issued(record))));
        if (record.request() != null) {
            rows.add(new IdempotencyRow(record, record.request()));
        }
        return rows.toArray();
    }

    /**
     * Of the heads that a version moves.
     *
     * @throws Rejected (stale version) when none was where it belongs
     */
    public static void requireOne(int updated) {
        if (updated != 1) {
            throw Rejected.because(
                    ProblemType.STALE_VERSION,
                    "another version was issued meanwhile; read the record again and repeat the change");
        }
    }

    /** A subject, product identifier or idempotency key that exists already. */
    public static final class AlreadyThere extends RuntimeException {
        private static final long serialVersionUID = 1L;

        AlreadyThere(Throwable cause) {
            super(cause);
        }
    }
}
