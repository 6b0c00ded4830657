package dev.denchi.model.verification;

import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.lot.LotEvent;
import dev.denchi.model.lot.MaterialLot;
import dev.denchi.model.lot.RecycledContentClaim;
import dev.denchi.model.lot.Transformation;
import dev.denchi.model.massbalance.ClaimAnswer;
import dev.denchi.model.massbalance.LotLedger;
import dev.denchi.model.massbalance.invariant.Imbalance;
import dev.denchi.model.massbalance.invariant.MassBalance;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.passport.RecycledContent;
import dev.denchi.model.signature.Issuer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Whether the lots that a recycled-content record names hold what it declares, by the lots' own tokens. What is left of a lot,
 * whether it backs another claim too, and whether what a site allocated had come in to it, only a keeper of all records can tell: that
 * is not asked here, and the answer says so.
 */
final class MassBalanceCheck {
    private final RecordVerifier verifier;

    MassBalanceCheck(RecordVerifier verifier) {
        this.verifier = verifier;
    }

    Check of(RecordToken record, Given given, Answers answers) {
        if (answers.hasFailed(Question.DISCLOSURES) || answers.hasFailed(Question.SCHEMA)) {
            return Question.MASS_BALANCE.indeterminate("what the record says is not known");
        }
        RecordKind kind = record.header().kind();
        if (kind != RecordKind.RECYCLED_CONTENT
                || !(record.content() instanceof RecycledContent recycled)
                || recycled.backing() == null) {
            return Question.MASS_BALANCE.notApplicable("the record makes no mass-balance claim");
        }
        Optional<OperatorId> operator = Issuer.operatorOf(record.header().issuer());
        if (operator.isEmpty()
                || recycled.modelId() == null
                || recycled.facility() == null
                || recycled.year() == null) {
            return Question.MASS_BALANCE.indeterminate("whose claim it is, and on what, is not disclosed");
        }
        return judged(recycled.claim(operator.get()).orElseThrow(), given);
    }

    private Check judged(RecycledContentClaim claim, Given given) {
        LotTokens tokens = LotTokens.read(given, verifier);
        List<LotEvent> events = new ArrayList<>(tokens.events());
        events.sort(Comparator.comparing((LotEvent event) -> !(event instanceof MaterialLot))
                .thenComparing(LotEvent::key));
        LotLedger ledger = LotLedger.EMPTY;
        for (LotEvent event : events) {
            ledger = ledger.with(event);
        }
        events.add(claim);
        List<String> broken = imbalances(events, ledger);
        if (!broken.isEmpty()) {
            return Question.MASS_BALANCE.failed(String.join("; ", broken));
        }
        ClaimAnswer answer = ClaimAnswer.of(ledger, claim);
        return answer.state() == ClaimAnswer.State.SUPPORTED
                ? Question.MASS_BALANCE.passed(supported(answer, tokens.events()))
                : Question.MASS_BALANCE.indeterminate(open(answer, tokens.refused()));
    }

    private static List<String> imbalances(List<LotEvent> events, LotLedger ledger) {
        return events.stream()
                .flatMap(event -> MassBalance.judge(ledger.without(event), event, event.operator()).stream())
                .filter(MassBalanceCheck::isToldByTheTokens)
                .map(Imbalance::message)
                .distinct()
                .toList();
    }

    private static boolean isToldByTheTokens(Imbalance imbalance) {
        return switch (imbalance.invariant()) {
            case LOTS_ARE_KNOWN, LOT_IS_NOT_OVERDRAWN, ALLOCATION_IS_COVERED, ONE_CLAIM_FOR_A_KILOGRAM -> false;
            case CONSUMED_THERE_AND_THEN -> imbalance.pointer().endsWith("/consumedOn");
            default -> true;
        };
    }

    private static String supported(ClaimAnswer answer, Collection<LotEvent> events) {
        boolean allocates = events.stream()
                .anyMatch(event ->
                        event instanceof Transformation each && !each.custody().keepsShares());
        String shares = answer.shares().stream()
                .map(share -> share.element() + " " + share.preConsumer().toPlainString() + " % pre-consumer and "
                        + share.postConsumer().toPlainString() + " % post-consumer of " + share.total())
                .collect(Collectors.joining(", "));
        return "the " + events.size() + " statements given hold it: " + shares + "; the weakest of them is "
                + answer.assurance() + "; whether the same lots back other claims, "
                + (allocates ? "and whether what was allocated was there to allocate, " : "")
                + "only the service can tell";
    }

    private static String open(ClaimAnswer answer, Map<String, String> refused) {
        String why = refused.isEmpty()
                ? ""
                : "; not believed: "
                        + new TreeMap<>(refused)
                                .entrySet().stream()
                                        .map(each -> each.getKey() + " (" + each.getValue() + ")")
                                        .collect(Collectors.joining(", "));
        return "missing: " + String.join(", ", answer.missing()) + why;
    }
}
