package dev.denchi.api.ingest;

import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.record.Answered;
import dev.denchi.api.store.record.NewRecord.RequestKey;
import dev.denchi.api.store.record.Records;
import dev.denchi.model.format.RecordDraft;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Answers a submission whose idempotency key or subject is there already. */
@Singleton
public class Repeats {
    private final Records records;

    Repeats(Records records) {
        this.records = records;
    }

    /** The first answer again, when this is the same request; else it fails with {@link Rejected}. */
    Uni<Receipt> answerTo(Submission submission, RecordDraft draft) {
        return earlierAnswer(submission)
                .onItem()
                .ifNull()
                .failWith(
                        () -> Rejected.because(
                                ProblemType.SUBJECT_EXISTS,
                                draft.content().subject(submission.operator())
                                        + " has a record already, or its product identifier is another passport's; to change a record, PUT a new version to it"));
    }

    /** The first answer, {@code null} when the submission has no key or the key is new; fails when it was another request's. */
    public Uni<Receipt> earlierAnswer(Submission submission) {
        RequestKey request = submission.request();
        return request == null
                ? Uni.createFrom().nullItem()
                : records.answered(submission.operator(), request.key())
                        .onItem()
                        .ifNotNull()
                        .transformToUni(answered -> repeated(answered, request.sha256()));
    }

    private Uni<Receipt> repeated(Answered answered, String sha256) {
        if (!answered.requestSha256().equals(sha256)) {
            throw Rejected.because(
                    ProblemType.IDEMPOTENCY_KEY_REUSED,
                    "this Idempotency-Key came with another request before; take a new key for a new request");
        }
        return records.version(answered.id(), answered.version()).map(record -> Receipt.again(record.token()));
    }
}
