package dev.denchi.api.certificate;

import dev.denchi.api.file.Contents;
import dev.denchi.api.store.audit.AuditEntry;
import dev.denchi.api.store.audit.AuditLog;
import dev.denchi.api.store.audit.Submitter;
import dev.denchi.api.store.session.TenantSessions;
import dev.denchi.api.supply.Refused;
import dev.denchi.api.supply.Refused.Reason;
import dev.denchi.model.identifier.OperatorId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Gives files out, to those who may have them. */
@Singleton
public class GiveFiles {
    private final TenantSessions tenants;
    private final AuditLog audit;
    private final Clock clock;

    GiveFiles(TenantSessions tenants, AuditLog audit, Clock clock) {
        this.tenants = tenants;
        this.audit = audit;
        this.clock = clock;
    }

    /** A file that the operator may have, and by which names it knows the certificates that it is in. */
    public record Found(CertificateFile file, List<UUID> certificates) {}

    /** Fails with {@link Refused} when there is none, none that came, or none that the operator may have. */
    public Uni<Found> find(OperatorId operator, UUID id) {
        return tenants.of(
                        operator,
                        session -> session.find(CertificateFileRow.class, id)
                                .chain(row -> row != null && row.operatorId.equals(operator.value())
                                        ? Uni.createFrom().item(ofOwn(row))
                                        : released(session, operator, id)))
                .invoke(found -> requireThere(found));
    }

    private static Found ofOwn(CertificateFileRow row) {
        return new Found(row.toDomain(), row.certificateId == null ? List.of() : List.of(row.certificateId));
    }

    private static void requireThere(@Nullable Found found) {
        if (found == null || found.file().content() == null) {
            throw new Refused(Reason.NO_SUCH_FILE);
        }
    }

    private static Uni<@Nullable Found> released(Mutiny.Session session, OperatorId operator, UUID id) {
        return session.createSelectionQuery("""
                        select f, t.tradeId from CertificateFileRow f
                        join CertificateRow c on c.certificateId = f.certificateId
                        join CertificateReleaseRow r on r.key.traceId = c.traceId and r.key.toOperatorId = :operator and r.released
                        join TradeRow t on t.upstreamTraceId = c.traceId and t.downstreamOperatorId = :operator
                        where f.fileId = :file and t.requestType = CFP and t.status <> CANCEL""", Object[].class)
                .setParameter("operator", operator.value())
                .setParameter("file", id)
                .getResultList()
                .map(rows -> rows.isEmpty()
                        ? null
                        : new Found(
                                ((CertificateFileRow) rows.get(0)[0]).toDomain(),
                                rows.stream().map(row -> (UUID) row[1]).toList()));
    }

    /** As {@link #find}; whose it is is told in its audit log before anything of it goes out. */
    public Uni<CertificateFile> read(Submitter by, UUID id) {
        return find(by.operator(), id).map(Found::file).call(file -> audit.append(List.of(readBy(by, file))));
    }

    private AuditEntry readBy(Submitter by, CertificateFile file) {
        Map<String, Object> what = new LinkedHashMap<>();
        what.put("by", by.json());
        what.put("right", Map.of("as", file.operator().equals(by.operator()) ? "operator" : "customer"));
        what.putAll(file.told());
        return AuditEntry.of(file.operator(), "certificate-file.read", clock.instant(), what);
    }

    /** Piece by piece; each is asked for anew, so that what is withdrawn meanwhile ends it. */
    public Multi<byte[]> bytes(OperatorId reader, CertificateFile file) {
        CertificateFile.Content content = Objects.requireNonNull(file.content());
        return Multi.createFrom()
                .range(0, Contents.pieces(content.size()))
                .onItem()
                .transformToUniAndConcatenate(number -> piece(reader, content.id(), number));
    }

    private Uni<byte[]> piece(OperatorId reader, UUID content, int number) {
        return tenants.of(reader, session -> Contents.piece(session, content, number))
                .onItem()
                .ifNull()
                .failWith(() -> new Refused(Reason.NO_SUCH_FILE));
    }
}
