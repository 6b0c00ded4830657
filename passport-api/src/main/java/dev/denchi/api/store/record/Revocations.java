package dev.denchi.api.store.record;

import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.audit.PendingAuditRow;
import dev.denchi.api.store.audit.Submitter;
import dev.denchi.api.store.outbox.NewEvent;
import dev.denchi.api.store.outbox.OutboxRow;
import dev.denchi.api.store.session.TenantSessions;
import dev.denchi.api.store.status.Revocation;
import dev.denchi.api.store.status.StatusBitRow;
import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.identifier.RecordId;
import dev.denchi.model.status.StatusPurpose;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** What operators stand by no more: revoked once and for good, version by version. */
@Singleton
public class Revocations {
    private final Mutiny.SessionFactory sessions;
    private final TenantSessions tenants;
    private final HeadNews news;

    Revocations(Mutiny.SessionFactory sessions, TenantSessions tenants, HeadNews news) {
        this.sessions = sessions;
        this.tenants = tenants;
        this.news = news;
    }

    /**
     * Revokes the current version and all before it that are not revoked yet: their bits, the head, the audit entry and the event, or nothing.
     *
     * @return fails with {@link Rejected} (stale version) when the version is not the current one any more, or is revoked
     */
    public Uni<Void> keep(StoredRecord current, Submitter by, Revocation revocation, NewEvent event) {
        var header = current.token().header();
        return tenants.of(
                        current.operator(),
                        session -> session.createMutationQuery(
                                        "update HeadRow set revokedAt = :at where recordId = :id and version = :version and revokedAt is null")
                                .setParameter("at", revocation.at())
                                .setParameter("id", header.id().uuid())
                                .setParameter("version", revocation.version())
                                .executeUpdate()
                                .invoke(Records::requireOne)
                                .chain(() -> standing(session, header.id()))
                                .flatMap(versions -> session.persistAll(bits(current, versions, revocation)))
                                .chain(() -> session.persistAll(
                                        new OutboxRow(event, header.kind(), current.operator()),
                                        new PendingAuditRow(RecordEntry.revoked(current, by, revocation, event)))))
                .invoke(() -> news.changedHere(header.subject()));
    }

    /** The revocations of a record's versions, oldest version first. */
    public Uni<List<Revocation>> of(RecordId record) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "from StatusBitRow where recordId = :id and key.purpose = :purpose order by version",
                        StatusBitRow.class)
                .setParameter("id", record.uuid())
                .setParameter("purpose", StatusPurpose.REVOCATION.label())
                .getResultList()
                .map(rows -> rows.stream().map(StatusBitRow::toRevocation).toList()));
    }

    /** The versions that are not revoked. */
    private static Uni<List<RecordToken>> standing(Mutiny.Session session, RecordId record) {
        return session.createSelectionQuery("""
                        select r.token from RecordRow r where r.key.recordId = :id and not exists
                          (from StatusBitRow b where b.recordId = :id and b.version = r.key.version and b.key.purpose = 'revocation')""", String.class)
                .setParameter("id", record.uuid())
                .getResultList()
                .map(tokens -> tokens.stream()
                        .map(RecordToken::parseWithoutDisclosures)
                        .toList());
    }

    /** None for a version that names no list here. */
    private static Object[] bits(StoredRecord current, List<RecordToken> versions, Revocation revocation) {
        return versions.stream()
                .map(version -> StatusBitRow.of(
                        current.operator(), version, StatusPurpose.REVOCATION, revocation.at(), revocation.reason()))
                .flatMap(Optional::stream)
                .toArray();
    }
}
