package dev.denchi.api.evidence;

import dev.denchi.api.access.Caller;
import dev.denchi.api.document.Document;
import dev.denchi.api.document.Documents;
import dev.denchi.api.evidence.GatherEvidence.Gathered;
import dev.denchi.api.upload.Spool;
import dev.denchi.model.evidence.SignedEvidence;
import dev.denchi.model.identifier.PassportIdentifier;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Writes the evidence of a passport into a file: its documents come from the database piece by piece, and are never in memory. */
@Singleton
class ExportEvidence {
    private static final String ARCHIVE = "evidence.zip";

    private final GatherEvidence gather;
    private final Documents documents;
    private final Scratch scratch;
    private final Spool spool;
    private final Vertx vertx;

    ExportEvidence(GatherEvidence gather, Documents documents, Scratch scratch, Spool spool, Vertx vertx) {
        this.gather = gather;
        this.documents = documents;
        this.scratch = scratch;
        this.spool = spool;
        this.vertx = vertx;
    }

    /** The archive, which is there until it is {@link #removed}. */
    Uni<Path> of(PassportIdentifier passport, Caller caller) {
        return scratch.folder()
                .chain(folder -> gather.of(passport, caller)
                        .chain(gathered -> written(gathered, folder))
                        .onFailure()
                        .call(() -> scratch.remove(folder)));
    }

    Uni<Void> removed(Path archive) {
        return scratch.remove(Objects.requireNonNull(archive.getParent()));
    }

    private Uni<Path> written(Gathered gathered, Path folder) {
        return Multi.createFrom()
                .iterable(onceEach(gathered.documents()))
                .onItem()
                .transformToUniAndConcatenate(
                        document -> spool.write(folder.resolve(document.sha256()), documents.bytes(document)))
                .onItem()
                .ignoreAsUni()
                .chain(() -> archive(gathered.evidence(), folder));
    }

    /** Operators that keep the same document share its entry. */
    private static Collection<Document> onceEach(Collection<Document> documents) {
        Map<String, Document> once = new TreeMap<>();
        documents.forEach(document -> once.putIfAbsent(document.sha256(), document));
        return once.values();
    }

    /** Away from the event loop, as it reads and writes the disk. */
    private Uni<Path> archive(SignedEvidence evidence, Path folder) {
        return Uni.createFrom()
                .completionStage(() -> vertx.executeBlocking(() -> write(evidence, folder), false)
                        .toCompletionStage());
    }

    private static Path write(SignedEvidence evidence, Path folder) throws IOException {
        Path archive = folder.resolve(ARCHIVE);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(archive))) {
            evidence.writeTo(out, folder);
        }
        return archive;
    }
}
