package dev.denchi.api.ingest;

import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.record.NewRecord;
import dev.denchi.api.store.record.Records;
import dev.denchi.api.store.record.StoredRecord;
import dev.denchi.model.format.RecordDraft;
import dev.denchi.model.format.RecordReader;
import dev.denchi.model.identifier.RecordId;
import dev.denchi.model.passport.Battery;
import dev.denchi.model.passport.RecordContent;
import dev.denchi.model.passport.Violation;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Issues a later version of a record, which names the hash of the one it follows. All of it is kept, or nothing. */
@Singleton
public class SupersedeRecord {
    private final OwnVersion own;
    private final RecordReader reader;
    private final ReadSigned signed;
    private final Judge judge;
    private final Sealing sealing;
    private final Records records;
    private final Repeats repeats;

    SupersedeRecord(
            OwnVersion own,
            RecordReader reader,
            ReadSigned signed,
            Judge judge,
            Sealing sealing,
            Records records,
            Repeats repeats) {
        this.own = own;
        this.reader = reader;
        this.signed = signed;
        this.judge = judge;
        this.sealing = sealing;
        this.records = records;
        this.repeats = repeats;
    }

    public Uni<Receipt> supersede(RecordId id, String ifMatch, Submission submission) {
        return repeats.earlierAnswer(submission)
                .onItem()
                .ifNull()
                .switchTo(() -> meant(id, ifMatch, submission).flatMap(current -> next(current, submission)));
    }

    /** One that its operator signed itself: what is kept is what was sent. */
    public Uni<Receipt> take(RecordId id, String ifMatch, Submission submission) {
        return repeats.earlierAnswer(submission)
                .onItem()
                .ifNull()
                .switchTo(() -> meant(id, ifMatch, submission).flatMap(current -> nextSigned(current, submission)));
    }

    /** What an operator that signs itself would have to sign to follow the current version. Nothing is kept. */
    Uni<ToSign> prepare(RecordId id, Submission submission, Signing with) {
        return own.of(id, submission.operator()).flatMap(current -> prepared(current.record(), submission, with));
    }

    private Uni<ToSign> prepared(StoredRecord current, Submission submission, Signing with) {
        RecordDraft draft = reader.read(current.token().header().kind(), submission.body());
        return judge.accepted(draft, submission.operator(), contentOf(current))
                .invoke(accepted -> requireSameIdentity(accepted.draft(), current, submission))
                .flatMap(accepted -> sealing.prepared(accepted.draft(), submission, after(current), with));
    }

    private Uni<Receipt> nextSigned(StoredRecord current, Submission submission) {
        return signed.next(current.token().header().kind(), after(current), submission)
                .flatMap(record -> judgedAndKept(record, current, submission));
    }

    private Uni<Receipt> judgedAndKept(SignedRecord record, StoredRecord current, Submission submission) {
        return Uni.createFrom()
                .deferred(() -> judge.accepted(record, submission.operator(), contentOf(current)))
                .invoke(accepted -> requireSameIdentity(record.draft(), current, submission))
                .flatMap(accepted -> kept(sealing.asSigned(accepted, submission)))
                .plug(RacingDraws::settled)
                .onFailure()
                .transform(NamedPlaces::taken)
                .onFailure(Records.AlreadyThere.class)
                .recoverWithUni(() -> repeats.answerTo(submission, record.draft()));
    }

    private Uni<StoredRecord> meant(RecordId id, String ifMatch, Submission submission) {
        return own.of(id, submission.operator())
                .invoke(current -> current.requireMatch(ifMatch, "read it and repeat the change on it"))
                .map(OwnVersion.Current::record);
    }

    private static Place after(StoredRecord current) {
        var header = current.token().header();
        return new Place(header.id(), header.version() + 1, current.token().sha256());
    }

    private Uni<Receipt> next(StoredRecord current, Submission submission) {
        RecordDraft draft = reader.read(current.token().header().kind(), submission.body());
        return Uni.createFrom()
                .deferred(() -> judge.accepted(draft, submission.operator(), contentOf(current)))
                .invoke(accepted -> requireSameIdentity(accepted.draft(), current, submission))
                .flatMap(accepted -> sealing.sealed(accepted, submission, after(current)))
                .flatMap(this::kept)
                .plug(RacingDraws::settled)
                .onFailure(Records.AlreadyThere.class)
                .recoverWithUni(() -> repeats.answerTo(submission, draft));
    }

    private Uni<Receipt> kept(NewRecord record) {
        return records.keepNext(record).replaceWith(() -> Receipt.of(record.token()));
    }

    /** What a record speaks about is fixed for life; saying something about something else is another record. */
    private static void requireSameIdentity(RecordDraft draft, StoredRecord current, Submission submission) {
        List<Violation> violations = new ArrayList<>();
        var subject = current.token().header().subject();
        if (!draft.content().subject(submission.operator()).equals(subject)) {
            violations.add(new Violation(
                    "", "subject-is-fixed", "the record speaks about " + subject + ", and so must every version"));
        }
        if (draft.content() instanceof Battery battery && !Objects.equals(productOf(current), battery.product())) {
            violations.add(new Violation(
                    "/productIdentifier",
                    "product-identifier-is-fixed",
                    "a battery keeps its product identifier for life (Article 77(3))"));
        }
        if (!violations.isEmpty()) {
            throw Rejected.invalid(violations);
        }
    }

    private static RecordContent contentOf(StoredRecord current) {
        return current.token().content();
    }

    private static Object productOf(StoredRecord current) {
        return Objects.requireNonNull(((Battery) contentOf(current)).product());
    }
}
