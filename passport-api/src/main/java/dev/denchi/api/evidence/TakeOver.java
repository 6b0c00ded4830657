package dev.denchi.api.evidence;

import dev.denchi.api.document.Documents;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.audit.Submitter;
import dev.denchi.api.store.handover.Handover;
import dev.denchi.api.store.handover.Handovers;
import dev.denchi.api.store.handover.Handovers.Added;
import dev.denchi.api.upload.Body;
import dev.denchi.api.upload.Spool;
import dev.denchi.api.upload.Spooled;
import dev.denchi.api.upload.UploadsUnderWay;
import dev.denchi.model.evidence.EvidencePackage;
import dev.denchi.model.evidence.MalformedEvidence;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Takes over a passport with its evidence: judged fully, with keys that this service believes, and then all of it or nothing. */
@Singleton
class TakeOver {
    private final JudgeEvidence judge;
    private final Handovers handovers;
    private final Documents documents;
    private final Spool spool;
    private final Scratch scratch;
    private final UploadsUnderWay underWay = new UploadsUnderWay(1);
    private final Clock clock;
    private final Vertx vertx;

    /** @param added how much of it was not here before */
    record TakenOver(String passport, int versions, int documents, Added added) {

        boolean isNews() {
            return added.versions() + added.besides() > 0;
        }
    }

    TakeOver(
            JudgeEvidence judge,
            Handovers handovers,
            Documents documents,
            Spool spool,
            Scratch scratch,
            Clock clock,
            Vertx vertx) {
        this.judge = judge;
        this.handovers = handovers;
        this.documents = documents;
        this.spool = spool;
        this.scratch = scratch;
        this.clock = clock;
        this.vertx = vertx;
    }

    /** Onto the disk as it arrives, judged there, and then one transaction. */
    Uni<TakenOver> from(Body body, Submitter by) {
        return underWay.counted(
                by.operator(),
                "evidence",
                () -> scratch.folder()
                        .chain(folder -> spool.through(
                                        body, EvidencePackage.LARGEST, upload -> takenOver(upload, folder, by))
                                .onTermination()
                                .call(() -> scratch.remove(folder))));
    }

    private Uni<TakenOver> takenOver(Spooled upload, Path folder, Submitter by) {
        return judged(upload, folder, by)
                .chain(believed -> handovers
                        .keep(believed.handover(), documents.taken(believed.brought()))
                        .map(believed::takenOver));
    }

    /** Away from the event loop, as judging takes its time. */
    private Uni<Believed> judged(Spooled upload, Path folder, Submitter by) {
        return Uni.createFrom()
                .completionStage(() -> vertx.executeBlocking(() -> believed(upload.path(), folder, by), false)
                        .toCompletionStage());
    }

    private record Believed(EvidencePackage evidence, Handover handover, List<Documents.Brought> brought) {

        TakenOver takenOver(Added added) {
            return new TakenOver(
                    evidence.manifest().passport(), handover.versions().size(), brought.size(), added);
        }
    }

    private Believed believed(Path archive, Path folder, Submitter by) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(archive))) {
            EvidencePackage evidence = EvidencePackage.unpack(in, folder);
            judge.requireBelieved(evidence, folder);
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            return new Believed(
                    evidence,
                    KeptEvidence.handover(evidence, by, now),
                    TakenDocuments.of(evidence.documents(), folder));
        } catch (MalformedEvidence e) {
            throw Rejected.because(ProblemType.MALFORMED_REQUEST, e.getMessage());
        }
    }
}
