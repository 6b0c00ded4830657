package dev.denchi.api.evidence;

import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.model.evidence.EvidencePackage;
import dev.denchi.model.evidence.EvidenceVerification;
import dev.denchi.model.evidence.EvidenceVerification.Judged;
import dev.denchi.model.evidence.EvidenceVerifier;
import dev.denchi.model.format.RecordSchemas;
import dev.denchi.model.passport.Violation;
import dev.denchi.model.status.StatusPurpose;
import dev.denchi.model.verification.Check;
import dev.denchi.model.verification.Given;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Judges a package that is to be taken over: with keys that this service believes, and by more than a verifier asks. */
@Singleton
class JudgeEvidence {
    /** What may be left open: rules about what an operator may not see of a supplier's record, and what rests on more than the package. */
    private static final Set<String> MAY_BE_OPEN = Set.of("rules", "certificate", "mass-balance");

    private final EvidenceVerifier verifier;
    private final TrustedIssuers trusted;
    private final Clock clock;

    JudgeEvidence(RecordSchemas schemas, TrustedIssuers trusted, Clock clock) {
        this.verifier = new EvidenceVerifier(schemas);
        this.trusted = trusted;
        this.clock = clock;
    }

    /**
     * Reads the disk: not for an event loop.
     *
     * @param folder where its documents were unpacked
     * @throws Rejected with all that speaks against it
     */
    void requireBelieved(EvidencePackage evidence, Path folder) {
        EvidenceVerification found = verifier.verify(
                evidence, Given.keys(trusted.keys(), evidence.manifest().exportedAt()));
        List<Violation> violations = new ArrayList<>();
        if (evidence.manifest().exportedAt().isAfter(clock.instant().plusSeconds(300))) {
            violations.add(
                    new Violation("/manifest.jws", "exported-before-now", "the package says it is of the future"));
        }
        if (!evidence.manifest().reader().equals("operator")) {
            violations.add(new Violation(
                    "/manifest.jws",
                    "whole-passport",
                    "the package is a cut for " + evidence.manifest().reader()
                            + "; only what the passport's operator exported is taken over"));
        }
        found.faults().forEach(fault -> violations.add(new Violation("", "package-holds", fault)));
        found.open()
                .forEach(open -> violations.add(new Violation(
                        "",
                        "issuer-is-trusted",
                        open + "; who runs this service puts its DID document into denchi.evidence.trusted-issuers")));
        found.records().stream().flatMap(JudgeEvidence::against).forEach(violations::add);
        if (found.faults().isEmpty()) {
            strayLists(evidence).forEach(violations::add);
        }
        evidence.documents().stream()
                .flatMap(document -> TakenDocuments.against(document, folder).stream())
                .forEach(violations::add);
        if (!violations.isEmpty()) {
            throw Rejected.invalid(ProblemType.INVALID_REQUEST, violations);
        }
    }

    /** That its operator revoked it is no reason to refuse a record when the package says so too; nor that an older version was superseded. */
    private static Stream<Violation> against(Judged judged) {
        Set<StatusPurpose> told = EnumSet.noneOf(StatusPurpose.class);
        if (judged.record().revokedAt() != null) {
            told.add(StatusPurpose.REVOCATION);
        }
        if (!judged.isNewest()) {
            told.add(StatusPurpose.REFRESH);
        }
        Stream<Check> failed = judged.failed().stream().filter(check -> !check.isOnlySet(told));
        Stream<Check> open = judged.verification().checks().stream()
                .filter(check -> check.result() == Check.Result.INDETERMINATE && !MAY_BE_OPEN.contains(check.name()));
        return Stream.concat(failed, open)
                .map(check -> new Violation("/" + judged.record().entry(), check.name(), check.reason()));
    }

    /** That each list is to be believed was asked with the package; here it has to be one that could be kept as its operator's, too. */
    private static Stream<Violation> strayLists(EvidencePackage evidence) {
        Set<String> kept = KeptEvidence.lists(evidence).stream()
                .map(list -> list.signed().token())
                .collect(Collectors.toSet());
        return evidence.statusListEntries().entrySet().stream()
                .filter(list -> !kept.contains(list.getValue()))
                .map(list -> new Violation(
                        "/" + list.getKey(),
                        "status-list-is-its-operators",
                        "it is no list of the operator whose records name it, at an address of a service like this"));
    }
}
