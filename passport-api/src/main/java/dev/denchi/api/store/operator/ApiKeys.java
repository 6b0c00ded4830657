package dev.denchi.api.store.operator;

import dev.denchi.api.store.audit.AuditEntry;
import dev.denchi.api.store.audit.PendingAuditRow;
import dev.denchi.api.store.audit.Submitter;
import dev.denchi.api.store.session.TenantSessions;
import dev.denchi.model.identifier.OperatorId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The API keys, by their hash for the gate, and by their operator for its administrators. */
@Singleton
public class ApiKeys {
    private final Mutiny.SessionFactory sessions;
    private final TenantSessions tenants;

    ApiKeys(Mutiny.SessionFactory sessions, TenantSessions tenants) {
        this.sessions = sessions;
        this.tenants = tenants;
    }

    /** The key with this hash, good or not; {@code null} when there is none. */
    public Uni<ApiKey> byHash(String keySha256) {
        return sessions.withSession(
                session -> session.createNativeQuery("select * from passport.key_with_hash(:hash)", ApiKeyRow.class)
                        .setParameter("hash", keySha256)
                        .getSingleResultOrNull()
                        .map(row -> row == null ? null : row.toDomain()));
    }

    /** The key of this operator; {@code null} when it has none with this id. */
    public Uni<ApiKey> find(OperatorId operator, UUID id) {
        return tenants.of(
                operator,
                session -> session.createSelectionQuery(
                                "from ApiKeyRow where id = :id and operatorId = :operator", ApiKeyRow.class)
                        .setParameter("id", id)
                        .setParameter("operator", operator.value())
                        .getSingleResultOrNull()
                        .map(row -> row == null ? null : row.toDomain()));
    }

    /** A page of the operator's keys, the newest first. */
    public Uni<List<ApiKey>> page(OperatorId operator, int offset, int limit) {
        return tenants.of(
                operator,
                session -> session.createSelectionQuery(
                                "from ApiKeyRow where operatorId = :operator order by createdAt desc, id",
                                ApiKeyRow.class)
                        .setParameter("operator", operator.value())
                        .setFirstResult(offset)
                        .setMaxResults(limit)
                        .getResultList()
                        .map(rows -> rows.stream().map(ApiKeyRow::toDomain).toList()));
    }

    public Uni<Long> count(OperatorId operator) {
        return tenants.of(
                operator,
                session -> session.createSelectionQuery(
                                "select count(*) from ApiKeyRow where operatorId = :operator", Long.class)
                        .setParameter("operator", operator.value())
                        .getSingleResult());
    }

    public Uni<Void> add(ApiKey key, Submitter by) {
        return tenants.of(
                key.operator(),
                session -> session.persistAll(new ApiKeyRow(key, false), made("api-key.made", key, by)));
    }

    /** Adds the key that takes another's place, which is good until {@code lastMoment} at most; both or neither. */
    public Uni<Void> rotate(ApiKey old, Instant lastMoment, ApiKey next, Submitter by) {
        return tenants.of(
                old.operator(),
                session -> session.createMutationQuery(
                                "update ApiKeyRow set expiresAt = :last where id = :id and (expiresAt is null or expiresAt > :last)")
                        .setParameter("last", lastMoment)
                        .setParameter("id", old.id())
                        .executeUpdate()
                        .chain(() ->
                                session.persistAll(new ApiKeyRow(next, false), rotated(old, next, lastMoment, by))));
    }

    /** A key that was revoked before stays revoked as of then. */
    public Uni<Void> revoke(ApiKey key, Instant at, Submitter by) {
        return tenants.of(
                        key.operator(),
                        session -> session.createMutationQuery(
                                        "update ApiKeyRow set revokedAt = :at where id = :id and revokedAt is null")
                                .setParameter("at", at)
                                .setParameter("id", key.id())
                                .executeUpdate()
                                .chain(() -> session.persist(AuditEntry.setting(
                                        key.operator(),
                                        "api-key.revoked",
                                        by,
                                        at,
                                        Map.of("apiKeyId", key.id().toString())))))
                .replaceWithVoid();
    }

    private static PendingAuditRow made(String action, ApiKey key, Submitter by) {
        Map<String, Object> what = new LinkedHashMap<>();
        what.put("apiKeyId", key.id().toString());
        what.put("role", key.role());
        what.put("administrator", key.administrator());
        what.put("expiresAt", String.valueOf(key.expiresAt()));
        return AuditEntry.setting(key.operator(), action, by, key.createdAt(), what);
    }

    private static PendingAuditRow rotated(ApiKey old, ApiKey next, Instant lastMoment, Submitter by) {
        Map<String, Object> what = new LinkedHashMap<>();
        what.put("apiKeyId", next.id().toString());
        what.put("inPlaceOf", old.id().toString());
        what.put("lastMoment", lastMoment.toString());
        return AuditEntry.setting(next.operator(), "api-key.rotated", by, next.createdAt(), what);
    }

    /** Remembers the day. */
    public Uni<Void> used(ApiKey key, LocalDate day) {
        return tenants.of(
                        key.operator(),
                        session -> session.createMutationQuery("update ApiKeyRow set lastUsedOn = :day where id = :id")
                                .setParameter("day", day)
                                .setParameter("id", key.id())
                                .executeUpdate())
                .replaceWithVoid();
    }
}
