package dev.denchi.api.bulk;

import dev.denchi.api.context.OwnContext;
import dev.denchi.api.ingest.Submission;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.audit.Submitter;
import dev.denchi.api.store.upload.BulkUpload;
import dev.denchi.api.store.upload.BulkUploads;
import dev.denchi.model.format.StrictJson;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One sending of an upload, from its first byte to its last. At most {@link #CHUNKS_AT_ONCE} chunks are in memory. */
final class Sending {
    private static final int CHUNKS_AT_ONCE = 2;
    private static final long MOST_REFUSALS = 10_000;

    private final BulkUpload upload;
    private final Submitter submitter;
    private final Rows rows;
    private final IssueLines issueLines;
    private final BulkUploads uploads;
    private final OwnContext contexts = OwnContext.here();
    private final Lines lines = new Lines();
    private long refusals;

    Sending(BulkUpload upload, Submitter submitter, Rows rows, IssueLines issueLines, BulkUploads uploads) {
        this.upload = upload;
        this.submitter = submitter;
        this.rows = rows;
        this.issueLines = issueLines;
        this.uploads = uploads;
    }

    /** Completes when every line was answered. */
    Uni<Void> run(Multi<byte[]> body) {
        Multi<List<Line>> read = body.onItem().transformToIterable(lines::add);
        Multi<List<Line>> rest =
                Multi.createFrom().deferred(() -> Multi.createFrom().iterable(lines.rest()));
        return Multi.createBy()
                .concatenating()
                .streams(read, rest)
                .map(this::entries)
                .onItem()
                .transformToUni(this::answered)
                .merge(CHUNKS_AT_ONCE)
                .onItem()
                .ignoreAsUni()
                .flatMap(done -> contexts.run(() -> uploads.forgetAfter(upload, lines.last())));
    }

    private List<Entry> entries(List<Line> chunk) {
        List<Entry> entries = new ArrayList<>(chunk.size());
        for (Line line : chunk) {
            boolean header = rows.isHeader(line);
            try {
                byte[] document = rows.document(requireFits(line));
                if (document != null) {
                    entries.add(Entry.of(upload, submitter, line, document));
                }
            } catch (Rejected refusal) {
                if (header) {
                    throw refusal;
                }
                entries.add(Entry.refused(line, refusal));
            }
        }
        return entries;
    }

    private Uni<Void> answered(List<Entry> chunk) {
        return chunk.isEmpty()
                ? Uni.createFrom().voidItem()
                : issueLines
                        .issue(upload, chunk, contexts)
                        .call(this::noted)
                        .invoke(this::requireSomeGood)
                        .replaceWithVoid();
    }

    private Uni<Void> noted(List<Outcome> outcomes) {
        List<?> told = outcomes.stream().map(Outcome::row).toList();
        String json = new String(StrictJson.write(told), StandardCharsets.UTF_8);
        return contexts.run(() -> uploads.note(upload, json))
                .invoke(Sending::requireNewest)
                .replaceWithVoid();
    }

    private void requireSomeGood(List<Outcome> outcomes) {
        refusals += outcomes.stream().filter(Outcome::isRefusal).count();
        if (refusals > MOST_REFUSALS) {
            throw Rejected.because(
                    ProblemType.UPLOAD_STOPPED,
                    "more than " + MOST_REFUSALS + " lines were refused, the upload was stopped near line "
                            + lines.last() + "; /v1/bulk/" + upload.id()
                            + "/results has their violations. Correct the file and send it again under the same key");
        }
    }

    private static Line requireFits(Line line) {
        if (line.tooLong()) {
            throw Rejected.because(
                    ProblemType.BODY_TOO_LARGE,
                    "the line has " + line.length() + " bytes, a record may have " + Submission.LARGEST_BODY);
        }
        return line;
    }

    private static void requireNewest(Boolean noted) {
        if (!Objects.requireNonNull(noted)) {
            throw Rejected.because(
                    ProblemType.UPLOAD_TAKEN_OVER,
                    "the same Idempotency-Key came again and that sending goes on; this one ends here");
        }
    }
}
