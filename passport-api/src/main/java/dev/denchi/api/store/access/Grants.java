package dev.denchi.api.store.access;

import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.audit.AuditEntry;
import dev.denchi.api.store.audit.PendingAuditRow;
import dev.denchi.api.store.audit.Submitter;
import dev.denchi.api.store.record.NewRecord.RequestKey;
import dev.denchi.api.store.session.TenantSessions;
import dev.denchi.model.identifier.OperatorId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** What operators granted to partners. */
@Singleton
public class Grants {
    private final Mutiny.SessionFactory sessions;
    private final TenantSessions tenants;

    Grants(Mutiny.SessionFactory sessions, TenantSessions tenants) {
        this.sessions = sessions;
        this.tenants = tenants;
    }

    /** What these operators granted to the partner, as of now. Asked at every read, so that an end holds at once. */
    public Uni<List<Grant>> inForce(Partner partner, Collection<OperatorId> operators, Instant now) {
        return sessions.withSession(session -> session.createNativeQuery(
                        "select * from passport.grants_in_force(:partner, :operators, :now)", GrantRow.class)
                .setParameter("partner", partner.toString())
                .setParameter(
                        "operators", operators.stream().map(OperatorId::value).toArray(String[]::new))
                .setParameter("now", now)
                .setReadOnly(true)
                .getResultList()
                .map(rows -> rows.stream().map(GrantRow::toDomain).toList()));
    }

    /** {@code null} when the operator neither gave nor received one with this id. */
    public Uni<Grant> find(OperatorId operator, UUID id) {
        return tenants.of(
                operator, session -> session.find(GrantRow.class, id).map(row -> row == null ? null : row.toDomain()));
    }

    /** A page of what the operator granted, the newest first. */
    public Uni<Page> given(OperatorId operator, int offset, int limit) {
        return page(operator, "operatorId", operator.value(), offset, limit);
    }

    /** A page of what was granted to the operator, the newest first. */
    public Uni<Page> received(OperatorId operator, int offset, int limit) {
        return page(operator, "partner", Partner.operator(operator).toString(), offset, limit);
    }

    /**
     * Some of them.
     *
     * @param total how many there are on all pages
     */
    public record Page(List<Grant> grants, long total) {}

    private Uni<Page> page(OperatorId operator, String column, String value, int offset, int limit) {
        String selection = "from GrantRow where " + column + " = :value";
        return tenants.of(
                operator,
                session -> session.createSelectionQuery(selection + " order by createdAt desc, id", GrantRow.class)
                        .setParameter("value", value)
                        .setFirstResult(offset)
                        .setMaxResults(limit)
                        .getResultList()
                        .flatMap(rows -> session.createSelectionQuery("select count(*) " + selection, Long.class)
                                .setParameter("value", value)
                                .getSingleResult()
                                .map(total -> new Page(
                                        rows.stream().map(GrantRow::toDomain).toList(), total))));
    }

    /** Keeps the grant, or answers the one that the same request made before. */
    public Uni<Grant> add(Grant grant, @Nullable RequestKey request, Submitter by) {
        Uni<Grant> added = tenants.of(
                        grant.operator(), session -> session.persistAll(new GrantRow(grant, request), made(grant, by)))
                .replaceWith(grant);
        return request == null
                ? added
                : earlier(grant.operator(), request)
                        .onItem()
                        .ifNull()
                        .switchTo(() -> added.onFailure()
                                .recoverWithUni(failure -> earlier(grant.operator(), request)
                                        .onItem()
                                        .ifNull()
                                        .failWith(failure)));
    }

    /** A grant that was revoked before stays revoked as of then. */
    public Uni<Void> revoke(Grant grant, Instant at, Submitter by) {
        return tenants.of(
                        grant.operator(),
                        session -> session.createMutationQuery(
                                        "update GrantRow set revokedAt = :at where id = :id and revokedAt is null")
                                .setParameter("at", at)
                                .setParameter("id", grant.id())
                                .executeUpdate()
                                .chain(() -> session.persist(AuditEntry.setting(
                                        grant.operator(),
                                        "grant.revoked",
                                        by,
                                        at,
                                        Map.of("grantId", grant.id().toString())))))
                .replaceWithVoid();
    }

    private static PendingAuditRow made(Grant grant, Submitter by) {
        Map<String, Object> what = new LinkedHashMap<>();
        what.put("grantId", grant.id().toString());
        what.put("partner", grant.partner().toString());
        what.put("purpose", grant.purpose());
        return AuditEntry.setting(grant.operator(), "grant.made", by, grant.createdAt(), what);
    }

    private Uni<Grant> earlier(OperatorId operator, RequestKey request) {
        return tenants.of(
                operator,
                session -> session.createSelectionQuery(
                                "from GrantRow where operatorId = :operator and idempotencyKey = :key", GrantRow.class)
                        .setParameter("operator", operator.value())
                        .setParameter("key", request.key())
                        .getSingleResultOrNull()
                        .map(row -> row == null ? null : same(row, request)));
    }

    private static Grant same(GrantRow row, RequestKey request) {
        if (!request.sha256().equals(row.requestSha256())) {
            throw Rejected.because(
                    ProblemType.IDEMPOTENCY_KEY_REUSED,
                    "this Idempotency-Key came with another grant before; take a new key for a new request");
        }
        return row.toDomain();
    }
}
