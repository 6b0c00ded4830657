package dev.denchi.model.evidence;

import dev.denchi.model.credential.RecordHeader;
import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.evidence.EvidenceVerification.Judged;
import dev.denchi.model.format.MalformedJson;
import dev.denchi.model.signature.CompactJws;
import dev.denchi.model.status.StatusListCredential;
import dev.denchi.model.status.StatusPurpose;
import dev.denchi.model.verification.Check;
import dev.denchi.model.verification.Given;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The status lists of a package: each is one that a record in it names and believes, and they say of the records what the index says. */
final class EvidenceStatus {
    private EvidenceStatus() {}

    static List<String> faults(EvidencePackage evidence, Given given, List<Judged> judged) {
        List<RecordHeader> headers = judged.stream()
                .map(each -> each.verification().record())
                .filter(Objects::nonNull)
                .map(RecordToken::header)
                .toList();
        List<String> faults = new ArrayList<>();
        evidence.statusListEntries()
                .forEach((entry, jwt) -> objection(jwt, headers, given)
                        .ifPresent(objection -> faults.add(entry + " is no list to be believed: " + objection)));
        judged.stream().flatMap(each -> indexed(each, given)).forEach(faults::add);
        return faults;
    }

    private static Optional<String> objection(String jwt, List<RecordHeader> headers, Given given) {
        try {
            CompactJws jws = CompactJws.parse(jwt);
            StatusListCredential list = StatusListCredential.read(jws);
            List<String> objections = headers.stream()
                    .flatMap(header -> objections(list, jws, header, given))
                    .toList();
            if (objections.isEmpty()) {
                return Optional.of("no record of the package names " + list.id());
            }
            Optional<String> refused = objections.stream()
                    .filter(objection -> !objection.isEmpty())
                    .findFirst();
            if (refused.isEmpty()) {
                list.list(); // unpacks, as somebody will count its bits
            }
            return refused;
        } catch (IllegalArgumentException | MalformedJson e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** One for each time that the record names the list, empty where there is nothing against it. */
    private static Stream<String> objections(
            StatusListCredential list, CompactJws jws, RecordHeader header, Given given) {
        return header.status().stream()
                .filter(entry -> entry.list().equals(list.id()))
                .map(entry -> list.objection(jws, entry, header.issuer(), given.keys())
                        .orElse(""));
    }

    /** What was told to nobody is not revoked: a list has to say it, unless that list is missing. */
    private static Stream<String> indexed(Judged judged, Given given) {
        EvidenceRecord record = judged.record();
        boolean isSaid = record.revokedAt() != null && !record.revokedAt().isAfter(given.asOf());
        return judged.verification().check("status").stream()
                .filter(status -> isSaid
                        && status.result() != Check.Result.INDETERMINATE
                        && !status.set().contains(StatusPurpose.REVOCATION))
                .map(status -> record.entry() + " is revoked in the index, and by no status list");
    }
}
