package dev.denchi.api.ingest;

import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.model.format.RecordDraft;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.passport.Circumstances;
import dev.denchi.model.passport.LotStatement;
import dev.denchi.model.passport.PassportRules;
import dev.denchi.model.passport.RecordContent;
import dev.denchi.model.passport.RecycledContent;
import dev.denchi.model.passport.Violation;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges a draft by its form and by every rule, and tells all violations at once. */
@Singleton
class Judge {
    private static final String UNBALANCED = "balance-is-judged";

    private final Surroundings surroundings;

    Judge(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * The draft itself; fails with {@link Rejected} when there is any violation.
     *
     * @param previous what the version before said, {@code null} for a first version
     */
    Uni<RecordDraft> accepted(RecordDraft draft, OperatorId operator, @Nullable RecordContent previous) {
        return surroundings
                .of(draft.content(), operator, previous, Beside.NOTHING)
                .map(circumstances -> requireNone(draft, violations(draft, circumstances)));
    }

    /** What is wrong with a first version that comes with others. */
    Uni<List<Violation>> violations(RecordDraft draft, OperatorId operator, Beside beside) {
        return surroundings
                .of(draft.content(), operator, null, beside)
                .map(circumstances -> violations(draft, circumstances));
    }

    private static List<Violation> violations(RecordDraft draft, Circumstances circumstances) {
        List<Violation> violations = new ArrayList<>(draft.violations());
        violations.addAll(PassportRules.judge(draft.content(), circumstances));
        violations.addAll(unbalanced(draft.content()));
        return violations;
    }

    private static RecordDraft requireNone(RecordDraft draft, List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw Rejected.invalid(violations);
        }
        return draft;
    }

    /** As {@link #accepted}; what speaks against the token is told together with what is wrong with the record. */
    Uni<SignedRecord> accepted(SignedRecord signed, OperatorId operator, @Nullable RecordContent previous) {
        return surroundings
                .of(signed.draft().content(), operator, previous, Beside.NOTHING)
                .map(circumstances -> requireNone(signed, violations(signed.draft(), circumstances)));
    }

    private static SignedRecord requireNone(SignedRecord signed, List<Violation> violations) {
        if (!signed.violations().isEmpty()) {
            violations.addAll(0, signed.violations());
            throw Rejected.invalid(ProblemType.INVALID_TOKEN, violations);
        }
        requireNone(signed.draft(), violations);
        return signed;
    }

    /** Nothing is taken on lots whose balance nobody has judged. */
    private static List<Violation> unbalanced(RecordContent content) {
        if (content instanceof LotStatement) {
            return List.of(new Violation("", UNBALANCED, "records of material lots are not taken here"));
        }
        return content instanceof RecycledContent recycled && recycled.backing() != null
                ? List.of(new Violation("/massBalance", UNBALANCED, "claims on material lots are not taken here"))
                : List.of();
    }
}
