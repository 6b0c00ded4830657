package dev.denchi.api.evidence;

import dev.denchi.api.store.audit.Submitter;
import dev.denchi.api.store.handover.Handover;
import dev.denchi.api.store.handover.Handover.SignedList;
import dev.denchi.api.store.handover.Handover.Taken;
import dev.denchi.api.store.operator.ForeignOperator;
import dev.denchi.api.store.operator.Operator;
import dev.denchi.api.store.record.Roles;
import dev.denchi.api.store.record.StoredRecord;
import dev.denchi.api.store.status.Revocation;
import dev.denchi.api.store.status.StatusLists;
import dev.denchi.api.store.status.StatusPlace;
import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.evidence.EvidenceOperator;
import dev.denchi.model.evidence.EvidencePackage;
import dev.denchi.model.evidence.EvidenceRecord;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.signature.CompactJws;
import dev.denchi.model.status.StatusEntry;
import dev.denchi.model.status.StatusListCredential;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What of a package is kept, in the terms of the store. */
final class KeptEvidence {
    private KeptEvidence() {}

    /** @param now when it is kept */
    static Handover handover(EvidencePackage evidence, Submitter by, Instant now) {
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
                lists(evidence),
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

    /** The signed lists that its records name, by their places here. */
    static List<SignedList> lists(EvidencePackage evidence) {
        Map<URI, StatusLists.Signed> signed = new HashMap<>();
        for (String jwt : evidence.statusLists()) {
            StatusListCredential list = StatusListCredential.read(CompactJws.parse(jwt));
            signed.put(
                    list.id(),
                    new StatusLists.Signed(
                            list.validFrom(), list.validUntil(), list.list().set(), jwt));
        }
        return evidence.records().stream()
                .flatMap(record -> lists(evidence, record, signed))
                .distinct()
                .toList();
    }

    private static Stream<SignedList> lists(
            EvidencePackage evidence, EvidenceRecord record, Map<URI, StatusLists.Signed> signed) {
        OperatorId operator = new OperatorId(record.operator());
        return RecordToken.parseWithoutDisclosures(evidence.token(record)).header().status().stream()
                .flatMap(entry -> at(entry, operator, signed.get(entry.list())).stream());
    }

    private static Optional<SignedList> at(
            StatusEntry entry, OperatorId operator, StatusLists.@Nullable Signed signed) {
        return signed == null
                ? Optional.empty()
                : StatusPlace.of(entry, operator)
                        .map(place ->
                                new SignedList(new StatusLists.Id(operator, place.segment(), entry.purpose()), signed));
    }
}
