package dev.denchi.api.ingest;

import dev.denchi.api.ingest.lot.CorrectionJudge;
import dev.denchi.api.ingest.lot.LotEvents;
import dev.denchi.api.ingest.lot.LotFindings;
import dev.denchi.api.ingest.lot.LotsJudge;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.model.format.RecordDraft;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.passport.RecordContent;
import dev.denchi.model.passport.Violation;
import dev.denchi.model.passport.rule.Circumstances;
import dev.denchi.model.passport.rule.PassportRules;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges a draft by its form, by every rule, and by the balance of the lots it speaks of, and tells all violations at once. */
@Singleton
public class Judge {
    private static final Violation COMES_ALONE = new Violation(
            "/massBalance",
            "claim-comes-alone",
            "a claim draws on lots that others draw on too: post its recycled-content record by itself");

    private final Surroundings surroundings;
    private final LotsJudge lots;
    private final CorrectionJudge corrections;

    Judge(Surroundings surroundings, LotsJudge lots, CorrectionJudge corrections) {
        this.surroundings = surroundings;
        this.lots = lots;
        this.corrections = corrections;
    }

    /**
     * The draft itself; fails with {@link Rejected} when there is any violation.
     *
     * @param previous what the version before said, {@code null} for a first version
     */
    Uni<Judged> accepted(RecordDraft draft, OperatorId operator, @Nullable RecordContent previous) {
        return surroundings
                .of(draft.content(), operator, previous, Beside.NOTHING)
                .flatMap(circumstances ->
                        onLots(draft, operator, previous).map(found -> accepted(draft, circumstances, found)));
    }

    /** What is wrong with a first version that comes with others. */
    public Uni<List<Violation>> violations(RecordDraft draft, OperatorId operator, Beside beside) {
        return surroundings
                .of(draft.content(), operator, null, beside)
                .map(circumstances -> violations(draft, circumstances))
                .map(violations -> withoutClaim(draft, violations));
    }

    private static List<Violation> withoutClaim(RecordDraft draft, List<Violation> violations) {
        if (LotEvents.isIn(draft.content())) {
            violations.add(COMES_ALONE);
        }
        return violations;
    }

    private Uni<LotFindings> onLots(RecordDraft draft, OperatorId operator, @Nullable RecordContent previous) {
        if (!draft.violations().isEmpty()) {
            return Uni.createFrom().item(LotFindings.NONE); // half a statement has no balance
        }
        return previous == null
                ? LotEvents.in(draft.content(), operator)
                        .map(event -> lots.judged(event, operator))
                        .orElseGet(() -> Uni.createFrom().item(LotFindings.NONE))
                : corrections.judged(
                        LotEvents.in(previous, operator), LotEvents.in(draft.content(), operator), operator);
    }

    private static List<Violation> violations(RecordDraft draft, Circumstances circumstances) {
        List<Violation> violations = new ArrayList<>(draft.violations());
        violations.addAll(PassportRules.judge(draft.content(), circumstances));
        return violations;
    }

    private static Judged accepted(RecordDraft draft, Circumstances circumstances, LotFindings found) {
        List<Violation> violations = violations(draft, circumstances);
        violations.addAll(found.violations());
        if (!violations.isEmpty()) {
            throw Rejected.invalid(violations);
        }
        return new Judged(draft, found.change());
    }

    /** As {@link #accepted}; what speaks against the token is told together with what is wrong with the record. */
    Uni<TakenRecord> accepted(SignedRecord signed, OperatorId operator, @Nullable RecordContent previous) {
        RecordDraft draft = signed.draft();
        return surroundings
                .of(draft.content(), operator, previous, Beside.NOTHING)
                .flatMap(circumstances ->
                        onLots(draft, operator, previous).map(found -> taken(signed, circumstances, found)));
    }

    private static TakenRecord taken(SignedRecord signed, Circumstances circumstances, LotFindings found) {
        if (!signed.violations().isEmpty()) {
            List<Violation> violations = new ArrayList<>(signed.violations());
            violations.addAll(violations(signed.draft(), circumstances));
            violations.addAll(found.violations());
            throw Rejected.invalid(ProblemType.INVALID_TOKEN, violations);
        }
        return new TakenRecord(signed.token(), accepted(signed.draft(), circumstances, found));
    }
}
