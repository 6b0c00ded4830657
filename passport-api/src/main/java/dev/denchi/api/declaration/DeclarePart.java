package dev.denchi.api.declaration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.api.ingest.Submission;
import dev.denchi.api.ingest.together.IssueTogether;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.part.TraceId;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.passport.Violation;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Makes the records of a model of the answers about the part that it is: all of those that were asked for, or none. */
@Singleton
class DeclarePart {
    private final GatherAnswers gather;
    private final IssueTogether issue;

    DeclarePart(GatherAnswers gather, IssueTogether issue) {
        this.gather = gather;
        this.issue = issue;
    }

    /** Fails with {@link Rejected}: everything that the answers leave open, and every rule that a record breaks. */
    Uni<Declared> declare(OperatorId operator, TraceId part, NewDeclaration asked, Submission submission) {
        return issue.isRepeated(submission)
                .chain(repeated -> repeated
                        ? issue.known(asked.groups(), submission).map(receipts -> new Declared(receipts, List.of()))
                        : drafts(operator, part, asked).chain(drafts -> issued(drafts, submission)));
    }

    /** What the records would be, judged by nothing but what the answers leave open. */
    Uni<Declared> preview(OperatorId operator, TraceId part, NewDeclaration asked) {
        return drafts(operator, part, asked)
                .invoke(DeclarePart::requireComplete)
                .map(drafts -> new Declared(List.of(), drafts));
    }

    private static void requireComplete(List<Drafting> drafts) {
        List<Violation> faults = faults(drafts);
        if (!faults.isEmpty()) {
            throw Rejected.invalid(ProblemType.INVALID_REQUEST, faults);
        }
    }

    private Uni<List<Drafting>> drafts(OperatorId operator, TraceId part, NewDeclaration asked) {
        return gather.of(operator, part, asked.model()).map(answers -> drafts(asked, answers));
    }

    private static List<Drafting> drafts(NewDeclaration asked, PartAnswers answers) {
        List<Drafting> drafts = new ArrayList<>();
        asked.groups().forEach((kind, given) -> {
            Drafting draft = new Drafting(kind, given);
            switch (kind) {
                case CARBON_FOOTPRINT -> FootprintDraft.fill(draft, answers);
                case DUE_DILIGENCE -> DueDiligenceDraft.fill(draft, answers);
                case RECYCLED_CONTENT -> RecycledContentDraft.fill(draft, answers);
                default -> throw new IllegalStateException(kind + " is not made of answers");
            }
            drafts.add(draft);
        });
        return drafts;
    }

    /** A draft that the answers leave open is not judged: half of it would break rules that the whole keeps. */
    private Uni<Declared> issued(List<Drafting> drafts, Submission submission) {
        Map<RecordKind, ObjectNode> complete = new EnumMap<>(RecordKind.class);
        drafts.stream()
                .filter(draft -> draft.faults().isEmpty())
                .forEach(draft -> complete.put(draft.kind(), draft.document()));
        return issue.issue(complete, faults(drafts), submission).map(receipts -> new Declared(receipts, drafts));
    }

    private static List<Violation> faults(List<Drafting> drafts) {
        return drafts.stream()
                .flatMap(draft -> draft.faults().stream())
                .distinct()
                .toList();
    }
}
