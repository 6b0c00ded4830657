package dev.denchi.model.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.format.MalformedJson;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.signature.CompactJws;
import dev.denchi.model.signature.Sha256;
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
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** An evidence package as a ZIP archive; the same content has the same bytes but for the manifest's signature. */
public final class EvidencePackage {
    private static final String INDEX = "index.json";

    private final SortedMap<String, byte[]> entries;
    private final CompactJws signature;
    private final Manifest manifest;
    private final List<EvidenceOperator> operators;
    private final List<EvidenceRecord> records;

    private EvidencePackage(SortedMap<String, byte[]> entries) {
        this.entries = entries;
        try {
            this.signature = CompactJws.parse(text(Manifest.ENTRY));
            this.manifest = Manifest.read(signature);
            JsonNode index = StrictJson.read(text(INDEX));
            this.operators = each(index.path("operators"), EvidenceOperator::read);
            this.records = each(index.path("records"), EvidenceRecord::read);
        } catch (MalformedJson e) {
            throw new MalformedEvidence("the package's manifest or index is not readable: " + e.getMessage());
        }
    }

    /** @throws MalformedEvidence when it is none, or one of another make */
    public static EvidencePackage read(byte[] archive) {
        return new EvidencePackage(Archive.read(archive));
    }

    /** Whether a file begins as an archive does. */
    public static boolean isArchive(byte[] file) {
        return file.length > 3 && file[0] == 'P' && file[1] == 'K';
    }

    public Manifest manifest() {
        return manifest;
    }

    /** Those whose records are in it, the passport's first. */
    public List<EvidenceOperator> operators() {
        return operators;
    }

    /** All versions of all records, each record's oldest first. */
    public List<EvidenceRecord> records() {
        return records;
    }

    /** The token of one version, exactly as it was signed, with the disclosures that the package's reader may have. */
    public String token(EvidenceRecord record) {
        return text(record.entry());
    }

    /** The did:web document of one operator as of then. */
    public byte[] keys(EvidenceOperator operator) {
        return bytes(operator.entry());
    }

    /** The documents of the DIDs of its own, by DID. */
    public Map<String, byte[]> ownKeys(EvidenceOperator operator) {
        Map<String, byte[]> documents = new LinkedHashMap<>();
        operator.entries().forEach((did, entry) -> documents.put(did, bytes(entry)));
        documents.remove(operator.did());
        return documents;
    }

    /** The signed status lists in it. */
    public List<String> statusLists() {
        return List.copyOf(statusListEntries().values());
    }

    /** The signed status lists by the names of their entries. */
    public SortedMap<String, String> statusListEntries() {
        return named("status/");
    }

    /** The rows of audit logs about these records, one export a text. */
    public List<String> auditRows() {
        return under("audit/");
    }

    /** SHA-256 of the signed manifest, hexadecimal: names the package with all that is in it. */
    public String sha256() {
        return Sha256.hex(bytes(Manifest.ENTRY));
    }

    SortedMap<String, byte[]> entries() {
        return entries;
    }

    CompactJws signature() {
        return signature;
    }

    private List<String> under(String folder) {
        return List.copyOf(named(folder).values());
    }

    private SortedMap<String, String> named(String folder) {
        SortedMap<String, String> texts = new TreeMap<>();
        entries.keySet().stream().filter(name -> name.startsWith(folder)).forEach(name -> texts.put(name, text(name)));
        return texts;
    }

    private String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8).strip();
    }

    byte[] bytes(String name) {
        byte[] content = entries.get(name);
        if (content == null) {
            throw new MalformedEvidence("the package has no " + name);
        }
        return content;
    }

    private static <T> List<T> each(JsonNode array, Function<JsonNode, T> read) {
        List<T> all = new ArrayList<>();
        array.forEach(each -> all.add(read.apply(each)));
        return List.copyOf(all);
    }

    /** Puts a package together. */
    public static final class Writer {
        private final SortedMap<String, byte[]> entries = new TreeMap<>();
        private final List<EvidenceOperator> operators = new ArrayList<>();
        private final List<EvidenceRecord> records = new ArrayList<>();

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

        /** The archive, its manifest signed. */
        public CompletionStage<byte[]> signed(
                Signer signer, String issuer, String passport, String serviceProvider, String reader, Instant now) {
            Map<String, Object> index = new LinkedHashMap<>();
            index.put(
                    "operators", operators.stream().map(EvidenceOperator::json).toList());
            index.put("records", records.stream().map(EvidenceRecord::json).toList());
            entries.put(INDEX, StrictJson.write(index));
            Manifest manifest = new Manifest(issuer, passport, serviceProvider, reader, now, Manifest.hashes(entries));
            return manifest.sign(signer).thenApply(this::archive);
        }

        private byte[] archive(String manifest) {
            entries.put(Manifest.ENTRY, ascii(manifest));
            return Archive.write(entries);
        }

        private static byte[] ascii(String text) {
            return text.getBytes(StandardCharsets.US_ASCII);
        }
    }
}
