package dev.denchi.api.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.NewRecord;
import dev.denchi.api.store.Records;
import dev.denchi.api.store.StoredRecord;
import dev.denchi.api.store.Versions;
import dev.denchi.model.format.RecordDraft;
import dev.denchi.model.format.RecordReader;
import dev.denchi.model.identifier.RecordId;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.passport.Subject;
import dev.denchi.model.passport.Violation;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Issues records on a model that belong together and are not there yet: each is judged as if it came alone, all of them are kept, or none
 * is. What is there already and says the same stays as it is, so that the same request again changes nothing.
 */
@Singleton
public class IssueTogether {
    private static final int TRIES_AGAIN = 2;

    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();
    private final RecordReader reader;
    private final Judge judge;
    private final Sealing sealing;
    private final Records records;
    private final Versions versions;
    private final Repeats repeats;

    IssueTogether(
            RecordReader reader, Judge judge, Sealing sealing, Records records, Versions versions, Repeats repeats) {
        this.reader = reader;
        this.judge = judge;
        this.sealing = sealing;
        this.records = records;
        this.versions = versions;
        this.repeats = repeats;
    }

    /** Whether the same request was answered before; fails with {@link Rejected} when another one came under its key. */
    public Uni<Boolean> isRepeated(Submission submission) {
        return repeats.earlierAnswer(submission).map(Objects::nonNull);
    }

    /**
     * The receipts, one for each group and in the order of the kinds.
     *
     * @param groups what each record shall say
     * @param faults of the request around them, which are told with theirs
     */
    public Uni<List<Receipt>> issue(
            Map<RecordKind, ? extends JsonNode> groups, List<Violation> faults, Submission submission) {
        Map<RecordKind, RecordDraft> read = new EnumMap<>(RecordKind.class);
        groups.forEach((kind, document) -> read.put(kind, reader.read(kind, document)));
        PassportDrafts drafts = new PassportDrafts(submission.operator(), read, faults);
        return Uni.createFrom()
                .deferred(() -> known(drafts.subjects()).flatMap(known -> issued(drafts, known, submission)))
                .onFailure(Records.AlreadyThere.class)
                .retry()
                .atMost(TRIES_AGAIN)
                .onFailure(Records.AlreadyThere.class)
                .transform(taken -> PassportDrafts.exists("one of the records"));
    }

    /** The receipts of what is there of these subjects. */
    public Uni<List<Receipt>> known(Map<RecordKind, ? extends JsonNode> groups, Submission submission) {
        List<Subject> subjects = groups.entrySet().stream()
                .map(group ->
                        RecordReader.content(group.getKey(), group.getValue()).subject(submission.operator()))
                .toList();
        return known(subjects)
                .map(known -> subjects.stream()
                        .filter(known::containsKey)
                        .map(subject -> Receipt.again(
                                Objects.requireNonNull(known.get(subject)).token()))
                        .toList());
    }

    private Uni<List<Receipt>> issued(PassportDrafts drafts, Map<Subject, StoredRecord> known, Submission submission) {
        List<RecordDraft> missing = drafts.missingFrom(known);
        return violations(missing, drafts)
                .invoke(IssueTogether::requireNone)
                .invoke(() -> drafts.requireNew(known))
                .flatMap(none -> sealed(missing, submission))
                .call(made -> made.isEmpty() ? Uni.createFrom().voidItem() : records.keepTogether(made))
                .map(made -> receipts(drafts, known, made));
    }

    /** As the database has them at this moment, whatever this replica has heard. */
    private Uni<Map<Subject, StoredRecord>> known(List<Subject> subjects) {
        return records.heads(subjects)
                .flatMap(versions::of)
                .map(found -> found.stream()
                        .collect(Collectors.toMap(
                                record -> record.token().header().subject(), Function.identity())));
    }

    private Uni<List<Violation>> violations(List<RecordDraft> missing, PassportDrafts drafts) {
        return Multi.createFrom()
                .iterable(missing)
                .onItem()
                .transformToUniAndConcatenate(draft -> violations(draft, drafts))
                .collect()
                .asList()
                .map(found -> all(drafts, found));
    }

    private Uni<List<Violation>> violations(RecordDraft draft, PassportDrafts drafts) {
        String place = PassportDrafts.pointer(draft);
        return judge.violations(draft, drafts.operator(), Beside.NOTHING).map(found -> below(place, found));
    }

    private static List<Violation> below(String place, List<Violation> found) {
        return found.stream().map(violation -> violation.below(place)).toList();
    }

    private static List<Violation> all(PassportDrafts drafts, List<List<Violation>> found) {
        List<Violation> all = new ArrayList<>(drafts.faults());
        found.forEach(all::addAll);
        return all;
    }

    private static void requireNone(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw Rejected.invalid(violations);
        }
    }

    /** No transaction is open yet. The key is the first new record's. */
    private Uni<List<NewRecord>> sealed(List<RecordDraft> drafts, Submission submission) {
        return Multi.createFrom()
                .iterable(drafts)
                .onItem()
                .transformToUniAndConcatenate(draft -> sealing.sealed(
                        draft,
                        draft.equals(drafts.get(0)) ? submission : submission.withoutKey(),
                        Place.first(new RecordId(ids.generate()))))
                .collect()
                .asList();
    }

    private static List<Receipt> receipts(
            PassportDrafts drafts, Map<Subject, StoredRecord> known, List<NewRecord> made) {
        Map<Subject, Receipt> receipts = new HashMap<>();
        made.forEach(record -> receipts.put(record.token().header().subject(), Receipt.of(record.token())));
        known.forEach((subject, record) -> receipts.put(subject, Receipt.again(record.token())));
        return drafts.subjects().stream()
                .map(subject -> Objects.requireNonNull(receipts.get(subject)))
                .toList();
    }
}
