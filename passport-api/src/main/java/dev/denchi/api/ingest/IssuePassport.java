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
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.identifier.RecordId;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.passport.Subject;
import dev.denchi.model.passport.Violation;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Issues a battery's record together with those of its passport that are not there yet. Each is judged and signed as if it came
 * alone, with the others beside it; then all of them are kept, or none is.
 */
@Singleton
public class IssuePassport {
    private static final int TRIES_AGAIN = 2;

    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();
    private final RecordReader reader;
    private final Judge judge;
    private final Sealing sealing;
    private final Records records;
    private final Versions versions;
    private final Repeats repeats;

    IssuePassport(
            RecordReader reader, Judge judge, Sealing sealing, Records records, Versions versions, Repeats repeats) {
        this.reader = reader;
        this.judge = judge;
        this.sealing = sealing;
        this.records = records;
        this.versions = versions;
        this.repeats = repeats;
    }

    /**
     * The receipt of the battery's record. Whoever else issues one of the records meanwhile is met by looking again.
     *
     * @param groups what each record shall say, the battery's among them
     * @param faults of the document around them, which are told with theirs
     */
    public Uni<Receipt> issue(Map<RecordKind, JsonNode> groups, List<Violation> faults, Submission submission) {
        Map<RecordKind, RecordDraft> read = new EnumMap<>(RecordKind.class);
        groups.forEach((kind, document) -> read.put(kind, reader.read(kind, document)));
        PassportDrafts drafts = new PassportDrafts(submission.operator(), read, faults);
        return Uni.createFrom()
                .deferred(() -> answered(drafts, submission))
                .onFailure(Records.AlreadyThere.class)
                .retry()
                .atMost(TRIES_AGAIN)
                .onFailure(Records.AlreadyThere.class)
                .transform(taken -> PassportDrafts.exists("the passport"));
    }

    private Uni<Receipt> answered(PassportDrafts drafts, Submission submission) {
        return repeats.earlierAnswer(submission)
                .onItem()
                .ifNull()
                .switchTo(() -> known(drafts.subjects()).flatMap(known -> issued(drafts, known, submission)));
    }

    private Uni<Receipt> issued(PassportDrafts drafts, Map<Subject, StoredRecord> known, Submission submission) {
        List<RecordDraft> missing = drafts.missingFrom(known);
        return violations(missing, drafts)
                .invoke(IssuePassport::requireNone)
                .invoke(() -> drafts.requireNew(known))
                .flatMap(none -> sealed(missing, submission))
                .call(records::keepTogether)
                .map(IssuePassport::receiptOfBattery);
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
        Beside beside = Beside.of(drafts.byKind());
        return Multi.createFrom()
                .iterable(missing)
                .onItem()
                .transformToUniAndConcatenate(draft -> violations(draft, drafts.operator(), beside))
                .collect()
                .asList()
                .map(found -> all(drafts, found));
    }

    private Uni<List<Violation>> violations(RecordDraft draft, OperatorId operator, Beside beside) {
        String place = PassportDrafts.pointer(draft);
        return judge.violations(draft, operator, beside).map(found -> below(place, found));
    }

    private static List<Violation> below(String place, List<Violation> found) {
        return found.stream().map(violation -> violation.below(place)).toList();
    }

    private static List<Violation> all(PassportDrafts drafts, List<List<Violation>> found) {
        List<Violation> all = new ArrayList<>(drafts.faults());
        all.addAll(drafts.strangers());
        found.forEach(all::addAll);
        return all;
    }

    private static void requireNone(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw Rejected.invalid(violations);
        }
    }

    /** No transaction is open yet. The key is the battery's: it is new whenever a passport is. */
    private Uni<List<NewRecord>> sealed(List<RecordDraft> drafts, Submission submission) {
        return Multi.createFrom()
                .iterable(drafts)
                .onItem()
                .transformToUniAndConcatenate(draft -> sealing.sealed(
                        draft,
                        draft.kind() == RecordKind.BATTERY ? submission : submission.withoutKey(),
                        Place.first(new RecordId(ids.generate()))))
                .collect()
                .asList();
    }

    private static Receipt receiptOfBattery(List<NewRecord> kept) {
        return kept.stream()
                .map(NewRecord::token)
                .filter(token -> token.header().kind() == RecordKind.BATTERY)
                .map(Receipt::of)
                .findFirst()
                .orElseThrow();
    }
}
