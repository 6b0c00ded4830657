package dev.denchi.api.evidence;

import dev.denchi.api.document.Documents;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.audit.Submitter;
import dev.denchi.api.store.handover.Handover;
import dev.denchi.api.store.handover.Handover.SignedList;
import dev.denchi.api.store.handover.Handover.Taken;
import dev.denchi.api.store.handover.Handovers;
import dev.denchi.api.store.handover.Handovers.Added;
import dev.denchi.api.store.operator.ForeignOperator;
import dev.denchi.api.store.operator.Operator;
import dev.denchi.api.store.record.Roles;
import dev.denchi.api.store.record.StoredRecord;
import dev.denchi.api.store.status.Revocation;
import dev.denchi.api.store.status.StatusLists;
import dev.denchi.api.store.status.StatusPlace;
import dev.denchi.api.upload.Body;
import dev.denchi.api.upload.Spool;
import dev.denchi.api.upload.Spooled;
import dev.denchi.api.upload.UploadsUnderWay;
import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.evidence.EvidenceOperator;
import dev.denchi.model.evidence.EvidencePackage;
import dev.denchi.model.evidence.EvidenceRecord;
import dev.denchi.model.evidence.EvidenceVerification;
import dev.denchi.model.evidence.EvidenceVerification.Judged;
import dev.denchi.model.evidence.EvidenceVerifier;
import dev.denchi.model.evidence.MalformedEvidence;
import dev.denchi.model.file.DocumentLimits;
import dev.denchi.model.format.RecordSchemas;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.passport.Violation;
import dev.denchi.model.signature.CompactJws;
import dev.denchi.model.status.StatusEntry;
import dev.denchi.model.status.StatusListCredential;
import dev.denchi.model.status.StatusPurpose;
import dev.denchi.model.verification.Check;
import dev.denchi.model.verification.Given;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes over a passport with its evidence: judged fully, with keys that this service believes, and then all of it or nothing. */
@Singleton
class TakeOver {
    /** What may be left open: rules about what an operator may not see of a supplier's record, and what rests on more than the package. */
    private static final Set<String> MAY_BE_OPEN = Set.of("rules", "certificate", "mass-balance");

    /** Nothing that this service makes is larger. */
    private static final long LARGEST = DocumentLimits.MOST_BYTES_IN_PACKAGE + 256L * 1024 * 1024;

    private final EvidenceVerifier verifier;
    private final TrustedIssuers trusted;
    private final Handovers handovers;
    private final Documents documents;
    private final Spool spool;
    private final Scratch scratch;
    private final UploadsUnderWay underWay = new UploadsUnderWay(1);
    private final Clock clock;
    private final Vertx vertx;

    /** @param added how much of it was not here before */
    record TakenOver(String passport, int versions, int documents, Added added) {

        boolean isNews() {
            return added.versions() + added.besides() > 0;
        }
    }

    TakeOver(
            RecordSchemas schemas,
            TrustedIssuers trusted,
            Handovers handovers,
            Documents documents,
            Spool spool,
            Scratch scratch,
            Clock clock,
            Vertx vertx) {
        this.verifier = new EvidenceVerifier(schemas);
        this.trusted = trusted;
        this.handovers = handovers;
        this.documents = documents;
        this.spool = spool;
        this.scratch = scratch;
        this.clock = clock;
        this.vertx = vertx;
    }

    /** Onto the disk as it arrives, judged there, and then one transaction. */
    Uni<TakenOver> from(Body body, Submitter by) {
        return underWay.counted(
                by.operator(),
                "evidence",
                () -> scratch.folder()
                        .chain(folder -> spool.through(body, LARGEST, upload -> takenOver(upload, folder, by))
                                .onTermination()
                                .call(() -> scratch.remove(folder))));
    }

    private Uni<TakenOver> takenOver(Spooled upload, Path folder, Submitter by) {
        return judged(upload, folder, by)
                .chain(believed -> handovers
                        .keep(believed.handover(), documents.taken(believed.brought()))
                        .map(believed::takenOver));
    }

    /** Away from the event loop, as judging takes its time. */
    private Uni<Believed> judged(Spooled upload, Path folder, Submitter by) {
        return Uni.createFrom()
                .completionStage(() -> vertx.executeBlocking(() -> believed(upload.path(), folder, by), false)
                        .toCompletionStage());
    }

    private record Believed(EvidencePackage evidence, Handover handover, List<Documents.Brought> brought) {

        TakenOver takenOver(Added added) {
            return new TakenOver(
                    evidence.manifest().passport(), handover.versions().size(), brought.size(), added);
        }
    }

    private Believed believed(Path archive, Path folder, Submitter by) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(archive))) {
            EvidencePackage evidence = EvidencePackage.unpack(in, folder);
            EvidenceVerification found = verifier.verify(
                    evidence, Given.keys(trusted.keys(), evidence.manifest().exportedAt()));
            requireBelieved(evidence, found, folder);
            return new Believed(evidence, handover(evidence, by), TakenDocuments.of(evidence.documents(), folder));
        } catch (MalformedEvidence e) {
            throw Rejected.because(ProblemType.MALFORMED_REQUEST, e.getMessage());
        }
    }

    private void requireBelieved(EvidencePackage evidence, EvidenceVerification found, Path folder) {
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
        found.records().stream().flatMap(TakeOver::against).forEach(violations::add);
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
        Set<String> kept = evidence.records().stream()
                .flatMap(record -> lists(evidence, record))
                .map(list -> list.signed().token())
                .collect(Collectors.toSet());
        return evidence.statusListEntries().entrySet().stream()
                .filter(list -> !kept.contains(list.getValue()))
                .map(list -> new Violation(
                        "/" + list.getKey(),
                        "status-list-is-its-operators",
                        "it is no list of the operator whose records name it, at an address of a service like this"));
    }

    private Handover handover(EvidencePackage evidence, Submitter by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Set<String> ofRecords = Set.copyOf(
                evidence.records().stream().map(EvidenceRecord::operator).toList());
        return new Handover(
                by,
                evidence.sha256(),
                evidence.operators().stream()
                        .filter(operator -> ofRecords.contains(operator.id()))
                        .map(operator -> foreign(evidence, operator))
                        .toList(),
                evidence.records().stream()
                        .map(record -> taken(evidence, record, by))
                        .toList(),
                evidence.records().stream()
                        .flatMap(record -> lists(evidence, record))
                        .distinct()
                        .toList(),
                now);
    }

    private static ForeignOperator foreign(EvidencePackage evidence, EvidenceOperator operator) {
        return new ForeignOperator(
                new Operator(new OperatorId(operator.id()), operator.name(), operator.economicOperatorId()),
                operator.did(),
                evidence.keys(operator),
                evidence.ownKeys(operator));
    }

    private static Taken taken(EvidencePackage evidence, EvidenceRecord record, Submitter by) {
        String bytes = evidence.token(record);
        Submitter submitter = record.submittedBy() == null ? by : Submitter.parse(record.submittedBy());
        Roles roles = new Roles(submitter, new OperatorId(record.operator()), record.serviceProvider());
        Revocation revocation = record.revokedAt() == null
                ? null
                : new Revocation(record.version(), record.revokedAt(), Objects.toString(record.reason(), ""));
        return new Taken(new StoredRecord(roles, RecordToken.parse(bytes), bytes), revocation);
    }

    /** The signed lists that this record names, by their places here. */
    private static Stream<SignedList> lists(EvidencePackage evidence, EvidenceRecord record) {
        OperatorId operator = new OperatorId(record.operator());
        List<StatusEntry> entries = RecordToken.parseWithoutDisclosures(evidence.token(record))
                .header()
                .status();
        return evidence.statusLists().stream().flatMap(jwt -> {
            StatusListCredential list = StatusListCredential.read(CompactJws.parse(jwt));
            return entries.stream()
                    .filter(entry -> entry.list().equals(list.id()))
                    .flatMap(entry -> StatusPlace.of(entry, operator).stream()
                            .map(place -> new SignedList(
                                    new StatusLists.Id(operator, place.segment(), entry.purpose()),
                                    new StatusLists.Signed(
                                            list.validFrom(),
                                            list.validUntil(),
                                            list.list().set(),
                                            jwt))));
        });
    }
}
