package dev.denchi.model.evidence;

import dev.denchi.model.format.StrictJson;
import dev.denchi.model.signature.Signer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** Puts a package together. */
public final class EvidenceWriter {
    private final SortedMap<String, byte[]> entries = new TreeMap<>();
    private final List<EvidenceOperator> operators = new ArrayList<>();
    private final List<EvidenceRecord> records = new ArrayList<>();
    private final List<EvidenceDocument> documents = new ArrayList<>();

    public void operator(EvidenceOperator operator, Map<String, Object> didDocument) {
        operators.add(operator);
        entries.put(operator.entry(), StrictJson.write(didDocument));
    }

    /** The document of a DID under which an operator signed itself, which names it among its own. */
    public void ownKeys(EvidenceOperator operator, String did, Map<String, Object> didDocument) {
        entries.put(Objects.requireNonNull(operator.entries().get(did), did), StrictJson.write(didDocument));
    }

    public void record(EvidenceRecord record, String token) {
        records.add(record);
        entries.put(record.entry(), ascii(token));
    }

    /** @param name of the list, such as its segment and purpose */
    public void statusList(String operator, String name, String jwt) {
        entries.put("status/" + operator + "/" + name + ".jwt", ascii(jwt));
    }

    public void audit(String operator, String lines) {
        entries.put("audit/" + operator + ".ndjson", lines.getBytes(StandardCharsets.UTF_8));
    }

    /** Its bytes are given when the package is written. */
    public void document(EvidenceDocument document) {
        documents.add(document);
    }

    /** The package, its manifest signed. */
    public CompletionStage<SignedEvidence> signed(
            Signer signer, String issuer, String passport, String serviceProvider, String reader, Instant now) {
        Map<String, Object> index = new LinkedHashMap<>();
        index.put("operators", operators.stream().map(EvidenceOperator::json).toList());
        index.put("records", records.stream().map(EvidenceRecord::json).toList());
        index.put("documents", documents.stream().map(EvidenceDocument::json).toList());
        entries.put(EvidencePackage.INDEX, StrictJson.write(index));
        SortedMap<String, String> hashes = Manifest.hashes(entries);
        documents.forEach(document -> hashes.put(document.entry(), document.sha256()));
        Manifest manifest = new Manifest(issuer, passport, serviceProvider, reader, now, hashes);
        return manifest.sign(signer).thenApply(this::archive);
    }

    private SignedEvidence archive(String manifest) {
        entries.put(Manifest.ENTRY, ascii(manifest));
        return new SignedEvidence(
                entries,
                documents.stream().map(EvidenceDocument::sha256).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
