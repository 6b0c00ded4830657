package dev.denchi.model.evidence;

import dev.denchi.model.credential.MalformedToken;
import dev.denchi.model.credential.PinnedDocument;
import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.evidence.EvidenceVerification.PinnedBytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Holds the documents of a package against the records in it: each has the bytes that its hash is of, and is one that a record points at.
 * The signatures of the records make it evidence, whatever its service says of it.
 */
final class DocumentChecks {
    private final List<String> faults = new ArrayList<>();
    private final List<PinnedBytes> pinned = new ArrayList<>();

    /** A document of one operator. */
    private record Key(String operator, String sha256) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int byHash = sha256.compareTo(other.sha256);
            return byHash == 0 ? operator.compareTo(other.operator) : byHash;
        }
    }

    private DocumentChecks() {}

    static DocumentChecks of(EvidencePackage evidence) {
        DocumentChecks checks = new DocumentChecks();
        Map<Key, PinnedDocument> pins = pins(evidence);
        Set<String> whole = checks.whole(evidence);
        Set<Key> indexed = checks.indexed(evidence, pins.keySet());
        pins.forEach((key, pin) -> checks.pinned.add(
                new PinnedBytes(key.operator(), pin, indexed.contains(key) && whole.contains(pin.sha256()))));
        return checks;
    }

    List<String> faults() {
        return faults;
    }

    List<PinnedBytes> pinned() {
        return pinned;
    }

    /** Of a version that is none there are none: that is found with the version. */
    private static Map<Key, PinnedDocument> pins(EvidencePackage evidence) {
        Map<Key, PinnedDocument> pins = new TreeMap<>();
        for (EvidenceRecord record : evidence.records()) {
            try {
                RecordToken.parse(evidence.token(record))
                        .documents()
                        .forEach(pin -> pins.putIfAbsent(new Key(record.operator(), pin.sha256()), pin));
            } catch (MalformedToken e) {
                // a fault of its own
            }
        }
        return pins;
    }

    /** The hashes of those whose bytes are as they are named. */
    private Set<String> whole(EvidencePackage evidence) {
        Set<String> whole = new TreeSet<>();
        Set<String> indexed =
                evidence.documents().stream().map(EvidenceDocument::entry).collect(Collectors.toSet());
        evidence.passed().forEach((entry, passed) -> {
            if (entry.equals(EvidenceDocument.FOLDER + passed.sha256())) {
                whole.add(passed.sha256());
            } else {
                faults.add(entry + " has bytes with the hash " + passed.sha256());
            }
            if (!indexed.contains(entry)) {
                faults.add(entry + " is not in the index: nobody says whose it is");
            }
        });
        return whole;
    }

    private Set<Key> indexed(EvidencePackage evidence, Set<Key> pins) {
        Set<Key> indexed = new TreeSet<>();
        for (EvidenceDocument document : evidence.documents()) {
            Key key = new Key(document.operator(), document.sha256());
            Archive.Passed passed = evidence.passed().get(document.entry());
            if (passed == null) {
                faults.add(document.entry() + " is missing: the index has it");
            } else if (passed.size() != document.size()) {
                faults.add(document.entry() + " has " + passed.size() + " bytes, the index says " + document.size());
            }
            if (!pins.contains(key)) {
                faults.add(document.entry() + " of " + document.operator() + ": no record in the package points at it");
            }
            indexed.add(key);
        }
        return indexed;
    }
}
