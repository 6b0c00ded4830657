package dev.denchi.model.evidence;

import dev.denchi.model.credential.PinnedDocument;
import dev.denchi.model.verification.Check;
import dev.denchi.model.verification.Check.Result;
import dev.denchi.model.verification.Verification;
import java.util.List;

/**
 * What was found of a package.
 *
 * @param faults of the package itself: manifest, entries, index, audit rows
 * @param open what could not be told of it
 * @param records each version with its checks
 * @param documents each that the versions point at, as far as the package's reader is shown it
 */
public record EvidenceVerification(
        List<String> faults, List<String> open, List<Judged> records, List<PinnedBytes> documents) {

    /**
     * A document that versions of the package point at.
     *
     * @param operator the id of the operator whose records do
     * @param pin as one of them says
     * @param isIn whether its bytes are in the package, and are those that the hash is of; else it stands elsewhere, which is no fault
     */
    public record PinnedBytes(String operator, PinnedDocument pin, boolean isIn) {}

    /**
     * One version.
     *
     * @param isNewest whether the package has none that follows it; an older one is superseded, which is no fault
     */
    public record Judged(EvidenceRecord record, Verification verification, boolean isNewest) {

        /** The checks that speak against the package: all that failed, but that an older version was superseded. */
        public List<Check> failed() {
            return verification.checks().stream()
                    .filter(check -> check.result() == Result.FAILED)
                    .filter(check -> isNewest || !check.isOnlySuperseded())
                    .toList();
        }

        private boolean isOpen() {
            return isNewest && verification.checks().stream().anyMatch(check -> check.result() == Result.INDETERMINATE);
        }
    }

    public EvidenceVerification {
        faults = List.copyOf(faults);
        open = List.copyOf(open);
        records = List.copyOf(records);
        documents = List.copyOf(documents);
    }

    /** FAILED when the package or any of its records does not hold, else INDETERMINATE when anything was left open. */
    public Result outcome() {
        if (!faults.isEmpty()
                || records.stream().anyMatch(record -> !record.failed().isEmpty())) {
            return Result.FAILED;
        }
        return open.isEmpty() && records.stream().noneMatch(Judged::isOpen) ? Result.PASSED : Result.INDETERMINATE;
    }
}
