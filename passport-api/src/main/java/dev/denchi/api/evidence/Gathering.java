package dev.denchi.api.evidence;

import dev.denchi.api.access.reader.Readership;
import dev.denchi.api.document.Document;
import dev.denchi.api.store.record.Head;
import dev.denchi.api.store.record.StoredRecord;
import dev.denchi.api.store.status.Revocation;
import dev.denchi.api.store.status.StatusLists;
import dev.denchi.model.credential.RecordHeader;
import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.evidence.EvidenceDocument;
import dev.denchi.model.evidence.EvidenceRecord;
import dev.denchi.model.evidence.EvidenceWriter;
import dev.denchi.model.file.DocumentLimits;
import dev.denchi.model.identifier.OperatorId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is gathered for one package: what is in it so far, and what that still asks for. */
final class Gathering {
    private final List<Head> heads;
    private final Readership readership;
    private final EvidenceWriter writer = new EvidenceWriter();
    private final List<Head> read = new ArrayList<>();
    private final Set<StatusLists.Id> listed = new LinkedHashSet<>();
    private final Map<OperatorId, SortedSet<String>> pinned = new LinkedHashMap<>();
    private final List<Document> documents = new ArrayList<>();
    private final Map<OperatorId, Set<String>> issuers = new HashMap<>();

    Gathering(List<Head> heads, Readership readership) {
        this.heads = heads;
        this.readership = readership;
    }

    /** The records of the passport, the battery's first. */
    List<Head> heads() {
        return heads;
    }

    Readership readership() {
        return readership;
    }

    EvidenceWriter writer() {
        return writer;
    }

    /** Every version that goes out. */
    List<Head> read() {
        return read;
    }

    /** The status lists that these name. */
    Set<StatusLists.Id> listed() {
        return listed;
    }

    /** The operators whose versions show documents. */
    Set<OperatorId> pinning() {
        return pinned.keySet();
    }

    /** The hashes of those documents. */
    Set<String> pinnedBy(OperatorId operator) {
        return pinned.getOrDefault(operator, new TreeSet<>());
    }

    /** Those that are kept here and go along. */
    List<Document> documents() {
        return documents;
    }

    /** The DIDs under which an operator signed the versions. */
    Set<String> issuersOf(OperatorId operator) {
        return issuers.getOrDefault(operator, Set.of());
    }

    /** @param cut what the reader is shown of it */
    void add(StoredRecord record, RecordToken cut, @Nullable Revocation revocation) {
        RecordHeader header = cut.header();
        writer.record(
                new EvidenceRecord(
                        header.id().toString(),
                        header.version(),
                        record.operator().value(),
                        record.roles().serviceProvider(),
                        readership.seesRoles(record)
                                ? record.roles().submittedBy().toString()
                                : null,
                        revocation == null ? null : revocation.at(),
                        revocation == null ? null : revocation.reason()),
                cut.serialize());
        read.add(record.head());
        issuers.computeIfAbsent(record.operator(), none -> new HashSet<>()).add(header.issuer());
        cut.documents().forEach(document -> pin(record.operator(), document.sha256()));
    }

    private void pin(OperatorId operator, String sha256) {
        pinned.computeIfAbsent(operator, none -> new TreeSet<>()).add(sha256);
    }

    void name(Collection<StatusLists.Id> lists) {
        listed.addAll(lists);
    }

    boolean hasRoomFor(Document another) {
        long bytes = documents.stream().mapToLong(Document::size).sum();
        return documents.size() < DocumentLimits.MOST_IN_PACKAGE
                && bytes + another.size() <= DocumentLimits.MOST_BYTES_IN_PACKAGE;
    }

    void add(Document document) {
        documents.add(document);
        writer.document(new EvidenceDocument(
                document.operator().value(), document.sha256(), document.type().mediaType(), document.size()));
    }
}
