package dev.denchi.api.ingest.together;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.api.ingest.Beside;
import dev.denchi.api.ingest.Receipt;
import dev.denchi.api.ingest.Repeats;
import dev.denchi.api.ingest.Submission;
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
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Issues a battery's record together with those of its passport that are not there yet. Each is judged and signed as if it came
 * alone, with the others beside it; then all of them are kept, or none is.
 */
@Singleton
public class IssuePassport {
    private final RecordReader reader;
    private final KeepTogether together;
    private final Repeats repeats;

    IssuePassport(RecordReader reader, KeepTogether together, Repeats repeats) {
        this.reader = reader;
        this.together = together;
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
        return KeepTogether.lookingAgain(() -> answered(drafts, submission), "the passport");
    }

    private Uni<Receipt> answered(PassportDrafts drafts, Submission submission) {
        return repeats.earlierAnswer(submission)
                .onItem()
                .ifNull()
                .switchTo(() -> together.known(drafts.subjects()).flatMap(known -> issued(drafts, known, submission)));
    }

    private Uni<Receipt> issued(PassportDrafts drafts, Map<Subject, StoredRecord> known, Submission submission) {
        List<RecordDraft> missing = drafts.missingFrom(known);
        return together.requireGood(
                        missing,
                        drafts.operator(),
                        Beside.of(drafts.byKind()),
                        Stream.concat(drafts.faults().stream(), drafts.strangers().stream())
                                .toList())
                .invoke(() -> drafts.requireNew(known))
                .chain(() -> together.kept(missing, submission, IssuePassport::isBattery))
                .map(IssuePassport::receiptOfBattery);
    }

    /** Its receipt is the answer, and it is new whenever a passport is. */
    private static boolean isBattery(RecordDraft draft) {
        return draft.kind() == RecordKind.BATTERY;
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
