package dev.denchi.api.store.issuer;

import dev.denchi.api.store.session.SqlState;
import dev.denchi.api.store.session.TenantSessions;
import dev.denchi.model.identifier.OperatorId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The keys that records are signed with, those that ended and those that were revoked among them. */
@Singleton
public class SigningKeys {
    private final Mutiny.SessionFactory sessions;
    private final TenantSessions tenants;

    SigningKeys(Mutiny.SessionFactory sessions, TenantSessions tenants) {
        this.sessions = sessions;
        this.tenants = tenants;
    }

    /** All keys of an operator, the oldest first. */
    public Uni<List<SigningKey>> of(OperatorId operator) {
        return all("from SigningKeyRow where operatorId = :of order by createdAt, keyId", operator.value());
    }

    /** All keys of an issuer, the oldest first; empty when nobody has registered it here. */
    public Uni<List<SigningKey>> by(String did) {
        return all("from SigningKeyRow where did = :of order by createdAt, keyId", did);
    }

    private Uni<List<SigningKey>> all(String query, String of) {
        return sessions.withSession(session -> session.createSelectionQuery(query, SigningKeyRow.class)
                .setParameter("of", of)
                .getResultList()
                .map(rows -> rows.stream().map(SigningKeyRow::toDomain).toList()));
    }

    /** The key of this operator; {@code null} when it has none with this id. */
    public Uni<SigningKey> find(OperatorId operator, UUID id) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "from SigningKeyRow where id = :id and operatorId = :operator", SigningKeyRow.class)
                .setParameter("id", id)
                .setParameter("operator", operator.value())
                .getSingleResultOrNull()
                .map(row -> row == null ? null : row.toDomain()));
    }

    /**
     * Adds a key.
     *
     * @return fails with {@link Taken} when there is this key, its DID is another operator's, or another key signs for it here
     */
    public Uni<Void> add(SigningKey key) {
        return tenants.of(key.operator(), session -> added(session, key))
                .onFailure(SqlState::isDuplicate)
                .transform(Taken::new);
    }

    /** Adds the key that takes another's place: the one ends when the other begins; both or neither. Fails as {@link #add}. */
    public Uni<Void> replace(SigningKey old, Instant at, SigningKey next) {
        return tenants.of(
                        old.operator(),
                        session -> session.createMutationQuery(
                                        "update SigningKeyRow set signsUntil = :at where keyId = :id and signsUntil is null and revokedAt is null")
                                .setParameter("at", at)
                                .setParameter("id", old.keyId())
                                .executeUpdate()
                                .chain(() -> added(session, next)))
                .onFailure(SqlState::isDuplicate)
                .transform(Taken::new);
    }

    /** From {@code at} on it signs nothing; a moment later than it was revoked already changes nothing. */
    public Uni<Void> revoke(SigningKey key, Instant at, String reason) {
        return tenants.of(key.operator(), session -> revoked(session, key, at, reason))
                .replaceWithVoid();
    }

    /** As {@link #revoke}, and adds the key that takes its place; both or neither. Fails as {@link #add}. */
    public Uni<Void> revokeAndReplace(SigningKey key, Instant at, String reason, SigningKey next) {
        return tenants.of(
                        key.operator(),
                        session -> revoked(session, key, at, reason).chain(() -> added(session, next)))
                .onFailure(SqlState::isDuplicate)
                .transform(Taken::new);
    }

    /** @param certificates in PEM, its own first */
    public Uni<Void> certify(SigningKey key, String certificates) {
        return tenants.of(
                        key.operator(),
                        session -> session.createMutationQuery(
                                        "update SigningKeyRow set certificates = :pem where keyId = :id")
                                .setParameter("pem", certificates)
                                .setParameter("id", key.keyId())
                                .executeUpdate())
                .replaceWithVoid();
    }

    private static Uni<Integer> revoked(Mutiny.Session session, SigningKey key, Instant at, String reason) {
        return session.createMutationQuery(
                        "update SigningKeyRow set revokedAt = :at, revocationReason = :reason where keyId = :id and (revokedAt is null or revokedAt > :at)")
                .setParameter("at", at)
                .setParameter("reason", reason)
                .setParameter("id", key.keyId())
                .executeUpdate();
    }

    private static Uni<Void> added(Mutiny.Session session, SigningKey key) {
        return session.find(IssuerRow.class, key.did())
                .flatMap(issuer -> issuer == null ? session.persist(new IssuerRow(key)) : requireSame(issuer, key))
                .chain(session::flush)
                .chain(() -> session.persist(new SigningKeyRow(key)));
    }

    private static Uni<Void> requireSame(IssuerRow issuer, SigningKey key) {
        return issuer.operatorId().equals(key.operator().value())
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().failure(new Taken(null));
    }

    /** A key or a DID that is registered already. */
    public static final class Taken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Taken(@Nullable Throwable cause) {
            super(cause);
        }
    }
}
