package dev.denchi.api.certificate;

import dev.denchi.api.store.AuditEntry;
import dev.denchi.api.store.AuditLog;
import dev.denchi.api.store.Submitter;
import dev.denchi.api.store.TenantSessions;
import dev.denchi.api.supply.Refused;
import dev.denchi.api.supply.Refused.Reason;
import dev.denchi.api.upload.Body;
import dev.denchi.api.upload.Spool;
import dev.denchi.api.upload.Spooled;
import dev.denchi.api.upload.UploadsUnderWay;
import dev.denchi.model.certificate.CertificateLimits;
import dev.denchi.model.certificate.FileName;
import dev.denchi.model.identifier.OperatorId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Files on their way into certificates, and out to those who may have them. */
@Singleton
public class CertificateFiles {
    private static final Duration ON_THE_WAY = Duration.ofDays(1);

    private final TenantSessions tenants;
    private final Contents contents;
    private final Spool spool;
    private final UploadsUnderWay underWay;
    private final AuditLog audit;
    private final Vertx vertx;
    private final Clock clock;

    CertificateFiles(
            TenantSessions tenants,
            Contents contents,
            Spool spool,
            CertificateConfig config,
            AuditLog audit,
            Vertx vertx,
            Clock clock) {
        this.tenants = tenants;
        this.contents = contents;
        this.spool = spool;
        this.underWay = new UploadsUnderWay(config.uploadsAtOnce());
        this.audit = audit;
        this.vertx = vertx;
        this.clock = clock;
    }

    /**
     * Takes names for files that are about to come; what stayed on its way for a day is removed. Fails with {@link Unfit} when too many
     * are on their way.
     */
    public Uni<List<CertificateFile>> name(OperatorId operator, List<FileName> names) {
        List<CertificateFileRow> rows = names.stream()
                .map(name -> new CertificateFileRow(UUID.randomUUID(), operator, name.value(), clock.instant()))
                .toList();
        return tenants.of(
                operator,
                session -> Contents.locked(session, operator)
                        .chain(() -> withoutStale(session, operator))
                        .chain(() -> onTheWay(session, operator))
                        .invoke(waiting -> requireRoom(waiting.size() + names.size()))
                        .chain(() -> session.persistAll(rows.toArray()))
                        .replaceWith(
                                rows.stream().map(CertificateFileRow::toDomain).toList()));
    }

    private Uni<Void> withoutStale(Mutiny.Session session, OperatorId operator) {
        return session.createMutationQuery(
                        "delete CertificateFileRow where operatorId = :operator and certificateId is null and registeredAt < :old")
                .setParameter("operator", operator.value())
                .setParameter("old", clock.instant().minus(ON_THE_WAY))
                .executeUpdate()
                .chain(() -> Contents.withoutUnused(session, operator));
    }

    private static Uni<List<CertificateFileRow>> onTheWay(Mutiny.Session session, OperatorId operator) {
        return session.createSelectionQuery(
                        "from CertificateFileRow where operatorId = :operator and certificateId is null",
                        CertificateFileRow.class)
                .setParameter("operator", operator.value())
                .getResultList();
    }

    private static void requireRoom(int files) {
        if (files > CertificateLimits.MOST_FILES) {
            throw new Unfit("fileInfo: " + files + " files would be on their way, and may be no more than "
                    + CertificateLimits.MOST_FILES + ".");
        }
    }

    /**
     * Takes the bytes of a file in. The same ones again are no fault. Fails with {@link Unfit} when they are not what the file's name
     * says, or are others than those that came before; with {@link Refused} when the operator has named no such file.
     */
    public Uni<CertificateFile> upload(Submitter by, UUID id, Body body) {
        return tenants.of(by.operator(), session -> owned(session, by.operator(), id))
                .chain(row -> underWay.counted(
                        by.operator(), id.toString(), () -> uploaded(by, new FileName(row.name), id, body)));
    }

    private Uni<CertificateFile> uploaded(Submitter by, FileName name, UUID id, Body body) {
        return spool.through(
                body,
                CertificateLimits.MOST_BYTES,
                upload -> judged(name, upload).chain(() -> kept(by, id, name, upload)));
    }

    private Uni<Void> judged(FileName name, Spooled upload) {
        if (upload.size() == 0) {
            throw new Unfit("fileName: there are no bytes.");
        }
        return Uni.createFrom()
                .completionStage(() -> vertx.executeBlocking(() -> asNamed(name, upload), false)
                        .toCompletionStage())
                .replaceWithVoid();
    }

    private static Spooled asNamed(FileName name, Spooled upload) throws Exception {
        MediaTypes.requireAsNamed(name, upload.path());
        return upload;
    }

    private Uni<CertificateFile> kept(Submitter by, UUID id, FileName name, Spooled upload) {
        return tenants.of(
                by.operator(),
                session -> Contents.locked(session, by.operator())
                        .chain(() -> owned(session, by.operator(), id))
                        .chain(row -> row.contentId == null
                                ? filled(session, by, row, name, upload)
                                : Uni.createFrom().item(same(row, upload)))
                        .map(CertificateFileRow::toDomain));
    }

    private Uni<CertificateFileRow> filled(
            Mutiny.Session session, Submitter by, CertificateFileRow row, FileName name, Spooled upload) {
        return onTheWay(session, by.operator())
                .invoke(waiting -> requireRoom(waiting, upload))
                .chain(() -> contents.kept(session, by.operator(), upload))
                .invoke(content -> row.has(
                        new CertificateFile.Content(content, name.type().mediaType(), upload.size(), upload.sha256())))
                .chain(() -> AuditLog.tell(session, "certificate-file.kept", by, clock.instant(), told(row.toDomain())))
                .replaceWith(row);
    }

    private static CertificateFileRow same(CertificateFileRow row, Spooled upload) {
        if (!upload.sha256().equals(row.sha256)) {
            throw new Unfit("fileId: has other bytes already; other bytes are another file.");
        }
        return row;
    }

    private static void requireRoom(List<CertificateFileRow> waiting, Spooled upload) {
        long bytes = upload.size()
                + waiting.stream().mapToLong(CertificateFileRow::bytes).sum();
        if (bytes > CertificateLimits.MOST_BYTES) {
            throw new Unfit("fileInfo: " + bytes + " bytes would be on their way, and may be no more than "
                    + CertificateLimits.MOST_BYTES + ".");
        }
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
        what.putAll(told(file));
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

    static Map<String, Object> told(CertificateFile file) {
        Map<String, Object> what = new LinkedHashMap<>();
        what.put("fileId", file.id().toString());
        CertificateFile.Content content = Objects.requireNonNull(file.content());
        what.put("sha256", content.sha256());
        what.put("size", content.size());
        return what;
    }

    /** The operator's own file; fails with {@link Refused} when it has none with this id. */
    private static Uni<CertificateFileRow> owned(Mutiny.Session session, OperatorId operator, UUID id) {
        return session.find(CertificateFileRow.class, id)
                .map(row -> row != null && row.operatorId.equals(operator.value()) ? row : null)
                .onItem()
                .ifNull()
                .failWith(() -> new Refused(Reason.NO_SUCH_FILE));
    }
}
