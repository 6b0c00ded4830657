package dev.denchi.api.bulk;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.denchi.api.context.OwnContext;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.audit.Submitter;
import dev.denchi.api.store.upload.BulkUpload;
import dev.denchi.api.store.upload.BulkUpload.State;
import dev.denchi.api.store.upload.BulkUploads;
import dev.denchi.api.upload.Body;
import dev.denchi.api.upload.UploadsUnderWay;
import dev.denchi.model.passport.RecordKind;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Takes an upload in. Whatever ends it, its row says so, and the same upload sent again goes on where it ended. */
@Singleton
class TakeUpload {
    private static final Logger LOG = Logger.getLogger(TakeUpload.class);

    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();
    private final BulkUploads uploads;
    private final IssueLines issueLines;
    private final UploadsUnderWay underWay;

    TakeUpload(BulkUploads uploads, IssueLines issueLines, BulkConfig config) {
        this.uploads = uploads;
        this.issueLines = issueLines;
        this.underWay = new UploadsUnderWay(config.uploadsAtOnce());
    }

    Uni<BulkUpload> take(Submitter submitter, RecordKind kind, String key, Rows rows, Body body) {
        return underWay.counted(submitter.operator(), key, () -> taken(submitter, kind, key, rows, body));
    }

    private Uni<BulkUpload> taken(Submitter submitter, RecordKind kind, String key, Rows rows, Body body) {
        OwnContext contexts = OwnContext.here();
        return contexts.run(() -> uploads.begin(ids.generate(), submitter.operator(), key, kind))
                .onItem()
                .ifNull()
                .failWith(() -> Rejected.because(
                        ProblemType.IDEMPOTENCY_KEY_REUSED,
                        "this Idempotency-Key came with an upload of another kind of record; take a new key"))
                .flatMap(upload -> sent(upload, submitter, rows, body, contexts));
    }

    private Uni<BulkUpload> sent(BulkUpload upload, Submitter submitter, Rows rows, Body body, OwnContext contexts) {
        return Uni.join()
                .first(new Sending(upload, submitter, rows, issueLines, uploads).run(body.bytes()), body.broken())
                .toTerminate()
                .call(() -> contexts.run(() -> uploads.end(upload, State.FINISHED, null)))
                .onFailure()
                .call(failure -> contexts.run(() -> ended(upload, failure)))
                .flatMap(done -> contexts.run(() -> uploads.find(upload.operator(), upload.id())));
    }

    private Uni<Void> ended(BulkUpload upload, Throwable failure) {
        boolean refused = failure instanceof Rejected rejected && rejected.type() != ProblemType.UNAVAILABLE;
        if (!refused) {
            LOG.warnf("upload %s was interrupted: %s", upload.id(), failure);
        }
        return uploads.end(
                        upload,
                        refused ? State.STOPPED : State.INTERRUPTED,
                        refused
                                ? failure.getMessage()
                                : "the connection or the service failed; send the same file again under the same key")
                .onFailure()
                .recoverWithNull(); // what failed first is what the caller is told
    }
}
