package dev.denchi.api.certificate;

import dev.denchi.api.file.Contents;
import dev.denchi.api.file.InTurn;
import dev.denchi.api.store.audit.AuditLog;
import dev.denchi.api.store.audit.Submitter;
import dev.denchi.api.store.session.TenantSessions;
import dev.denchi.api.supply.Refused;
import dev.denchi.api.supply.Refused.Reason;
import dev.denchi.api.supply.part.Parts;
import dev.denchi.model.certificate.FileName;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.part.TraceId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The certificates of parts: one of each, to which files are added and from which they are taken. */
@Singleton
public class Certificates {
    private final TenantSessions tenants;
    private final InTurn inTurn;
    private final Clock clock;

    Certificates(TenantSessions tenants, InTurn inTurn, Clock clock) {
        this.tenants = tenants;
        this.inTurn = inTurn;
        this.clock = clock;
    }

    /** The operator's own; {@code null} when the part has none, or is not the operator's. */
    public Uni<Certificate> of(OperatorId operator, TraceId trace) {
        return tenants.of(
                operator,
                session -> row(session, trace)
                        .map(row -> row != null && row.isOf(operator) ? row : null)
                        .onItem()
                        .ifNotNull()
                        .transformToUni(row -> files(session, row.certificateId).map(row::toDomain)));
    }

    /** The files of a supplier's part as its customer may have them: empty when they are not released to it, however many there are. */
    public Uni<Optional<List<CertificateFile>>> released(OperatorId customer, TraceId upstream) {
        return tenants.of(
                customer,
                session -> session.find(
                                CertificateReleaseRow.class,
                                new CertificateReleaseRow.Key(upstream.value(), customer.value()))
                        .chain(release -> release == null || !release.toDomain().released()
                                ? Uni.createFrom().item(Optional.empty())
                                : filesOf(session, upstream).map(Optional::of)));
    }

    private static Uni<List<CertificateFile>> filesOf(Mutiny.Session session, TraceId trace) {
        return row(session, trace)
                .chain(row -> row == null
                        ? Uni.createFrom().item(List.of())
                        : files(session, row.certificateId)
                                .map(files -> row.toDomain(files).files()));
    }

    /**
     * What is added to a certificate.
     *
     * @param id which one was said to be meant, {@code null} when none was
     * @param files that were uploaded, with the names under which they were
     */
    public record Addition(
            @Nullable UUID id, TraceId trace, @Nullable String description, Map<UUID, FileName> files) {}

    /**
     * Adds to the part's certificate, or makes it. Fails with {@link Unfit} when the files do not fit into it, with {@link Refused} when
     * the part, the certificate or a file is not the operator's.
     */
    public Uni<Certificate> add(Submitter by, Addition addition) {
        OperatorId operator = by.operator();
        return inTurn.change(
                operator,
                session -> Parts.requireOwn(session, operator, addition.trace())
                        .chain(() -> meant(session, operator, addition))
                        .invoke(row -> row.change(addition.description(), clock.instant()))
                        .call(row -> session.persist(row).chain(session::flush))
                        .chain(row -> added(session, operator, row, addition))
                        .call(certificate ->
                                AuditLog.tell(session, "certificate.changed", by, clock.instant(), told(certificate))));
    }

    private static Uni<CertificateRow> meant(Mutiny.Session session, OperatorId operator, Addition addition) {
        return row(session, addition.trace()).map(row -> {
            UUID named = addition.id();
            if (named != null && (row == null || !row.certificateId.equals(named))) {
                throw new Refused(Reason.NO_SUCH_CERTIFICATE);
            }
            return row == null ? new CertificateRow(UUID.randomUUID(), addition.trace(), operator) : row;
        });
    }

    private Uni<Certificate> added(
            Mutiny.Session session, OperatorId operator, CertificateRow certificate, Addition addition) {
        return named(session, operator, addition.files().keySet())
                .chain(uploaded -> filling(session, certificate, uploaded, addition))
                .invoke(filling -> filling.fill(clock.instant()))
                .map(Filling::certificate);
    }

    private static Uni<Filling> filling(
            Mutiny.Session session, CertificateRow row, List<CertificateFileRow> uploaded, Addition addition) {
        return files(session, row.certificateId).map(inIt -> new Filling(row, inIt, uploaded, addition.files()));
    }

    private static Uni<List<CertificateFileRow>> named(Mutiny.Session session, OperatorId operator, Set<UUID> ids) {
        return session.createSelectionQuery(
                        "from CertificateFileRow where operatorId = :operator and fileId in :ids",
                        CertificateFileRow.class)
                .setParameter("operator", operator.value())
                .setParameter("ids", ids)
                .getResultList();
    }

    /**
     * Removes a file, or all of them; with the last one the certificate goes. Fails with {@link Refused} when there is none.
     *
     * @param file {@code null} for all
     */
    public Uni<Void> remove(Submitter by, TraceId trace, @Nullable UUID file) {
        OperatorId operator = by.operator();
        return inTurn.change(
                operator,
                session -> Parts.requireOwn(session, operator, trace)
                        .chain(() -> row(session, trace))
                        .onItem()
                        .ifNull()
                        .failWith(() -> new Refused(Reason.NO_SUCH_CERTIFICATE))
                        .chain(row -> removed(session, by, row, file))
                        .chain(session::flush)
                        .chain(() -> Contents.withoutUnused(session, operator)));
    }

    private Uni<Void> removed(Mutiny.Session session, Submitter by, CertificateRow row, @Nullable UUID file) {
        return files(session, row.certificateId).chain(files -> {
            List<CertificateFileRow> gone = files.stream()
                    .filter(each -> file == null || each.fileId.equals(file))
                    .toList();
            if (gone.isEmpty()) {
                throw new Refused(Reason.NO_SUCH_FILE);
            }
            Certificate told = row.toDomain(gone);
            Uni<Void> removal = session.removeAll(gone.toArray());
            return (gone.size() < files.size() ? removal : removal.chain(() -> session.remove(row)))
                    .chain(() -> AuditLog.tell(session, "certificate.removed", by, clock.instant(), told(told)));
        });
    }

    private static Uni<CertificateRow> row(Mutiny.Session session, TraceId trace) {
        return session.createSelectionQuery("from CertificateRow where traceId = :trace", CertificateRow.class)
                .setParameter("trace", trace.value())
                .getSingleResultOrNull();
    }

    private static Uni<List<CertificateFileRow>> files(Mutiny.Session session, UUID certificate) {
        return session.createSelectionQuery(
                        "from CertificateFileRow where certificateId = :certificate order by addedAt, name, fileId",
                        CertificateFileRow.class)
                .setParameter("certificate", certificate)
                .getResultList();
    }

    private static Map<String, Object> told(Certificate certificate) {
        Map<String, Object> what = new LinkedHashMap<>();
        what.put("certificateId", certificate.id().toString());
        what.put("traceId", certificate.trace().toString());
        what.put(
                "files", certificate.files().stream().map(CertificateFile::told).toList());
        return what;
    }
}
