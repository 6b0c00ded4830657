package dev.denchi.api.document;

import dev.denchi.api.file.Contents;
import dev.denchi.api.file.InTurn;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.audit.AuditLog;
import dev.denchi.api.store.audit.Submitter;
import dev.denchi.api.store.handover.Handover;
import dev.denchi.api.store.handover.Handovers;
import dev.denchi.api.store.session.TenantSessions;
import dev.denchi.api.upload.Spooled;
import dev.denchi.model.file.FileType;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.passport.Violation;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** The documents that operators keep here, each once however many records point at it. */
@Singleton
public class Documents {
    private final TenantSessions tenants;
    private final InTurn inTurn;
    private final Contents contents;
    private final Clock clock;

    /** @param isNew whether it was not here before */
    record Kept(Document document, boolean isNew) {}

    Documents(TenantSessions tenants, InTurn inTurn, Contents contents, Clock clock) {
        this.tenants = tenants;
        this.inTurn = inTurn;
        this.contents = contents;
        this.clock = clock;
    }

    /** {@code null} when the operator keeps no such document. */
    public Uni<Document> find(OperatorId operator, String sha256) {
        return tenants.of(operator, session -> find(session, operator, sha256));
    }

    /** Those of them that the operator keeps, in the order of their hashes. */
    public Uni<List<Document>> find(OperatorId operator, Collection<String> hashes) {
        return tenants.of(operator, session -> find(session, operator, hashes));
    }

    static Uni<List<Document>> find(Mutiny.Session session, OperatorId operator, Collection<String> hashes) {
        return session.createSelectionQuery(
                        "from DocumentRow where key.operatorId = :operator and key.sha256 in :hashes order by key.sha256",
                        DocumentRow.class)
                .setParameter("operator", operator.value())
                .setParameter("hashes", hashes)
                .getResultList()
                .map(rows -> rows.stream().map(DocumentRow::toDomain).toList());
    }

    private static Uni<Document> find(Mutiny.Session session, OperatorId operator, String sha256) {
        return session.find(DocumentRow.class, new DocumentRow.Key(operator, sha256))
                .map(row -> row == null ? null : row.toDomain());
    }

    /** Its bytes piece by piece, whoever was found to may have them; a piece that is missing ends it. */
    public Multi<byte[]> bytes(Document document) {
        return Multi.createFrom()
                .range(0, Contents.pieces(document.size()))
                .onItem()
                .transformToUniAndConcatenate(number -> piece(document, number));
    }

    private Uni<byte[]> piece(Document document, int number) {
        return tenants.of(document.operator(), session -> Contents.piece(session, document.content(), number))
                .onItem()
                .ifNull()
                .failWith(
                        () -> new IllegalStateException("piece " + number + " of " + document.path() + " is missing"));
    }

    /** Keeps it, or finds it kept; fails with {@link Rejected} when it is kept as another type. */
    Uni<Kept> keep(Submitter by, FileType type, Spooled upload) {
        OperatorId operator = by.operator();
        return inTurn.change(
                operator,
                session -> find(session, operator, upload.sha256())
                        .chain(known -> known == null
                                ? added(session, operator, type, upload)
                                        .call(added -> AuditLog.tell(
                                                session, "document.kept", by, clock.instant(), added.told()))
                                        .map(added -> new Kept(added, true))
                                : Uni.createFrom().item(new Kept(sameType(known, type), false))));
    }

    private Uni<Document> added(Mutiny.Session session, OperatorId operator, FileType type, Spooled upload) {
        return contents.kept(session, operator, upload)
                .map(content -> new Document(
                        operator,
                        upload.sha256(),
                        content,
                        type,
                        upload.size(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS)))
                .call(added -> session.persist(new DocumentRow(added)).chain(session::flush));
    }

    private static Document sameType(Document known, FileType type) {
        if (known.type() != type) {
            throw Rejected.invalid(
                    ProblemType.INVALID_REQUEST,
                    List.of(new Violation(
                            "",
                            "document-has-one-type",
                            "the document is kept as " + known.type().mediaType() + ", and was sent as "
                                    + type.mediaType())));
        }
        return known;
    }

    /** A document that somebody brings for an operator elsewhere, judged and on disk. */
    public record Brought(OperatorId operator, FileType type, Spooled bytes) {}

    /** Those of a package, kept with its records; one that is here stays as it is. */
    public Handovers.Beside taken(List<Brought> documents) {
        return (session, handover) -> Handovers.sum(documents, document -> taken(session, document, handover));
    }

    private Uni<Integer> taken(Mutiny.Session session, Brought brought, Handover handover) {
        return find(session, brought.operator(), brought.bytes().sha256())
                .chain(known -> known == null
                        ? added(session, brought.operator(), brought.type(), brought.bytes())
                                .call(added -> tell(session, added, handover))
                                .replaceWith(1)
                        : Uni.createFrom().item(0));
    }

    /** Into the log of him who took it over. */
    private static Uni<Void> tell(Mutiny.Session session, Document added, Handover handover) {
        Map<String, Object> what = new LinkedHashMap<>();
        what.put("operator", added.operator().value());
        what.putAll(added.told());
        what.put("manifestSha256", handover.manifestSha256());
        return AuditLog.tell(session, "document.kept", handover.by(), handover.at(), what);
    }

    /** Fails with {@link Rejected} when there is none, or a record points at it. */
    Uni<Void> remove(Submitter by, String sha256) {
        OperatorId operator = by.operator();
        return inTurn.change(
                operator,
                session -> nobodyPins(session, operator)
                        .chain(() -> find(session, operator, sha256))
                        .onItem()
                        .ifNull()
                        .failWith(() -> notThere(operator, sha256))
                        .call(document -> removed(session, document))
                        .call(document ->
                                AuditLog.tell(session, "document.removed", by, clock.instant(), document.told()))
                        .chain(() -> Contents.withoutUnused(session, operator)));
    }

    /** Until this transaction ends; what was pinned until now is seen from here on. */
    private static Uni<?> nobodyPins(Mutiny.Session session, OperatorId operator) {
        return session.createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtextextended('documents of ' || :operator, 0)) as text)",
                        String.class)
                .setParameter("operator", operator.value())
                .getSingleResult();
    }

    private static Uni<Void> removed(Mutiny.Session session, Document document) {
        return session.createNativeQuery("""
                        delete from passport.document d where operator_id = :operator and sha256 = :sha256
                          and not exists (select from passport.document_pin p where p.operator_id = d.operator_id and p.sha256 = d.sha256)""")
                .setParameter("operator", document.operator().value())
                .setParameter("sha256", document.sha256())
                .executeUpdate()
                .invoke(removed -> requireRemoved(document, removed))
                .replaceWithVoid();
    }

    private static void requireRemoved(Document document, int removed) {
        if (removed == 0) {
            throw Rejected.because(
                    ProblemType.DOCUMENT_PINNED,
                    "records of " + document.operator() + " point at the document " + document.sha256()
                            + "; what a record points at stays");
        }
    }

    static Rejected notThere(OperatorId operator, String sha256) {
        return Rejected.because(
                ProblemType.NOT_FOUND, "there is no document " + sha256 + " of " + operator + " for this reader");
    }
}
