package dev.denchi.model.evidence;

import dev.denchi.model.audit.AuditExport;
import dev.denchi.model.credential.MalformedToken;
import dev.denchi.model.credential.RecordHeader;
import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.evidence.EvidenceVerification.Judged;
import dev.denchi.model.format.RecordSchemas;
import dev.denchi.model.signature.PublishedKeys;
import dev.denchi.model.verification.Given;
import dev.denchi.model.verification.RecordVerifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Judges a package: its manifest, that it has what the manifest says and nothing else, and every version in it by all the
 * questions that are asked of a single token.
 *
 * <p>Keys that the verifier brings are believed. Where he brings none for an issuer, those in the package tell only that it agrees with itself.
 */
public final class EvidenceVerifier {
    private final RecordVerifier verifier;

    public EvidenceVerifier(RecordSchemas schemas) {
        this.verifier = new RecordVerifier(schemas);
    }

    /** @param trusted what the verifier believes, and as of when he asks: {@link Manifest#exportedAt()} is when the lists in it were good */
    public EvidenceVerification verify(EvidencePackage evidence, Given trusted) {
        List<String> open = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        Given given = given(evidence, trusted, open, faults);
        faults.addAll(manifest(evidence, given.keys()));
        List<Judged> judged = records(evidence, given, faults);
        faults.addAll(EvidenceStatus.faults(evidence, given, judged));
        evidence.auditRows().stream()
                .flatMap(rows -> AuditExport.faultsOfExcerpt(rows.lines()).stream())
                .forEach(faults::add);
        DocumentChecks documents = DocumentChecks.of(evidence);
        faults.addAll(documents.faults());
        return new EvidenceVerification(faults, open, judged, documents.pinned());
    }

    private static Given given(EvidencePackage evidence, Given trusted, List<String> open, List<String> faults) {
        List<PublishedKeys> keys = new ArrayList<>(trusted.keys());
        for (EvidenceOperator operator : evidence.operators()) {
            operator.entries().forEach((did, entry) -> {
                if (PublishedKeys.among(keys, did).isEmpty()) {
                    open.add(
                            "the keys of " + did
                                    + " were taken from the package: that they are the issuer's has to be known from elsewhere");
                    keysIn(evidence, did, entry, faults).ifPresent(keys::add);
                }
            });
        }
        return new Given(
                keys,
                trusted.anchors(),
                Stream.concat(trusted.statusLists().stream(), evidence.statusLists().stream())
                        .toList(),
                trusted.earlier(),
                trusted.lots(),
                trusted.asOf());
    }

    private static Optional<PublishedKeys> keysIn(
            EvidencePackage evidence, String did, String entry, List<String> faults) {
        try {
            PublishedKeys keys = PublishedKeys.ofDidDocument(evidence.bytes(entry));
            if (keys.issuer().equals(did)) {
                return Optional.of(keys);
            }
            faults.add(entry + " is the document of " + keys.issuer() + ", not of " + did);
        } catch (IllegalArgumentException e) {
            faults.add(entry + " has no keys: " + e.getMessage());
        }
        return Optional.empty();
    }

    private static List<String> manifest(EvidencePackage evidence, List<PublishedKeys> keys) {
        List<String> faults = new ArrayList<>();
        Manifest manifest = evidence.manifest();
        PublishedKeys.refusal(keys, manifest.issuer(), evidence.signature(), Manifest.TYP, manifest.exportedAt())
                .ifPresent(refusal -> faults.add("the manifest is not to be believed: " + refusal));
        SortedMap<String, String> found = evidence.hashes();
        found.remove(Manifest.ENTRY);
        TreeSet<String> names = new TreeSet<>(found.keySet());
        names.addAll(manifest.sha256().keySet());
        for (String name : names) {
            String signed = manifest.sha256().get(name);
            String stored = found.get(name);
            if (signed == null) {
                faults.add(name + " is not in the manifest: it was added");
            } else if (stored == null) {
                faults.add(name + " is missing: the manifest has it");
            } else if (!signed.equals(stored)) {
                faults.add(name + " was changed: it has not the hash that the manifest names");
            }
        }
        return faults;
    }

    private List<Judged> records(EvidencePackage evidence, Given given, List<String> faults) {
        Map<String, Integer> newest = new HashMap<>();
        for (EvidenceRecord record : evidence.records()) {
            int expected = newest.getOrDefault(record.recordId(), 0) + 1;
            if (record.version() != expected) {
                faults.add("version " + expected + " of record " + record.recordId() + " is missing");
            }
            newest.put(record.recordId(), record.version());
            fits(evidence, record).ifPresent(faults::add);
        }
        List<Judged> judged = new ArrayList<>();
        Map<String, String> before = new HashMap<>();
        for (EvidenceRecord record : evidence.records()) {
            String token = evidence.token(record);
            Stream<String> earlier =
                    Stream.concat(given.earlier().stream(), Stream.ofNullable(before.put(record.recordId(), token)));
            judged.add(new Judged(
                    record,
                    verifier.verify(token, given.withEarlier(earlier.toList())),
                    record.version() == newest.getOrDefault(record.recordId(), 0)));
        }
        return judged;
    }

    /** The index says nothing that the token does not. */
    private static Optional<String> fits(EvidencePackage evidence, EvidenceRecord record) {
        try {
            RecordHeader header =
                    RecordToken.parseWithoutDisclosures(evidence.token(record)).header();
            boolean isOfOperator = evidence.operators().stream()
                    .anyMatch(operator -> operator.id().equals(record.operator())
                            && operator.entries().containsKey(header.issuer()));
            boolean fits = header.id().toString().equals(record.recordId()) && header.version() == record.version();
            return fits && isOfOperator
                    ? Optional.empty()
                    : Optional.of(record.entry() + " is not the record that the index says");
        } catch (MalformedToken e) {
            return Optional.of(record.entry() + " is no token: " + e.getMessage());
        }
    }
}
