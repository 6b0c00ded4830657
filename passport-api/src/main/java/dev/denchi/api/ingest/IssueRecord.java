package dev.denchi.api.ingest;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.denchi.api.ingest.lot.LotEvents;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.record.NewRecord;
import dev.denchi.api.store.record.Records;
import dev.denchi.model.format.RecordDraft;
import dev.denchi.model.format.RecordReader;
import dev.denchi.model.identifier.RecordId;
import dev.denchi.model.passport.RecordKind;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Issues a record once. Either its bytes, its projections, its idempotency key and its event are all kept, or none is. */
@Singleton
public class IssueRecord {
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();
    private final RecordReader reader;
    private final ReadSigned signed;
    private final Judge judge;
    private final Sealing sealing;
    private final Records records;
    private final Repeats repeats;

    IssueRecord(
            RecordReader reader, ReadSigned signed, Judge judge, Sealing sealing, Records records, Repeats repeats) {
        this.reader = reader;
        this.signed = signed;
        this.judge = judge;
        this.sealing = sealing;
        this.records = records;
        this.repeats = repeats;
    }

    public Uni<Receipt> issue(RecordKind kind, Submission submission) {
        RecordDraft draft = reader.read(kind, submission.body());
        return Uni.createFrom()
                .deferred(() -> judge.accepted(draft, submission.operator(), null))
                .flatMap(accepted ->
                        sealing.sealed(accepted, submission, Place.first(newId()))) // no transaction is open yet
                .flatMap(this::kept)
                .plug(RacingDraws::settled)
                .onFailure(Rejected.class)
                .recoverWithUni(refusal -> answeredBefore(draft, submission, refusal))
                .onFailure(Records.AlreadyThere.class)
                .recoverWithUni(() -> repeats.answerTo(submission, draft));
    }

    /** What was drawn once may leave too little for the same request again, which has its answer. */
    private Uni<Receipt> answeredBefore(RecordDraft draft, Submission submission, Throwable refusal) {
        return LotEvents.isIn(draft.content())
                ? repeats.earlierAnswer(submission).onItem().ifNull().failWith(refusal)
                : Uni.createFrom().failure(refusal);
    }

    /** One that its operator signed itself: what is kept is what was sent. What was answered before is answered again, however old. */
    public Uni<Receipt> take(RecordKind kind, Submission submission) {
        return repeats.earlierAnswer(submission).onItem().ifNull().switchTo(() -> takeNew(kind, submission));
    }

    private Uni<Receipt> takeNew(RecordKind kind, Submission submission) {
        return signed.first(kind, submission).flatMap(record -> judgedAndKept(record, submission));
    }

    private Uni<Receipt> judgedAndKept(SignedRecord record, Submission submission) {
        return Uni.createFrom()
                .deferred(() -> judge.accepted(record, submission.operator(), null))
                .flatMap(accepted -> kept(sealing.asSigned(accepted, submission)))
                .plug(RacingDraws::settled)
                .onFailure()
                .transform(NamedPlaces::taken)
                .onFailure(Rejected.class)
                .recoverWithUni(refusal -> answeredBefore(record.draft(), submission, refusal))
                .onFailure(Records.AlreadyThere.class)
                .recoverWithUni(() -> repeats.answerTo(submission, record.draft()));
    }

    /** What an operator that signs itself would have to sign. Nothing is kept. */
    Uni<ToSign> prepare(RecordKind kind, Submission submission, Signing with) {
        return judge.accepted(reader.read(kind, submission.body()), submission.operator(), null)
                .flatMap(accepted -> sealing.prepared(accepted.draft(), submission, Place.first(newId()), with));
    }

    private Uni<Receipt> kept(NewRecord record) {
        return records.keep(record).replaceWith(() -> Receipt.of(record.token()));
    }

    private RecordId newId() {
        return new RecordId(ids.generate());
    }
}
