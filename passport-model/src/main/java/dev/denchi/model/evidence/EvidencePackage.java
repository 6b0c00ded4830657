package dev.denchi.model.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.file.DocumentLimits;
import dev.denchi.model.format.MalformedJson;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.signature.CompactJws;
import dev.denchi.model.signature.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** An evidence package as it was read. What was signed is in it; of documents only which there are. */
public final class EvidencePackage {
    /** Bytes of the largest archive that is read; nothing that a service makes is larger. */
    public static final long LARGEST = Archive.LARGEST_CONTENT + DocumentLimits.MOST_BYTES_IN_PACKAGE;

    static final String INDEX = "index.json";

    private final Archive archive;
    private final CompactJws signature;
    private final Manifest manifest;
    private final List<EvidenceOperator> operators;
    private final List<EvidenceRecord> records;
    private final List<EvidenceDocument> documents;

    private EvidencePackage(Archive archive) {
        this.archive = archive;
        try {
            this.signature = CompactJws.parse(text(Manifest.ENTRY));
            this.manifest = Manifest.read(signature);
            JsonNode index = StrictJson.read(text(INDEX));
            this.operators = each(index.path("operators"), EvidenceOperator::read);
            this.records = each(index.path("records"), EvidenceRecord::read);
            this.documents = each(index.path("documents"), EvidenceDocument::read);
        } catch (MalformedJson e) {
            throw new MalformedEvidence("the package's manifest or index is not readable: " + e.getMessage());
        }
    }

    /**
     * Reads a package from its beginning to its end, and keeps none of its documents.
     *
     * @throws MalformedEvidence when it is none, or one of another make
     * @throws IOException when it cannot be read
     */
    public static EvidencePackage read(InputStream archive) throws IOException {
        return new EvidencePackage(Archive.read(archive, entry -> OutputStream.nullOutputStream()));
    }

    /**
     * Reads a package, and puts its documents into a folder, each under the hash that its entry is named by.
     *
     * @throws MalformedEvidence when it is none, or one of another make
     * @throws IOException when it cannot be read, or the folder cannot be written
     */
    public static EvidencePackage unpack(InputStream archive, Path folder) throws IOException {
        return new EvidencePackage(Archive.read(
                archive,
                entry -> Files.newOutputStream(
                        folder.resolve(entry.substring(EvidenceDocument.FOLDER.length())),
                        StandardOpenOption.CREATE_NEW)));
    }

    /** Whether a file that begins so may be an archive. */
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

    /** Its documents, as its index has them. */
    public List<EvidenceDocument> documents() {
        return documents;
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

    /** SHA-256 of each entry, by its name. */
    SortedMap<String, String> hashes() {
        SortedMap<String, String> hashes = Manifest.hashes(archive.entries());
        archive.documents().forEach((entry, document) -> hashes.put(entry, document.sha256()));
        return hashes;
    }

    /** The documents that are in it, by the names of their entries. */
    SortedMap<String, Archive.Passed> passed() {
        return archive.documents();
    }

    CompactJws signature() {
        return signature;
    }

    private List<String> under(String folder) {
        return List.copyOf(named(folder).values());
    }

    private SortedMap<String, String> named(String folder) {
        SortedMap<String, String> texts = new TreeMap<>();
        archive.entries().keySet().stream()
                .filter(name -> name.startsWith(folder))
                .forEach(name -> texts.put(name, text(name)));
        return texts;
    }

    private String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8).strip();
    }

    byte[] bytes(String name) {
        byte[] content = archive.entries().get(name);
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
}
