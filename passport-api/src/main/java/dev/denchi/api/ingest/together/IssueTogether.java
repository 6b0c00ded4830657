package dev.denchi.api.ingest.together;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.api.ingest.Beside;
import dev.denchi.api.ingest.Receipt;
import dev.denchi.api.ingest.Repeats;
import dev.denchi.api.ingest.Submission;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.record.NewRecord;
import dev.denchi.api.store.record.StoredRecord;
import dev.denchi.model.format.RecordDraft;
import dev.denchi.model.format.RecordReader;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.passport.Subject;
import dev.denchi.model.passport.Violation;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Issues records on a model that belong together and are not there yet: each is judged as if it came alone, all of them are kept, or none
 * is. What is there already and says the same stays as it is, so that the same request again changes nothing.
 */
@Singleton
public class IssueTogether {
    private final RecordReader reader;
    private final KeepTogether together;
    private final Repeats repeats;

    IssueTogether(RecordReader reader, KeepTogether together, Repeats repeats) {
        this.reader = reader;
        this.together = together;
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
        return KeepTogether.lookingAgain(
                () -> together.known(drafts.subjects()).flatMap(known -> issued(drafts, known, submission)),
                "one of the records");
    }

    /** The receipts of what is there of these subjects. */
    public Uni<List<Receipt>> known(Map<RecordKind, ? extends JsonNode> groups, Submission submission) {
        List<Subject> subjects = groups.entrySet().stream()
                .map(group ->
                        RecordReader.content(group.getKey(), group.getValue()).subject(submission.operator()))
                .toList();
        return together.known(subjects)
                .map(known -> subjects.stream()
                        .filter(known::containsKey)
                        .map(subject -> Receipt.again(
                                Objects.requireNonNull(known.get(subject)).token()))
                        .toList());
    }

    private Uni<List<Receipt>> issued(PassportDrafts drafts, Map<Subject, StoredRecord> known, Submission submission) {
        List<RecordDraft> missing = drafts.missingFrom(known);
        return together.requireGood(missing, drafts.operator(), Beside.NOTHING, drafts.faults())
                .invoke(() -> drafts.requireNew(known))
                .chain(() ->
                        together.kept(missing, submission, missing.isEmpty() ? none -> false : missing.get(0)::equals))
                .map(made -> receipts(drafts, known, made));
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
