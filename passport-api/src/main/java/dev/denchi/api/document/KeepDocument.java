package dev.denchi.api.document;

import dev.denchi.api.document.Documents.Kept;
import dev.denchi.api.file.MediaTypes;
import dev.denchi.api.file.Mistyped;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.audit.Submitter;
import dev.denchi.api.upload.Body;
import dev.denchi.api.upload.Spool;
import dev.denchi.api.upload.Spooled;
import dev.denchi.api.upload.UploadsUnderWay;
import dev.denchi.model.file.DocumentLimits;
import dev.denchi.model.file.FileType;
import dev.denchi.model.passport.Violation;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Takes a document in: arrived as a whole, found to be what it is said to be, and then kept. */
@Singleton
class KeepDocument {
    private final Documents documents;
    private final Spool spool;
    private final UploadsUnderWay underWay;
    private final Vertx vertx;

    KeepDocument(Documents documents, Spool spool, DocumentConfig config, Vertx vertx) {
        this.documents = documents;
        this.spool = spool;
        this.underWay = new UploadsUnderWay(config.uploadsAtOnce());
        this.vertx = vertx;
    }

    /** Fails with {@link Rejected}, and keeps nothing, when the bytes have not that hash, are not of that type, or too many. */
    Uni<Kept> keep(Submitter by, String sha256, FileType type, Body body) {
        return underWay.counted(
                by.operator(),
                sha256,
                () -> spool.through(
                        body,
                        DocumentLimits.MOST_BYTES,
                        upload -> judged(sha256, type, upload).chain(fit -> documents.keep(by, type, fit))));
    }

    /** Away from the event loop, as it reads the disk. */
    private Uni<Spooled> judged(String sha256, FileType type, Spooled upload) {
        return Uni.createFrom()
                .completionStage(() -> vertx.executeBlocking(() -> requireFit(sha256, type, upload), false)
                        .toCompletionStage());
    }

    private static Spooled requireFit(String sha256, FileType type, Spooled upload) throws IOException {
        List<Violation> violations = new ArrayList<>();
        if (!upload.sha256().equals(sha256)) {
            violations.add(new Violation(
                    "",
                    "document-has-its-hash",
                    "the bytes have the SHA-256 " + upload.sha256() + ", the address says " + sha256));
        }
        if (upload.size() == 0) {
            violations.add(new Violation("", "document-has-bytes", "there are no bytes"));
        } else {
            try {
                MediaTypes.requireAre(type, upload.path());
            } catch (Mistyped e) {
                violations.add(new Violation("", "document-has-its-type", e.fault()));
            }
        }
        if (!violations.isEmpty()) {
            throw Rejected.invalid(ProblemType.INVALID_REQUEST, violations);
        }
        return upload;
    }
}
