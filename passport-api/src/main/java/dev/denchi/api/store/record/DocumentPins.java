package dev.denchi.api.store.record;

import dev.denchi.api.store.session.TenantSessions;
import dev.denchi.model.credential.PinnedDocument;
import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.identifier.RecordId;
import dev.denchi.model.passport.Subject;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** Which versions of records point at which documents, kept in the transaction that keeps the versions. */
@Singleton
public class DocumentPins {
    private static final String KEEP = "select cast(passport.pin_documents(cast(cast(:pins as text) as json)) as text)";

    /**
     * Of each record, of each attribute in which it points at the document, and of each policy under which it was issued, the newest
     * version: no other can show more to anybody.
     */
    private static final String POINTING = """
            select distinct on (p.record_id, p.attribute, policy.effective_at) r.subject, r.record_id, r.version
            from passport.document_pin p
            join passport.record r on r.record_id = p.record_id and r.version = p.version
            left join lateral (
              select max(a.effective_at) as effective_at from passport.access_policy a where a.effective_at <= r.issued_at) policy on true
            where p.operator_id = :operator and p.sha256 = :sha256
            order by p.record_id, p.attribute, policy.effective_at, p.version desc""";

    private final TenantSessions tenants;

    DocumentPins(TenantSessions tenants) {
        this.tenants = tenants;
    }

    /** The versions of an operator's records by which it is told who may see the document. */
    public Uni<List<Head>> of(OperatorId operator, String sha256) {
        return tenants.of(
                operator,
                session -> session.createNativeQuery(POINTING, Object[].class)
                        .setParameter("operator", operator.value())
                        .setParameter("sha256", sha256)
                        .getResultList()
                        .map(rows ->
                                rows.stream().map(row -> head(operator, row)).toList()));
    }

    private static Head head(OperatorId operator, Object[] row) {
        return new Head(
                new Subject((String) row[0]),
                new RecordId((UUID) row[1]),
                ((Number) row[2]).intValue(),
                operator,
                false);
    }

    /** In the transaction that keeps the version. */
    public static Uni<?> keep(Mutiny.Session session, OperatorId operator, RecordToken token) {
        JsonArray pins = new JsonArray(of(operator, token).toList());
        return pins.isEmpty()
                ? Uni.createFrom().voidItem()
                : session.createNativeQuery(KEEP, String.class)
                        .setParameter("pins", pins.encode())
                        .getSingleResult();
    }

    /** Of all records together, as {@code pin_documents} (migration V043) takes them; empty when none points at a document. */
    static JsonArray of(Collection<NewRecord> records) {
        return new JsonArray(records.stream()
                .flatMap(record -> of(record.operator(), record.token()))
                .toList());
    }

    private static Stream<JsonObject> of(OperatorId operator, RecordToken token) {
        return token.documents().stream().map(document -> pin(operator, token, document));
    }

    private static JsonObject pin(OperatorId operator, RecordToken token, PinnedDocument document) {
        return new JsonObject()
                .put("operator_id", operator.value())
                .put("sha256", document.sha256())
                .put("record_id", token.header().id().toString())
                .put("version", token.header().version())
                .put("attribute", document.attribute());
    }
}
