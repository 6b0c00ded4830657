package dev.denchi.api.store.operator;

import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.model.identifier.OperatorId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.hibernate.reactive.mutiny.Mutiny;

/** The operators elsewhere whose records are served here. */
@Singleton
public class ForeignOperators {
    private final Mutiny.SessionFactory sessions;

    ForeignOperators(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** An operator elsewhere, and who holds its records here. */
    @SuppressWarnings("ArrayRecordComponent") // bytes that nobody compares
    public record Held(String did, byte[] didDocument, OperatorId holder) {}

    /** Who signs here what is said about an operator: itself, or where it signs elsewhere the one that holds its records here. */
    public Uni<OperatorId> signerOf(OperatorId operator) {
        return of(operator).map(foreign -> foreign == null ? operator : foreign.holder());
    }

    /** {@code null} when the operator is one of this service. */
    public Uni<Held> of(OperatorId operator) {
        return sessions.withSession(session -> session.find(ForeignOperatorRow.class, operator.value())
                .map(row -> row == null ? null : new Held(row.did(), row.didDocument(), row.holder())));
    }

    /**
     * Keeps it in a transaction that has declared it, unless it is here already as the same.
     *
     * @param holder who holds its records here
     * @return how many were new; fails with {@link Rejected} when it is another's here
     */
    public static Uni<Integer> keep(Mutiny.Session session, ForeignOperator foreign, OperatorId holder, Instant now) {
        return known(session, foreign, holder, now).call(() -> issuers(session, foreign));
    }

    /** The document of a DID of its own, under which an operator elsewhere signed; {@code null} when there is none. */
    public Uni<byte[]> document(OperatorId operator, String did) {
        return sessions.withSession(session -> session.createNativeQuery(
                        "select did_document from passport.foreign_issuer where operator_id = :operator and did = :did",
                        byte[].class)
                .setParameter("operator", operator.value())
                .setParameter("did", did)
                .getSingleResultOrNull());
    }

    private static Uni<Integer> known(Mutiny.Session session, ForeignOperator foreign, OperatorId holder, Instant now) {
        String id = foreign.operator().id().value();
        return session.find(OperatorRow.class, id)
                .flatMap(known -> session.find(ForeignOperatorRow.class, id).flatMap(held -> {
                    if (known == null) {
                        return session.persist(new OperatorRow(foreign.operator()))
                                .chain(() -> session.persist(new ForeignOperatorRow(foreign, holder, now)))
                                .chain(session::flush) // what follows is written past the session
                                .replaceWith(1);
                    }
                    if (held == null || !held.isThatOf(foreign, holder)) {
                        throw Rejected.because(
                                ProblemType.SUBJECT_EXISTS,
                                "\"" + id
                                        + "\" is here already: an operator of this service, of another issuer, or held by somebody else");
                    }
                    return Uni.createFrom().item(0);
                }));
    }

    private static Uni<Void> issuers(Mutiny.Session session, ForeignOperator foreign) {
        return Multi.createFrom()
                .iterable(foreign.ownDocuments().entrySet())
                .onItem()
                .transformToUniAndConcatenate(
                        own -> issuer(session, foreign.operator().id(), own.getKey(), own.getValue()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Uni<Long> issuer(Mutiny.Session session, OperatorId operator, String did, byte[] document) {
        return session.createNativeQuery("""
                        insert into passport.foreign_issuer (did, operator_id, did_document)
                        values (:did, :operator, :document) on conflict do nothing""")
                .setParameter("did", did)
                .setParameter("operator", operator.value())
                .setParameter("document", document)
                .executeUpdate()
                .chain(() -> session.createNativeQuery(
                                "select count(*) from passport.foreign_issuer where did = :did and operator_id = :operator",
                                Long.class)
                        .setParameter("did", did)
                        .setParameter("operator", operator.value())
                        .getSingleResult())
                .invoke(kept -> requireKept(kept, did));
    }

    private static void requireKept(long kept, String did) {
        if (kept != 1) {
            throw Rejected.because(
                    ProblemType.SUBJECT_EXISTS, did + " is here already, as the issuer of another operator's records");
        }
    }
}
