package dev.denchi.api.bulk;

import dev.denchi.api.context.OwnContext;
import dev.denchi.api.ingest.IssueRecord;
import dev.denchi.api.ingest.Submission;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.record.Answered;
import dev.denchi.api.store.record.Records;
import dev.denchi.api.store.upload.BulkUpload;
import dev.denchi.model.format.MalformedJson;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Issues the lines of a chunk, each on its own: what is wrong with one is no other's fault. */
@Singleton
class IssueLines {
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final int TRIES_MORE = 5;

    private final IssueRecord issueRecord;
    private final Records records;

    IssueLines(IssueRecord issueRecord, Records records) {
        this.issueRecord = issueRecord;
        this.records = records;
    }

    /** What became of each; fails only when the service cannot keep anything now. */
    Uni<List<Outcome>> issue(BulkUpload upload, List<Entry> chunk, OwnContext contexts) {
        return contexts.run(() -> earlierAnswers(upload, chunk))
                .flatMap(earlier -> Uni.join()
                        .all(chunk.stream()
                                .map(entry -> contexts.run(() -> outcome(upload, entry, earlier)))
                                .toList())
                        .andFailFast());
    }

    /** Asked at once for the whole chunk, so that an upload that is sent again passes quickly over what is done. */
    private Uni<Map<String, Answered>> earlierAnswers(BulkUpload upload, List<Entry> chunk) {
        List<String> keys = chunk.stream()
                .map(Entry::submission)
                .flatMap(Stream::ofNullable)
                .map(IssueLines::key)
                .toList();
        return upload.sending() == 1 || keys.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : records.answered(upload.operator(), keys);
    }

    private Uni<Outcome> outcome(BulkUpload upload, Entry entry, Map<String, Answered> earlier) {
        Submission submission = entry.submission();
        if (submission == null) {
            return Uni.createFrom().item(Outcome.refused(entry.line(), Objects.requireNonNull(entry.refusal())));
        }
        Answered answered = earlier.get(key(submission));
        return answered != null
                ? Uni.createFrom().item(Outcome.repeated(entry.line(), answered.id()))
                : issued(upload, entry.line(), submission);
    }

    private Uni<Outcome> issued(BulkUpload upload, long line, Submission submission) {
        return Uni.createFrom()
                .deferred(() -> issueRecord.issue(upload.kind(), submission))
                .map(receipt -> Outcome.kept(line, receipt))
                .onFailure(MalformedJson.class)
                .transform(malformed -> Rejected.because(ProblemType.MALFORMED_REQUEST, malformed.getMessage()))
                .onFailure(IssueLines::isTheLinesOwn)
                .recoverWithItem(refusal -> Outcome.refused(line, (Rejected) refusal))
                .onFailure()
                .retry()
                .withBackOff(FIRST_WAIT, LONGEST_WAIT)
                .atMost(TRIES_MORE);
    }

    private static boolean isTheLinesOwn(Throwable failure) {
        return failure instanceof Rejected rejected && rejected.type() != ProblemType.UNAVAILABLE;
    }

    private static String key(Submission submission) {
        return Objects.requireNonNull(submission.request()).key();
    }
}
