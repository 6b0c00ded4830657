package dev.denchi.api.ingest.together;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.denchi.api.ingest.Beside;
import dev.denchi.api.ingest.Judge;
import dev.denchi.api.ingest.Place;
import dev.denchi.api.ingest.Sealing;
import dev.denchi.api.ingest.Submission;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.record.NewRecord;
import dev.denchi.api.store.record.Records;
import dev.denchi.api.store.record.StoredRecord;
import dev.denchi.api.store.record.Versions;
import dev.denchi.model.format.RecordDraft;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.identifier.RecordId;
import dev.denchi.model.passport.Subject;
import dev.denchi.model.passport.Violation;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** First versions that belong together: each is judged and signed as if it came alone; then all of them are kept, or none is. */
@Singleton
class KeepTogether {
    private static final int TRIES_AGAIN = 2;

    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();
    private final Judge judge;
    private final Sealing sealing;
    private final Records records;
    private final Versions versions;

    KeepTogether(Judge judge, Sealing sealing, Records records, Versions versions) {
        this.judge = judge;
        this.sealing = sealing;
        this.records = records;
        this.versions = versions;
    }

    /** Whoever else issues one of the records meanwhile is met by looking again. */
    static <T> Uni<T> lookingAgain(Supplier<Uni<? extends T>> issue, String what) {
        return Uni.createFrom()
                .<T>deferred(issue)
                .onFailure(Records.AlreadyThere.class)
                .retry()
                .atMost(TRIES_AGAIN)
                .onFailure(Records.AlreadyThere.class)
                .transform(taken -> PassportDrafts.exists(what));
    }

    /** As the database has them at this moment, whatever this replica has heard. */
    Uni<Map<Subject, StoredRecord>> known(List<Subject> subjects) {
        return records.heads(subjects)
                .flatMap(versions::of)
                .map(found -> found.stream()
                        .collect(Collectors.toMap(
                                record -> record.token().header().subject(), Function.identity())));
    }

    /**
     * Fails with {@link Rejected} when anything is wrong.
     *
     * @param around what is wrong with the document around them
     */
    Uni<Void> requireGood(List<RecordDraft> drafts, OperatorId operator, Beside beside, List<Violation> around) {
        return Multi.createFrom()
                .iterable(drafts)
                .onItem()
                .transformToUniAndConcatenate(draft -> violations(draft, operator, beside))
                .collect()
                .asList()
                .invoke(found -> requireNone(
                        Stream.concat(around.stream(), found.stream().flatMap(List::stream))
                                .toList()))
                .replaceWithVoid();
    }

    private Uni<List<Violation>> violations(RecordDraft draft, OperatorId operator, Beside beside) {
        String place = PassportDrafts.pointer(draft);
        return judge.violations(draft, operator, beside).map(found -> below(place, found));
    }

    private static List<Violation> below(String place, List<Violation> found) {
        return found.stream().map(violation -> violation.below(place)).toList();
    }

    private static void requireNone(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw Rejected.invalid(violations);
        }
    }

    /** @param hasKey whose receipt answers the submission's idempotency key */
    Uni<List<NewRecord>> kept(List<RecordDraft> drafts, Submission submission, Predicate<RecordDraft> hasKey) {
        return sealed(drafts, submission, hasKey)
                .call(made -> made.isEmpty() ? Uni.createFrom().voidItem() : records.keepTogether(made));
    }

    /** No transaction is open yet. */
    private Uni<List<NewRecord>> sealed(
            List<RecordDraft> drafts, Submission submission, Predicate<RecordDraft> hasKey) {
        return Multi.createFrom()
                .iterable(drafts)
                .onItem()
                .transformToUniAndConcatenate(draft -> sealing.sealed(
                        draft,
                        hasKey.test(draft) ? submission : submission.withoutKey(),
                        Place.first(new RecordId(ids.generate()))))
                .collect()
                .asList();
    }
}
