package dev.denchi.model.verification;

import dev.denchi.model.credential.RecordHeader;
import dev.denchi.model.format.MalformedJson;
import dev.denchi.model.signature.CompactJws;
import dev.denchi.model.status.StatusEntry;
import dev.denchi.model.status.StatusListCredential;
import dev.denchi.model.status.StatusPurpose;
import dev.denchi.model.verification.Check.Result;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether the record still stands, by the status lists that the caller has. A bit is never taken back, so a list of another time tells too:
 * a bit that is not set was not set before, and one that is set stays set.
 */
final class StatusCheck {
    private StatusCheck() {}

    static Check of(RecordHeader said, Given given) {
        if (said.status().isEmpty()) {
            return Question.STATUS.notApplicable("the record names no status list");
        }
        return said.status().stream()
                .map(entry -> ofEntry(entry, said, given))
                .reduce(StatusCheck::worse)
                .orElseThrow();
    }

    private static Check ofEntry(StatusEntry entry, RecordHeader said, Given given) {
        List<Check> told = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (String jwt : given.statusLists()) {
            try {
                CompactJws jws = CompactJws.parse(jwt.strip());
                StatusListCredential list = StatusListCredential.read(jws);
                if (list.id().equals(entry.list())) {
                    // nothing is unpacked of a list before its signature holds
                    list.objection(jws, entry, said.issuer(), given.keys())
                            .ifPresentOrElse(refused::add, () -> told.add(bit(entry, list, given.asOf())));
                }
            } catch (IllegalArgumentException | MalformedJson e) {
                refused.add(String.valueOf(e.getMessage()));
            }
        }
        if (told.isEmpty()) {
            return refused.isEmpty()
                    ? Question.STATUS.indeterminate("the status list " + entry.list() + " was not given")
                    : Question.STATUS.indeterminate(
                            "no status list of " + entry.list() + " is to be believed: " + String.join("; ", refused));
        }
        return told.stream().min(Comparator.comparing(StatusCheck::certainty)).orElseThrow();
    }

    private static Check bit(StatusEntry entry, StatusListCredential list, Instant asOf) {
        String source = "by the list of " + list.validFrom() + ", valid until " + list.validUntil();
        if (list.list().isSet(entry.index())) {
            return list.validFrom().isAfter(asOf.plus(SignatureChecks.CLOCK_SKEW))
                    ? Question.STATUS.indeterminate(
                            word(entry) + " " + source + "; whether it already was at " + asOf + " is not told")
                    : new Check(Question.STATUS, Result.FAILED, word(entry) + " " + source, Set.of(entry.purpose()));
        }
        String notSet = "no " + entry.purpose().label() + ": bit " + entry.index() + " is not set, " + source;
        return asOf.isBefore(list.validUntil())
                ? Question.STATUS.passed(notSet)
                : Question.STATUS.indeterminate(notSet + "; fetch a newer one from " + entry.list());
    }

    private static String word(StatusEntry entry) {
        return entry.purpose() == StatusPurpose.REVOCATION
                ? "revoked: its issuer stands by it no more,"
                : "superseded: there is a newer version,";
    }

    /** Two lists of one address: the one that tells more counts, a set bit most. */
    private static int certainty(Check check) {
        return List.of(Result.FAILED, Result.PASSED, Result.INDETERMINATE).indexOf(check.result());
    }

    private static Check worse(Check one, Check other) {
        List<Result> order = List.of(Result.FAILED, Result.INDETERMINATE, Result.PASSED);
        int comparison = Integer.compare(order.indexOf(one.result()), order.indexOf(other.result()));
        return comparison == 0
                ? new Check(
                        Question.STATUS,
                        one.result(),
                        one.reason() + "; " + other.reason(),
                        union(one.set(), other.set()))
                : comparison < 0 ? one : other;
    }

    private static Set<StatusPurpose> union(Set<StatusPurpose> one, Set<StatusPurpose> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
