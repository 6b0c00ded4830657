package dev.denchi.api.certificate;

import dev.denchi.api.file.Contents;
import dev.denchi.api.file.InTurn;
import dev.denchi.api.file.MediaTypes;
import dev.denchi.api.file.Mistyped;
import dev.denchi.api.store.audit.AuditLog;
import dev.denchi.api.store.audit.Submitter;
import dev.denchi.api.store.session.TenantSessions;
import dev.denchi.api.supply.Refused;
import dev.denchi.api.supply.Refused.Reason;
import dev.denchi.api.upload.Body;
import dev.denchi.api.upload.Spool;
import dev.denchi.api.upload.Spooled;
import dev.denchi.api.upload.UploadsUnderWay;
import dev.denchi.model.certificate.CertificateLimits;
import dev.denchi.model.certificate.FileName;
import dev.denchi.model.identifier.OperatorId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Takes files in, on their way into certificates. */
@Singleton
public class TakeFiles {
    private static final Duration ON_THE_WAY = Duration.ofDays(1);

    private final TenantSessions tenants;
    private final InTurn inTurn;
    private final Contents contents;
    private final Spool spool;
    private final UploadsUnderWay underWay;
    private final Vertx vertx;
    private final Clock clock;

    TakeFiles(
            TenantSessions tenants,
            InTurn inTurn,
            Contents contents,
            Spool spool,
            CertificateConfig config,
            Vertx vertx,
            Clock clock) {
        this.tenants = tenants;
        this.inTurn = inTurn;
        this.contents = contents;
        this.spool = spool;
        this.underWay = new UploadsUnderWay(config.uploadsAtOnce());
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
        return inTurn.change(
                operator,
                session -> withoutStale(session, operator)
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
        try {
            MediaTypes.requireAre(name.type(), upload.path());
            return upload;
        } catch (Mistyped e) {
            throw new Unfit("fileName: " + e.fault() + ".");
        }
    }

    private Uni<CertificateFile> kept(Submitter by, UUID id, FileName name, Spooled upload) {
        return inTurn.change(
                by.operator(),
                session -> owned(session, by.operator(), id)
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
                .chain(() -> AuditLog.tell(
                        session,
                        "certificate-file.kept",
                        by,
                        clock.instant(),
                        row.toDomain().told()))
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

    /** The operator's own file; fails with {@link Refused} when it has none with this id. */
    private static Uni<CertificateFileRow> owned(Mutiny.Session session, OperatorId operator, UUID id) {
        return session.find(CertificateFileRow.class, id)
                .map(row -> row != null && row.operatorId.equals(operator.value()) ? row : null)
                .onItem()
                .ifNull()
                .failWith(() -> new Refused(Reason.NO_SUCH_FILE));
    }
}
