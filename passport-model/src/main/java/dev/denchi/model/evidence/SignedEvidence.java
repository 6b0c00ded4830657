package dev.denchi.model.evidence;

import dev.denchi.model.signature.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A package that is put together and signed, and not written yet: a ZIP with the same bytes for the same content, entries in the order of
 * their names and all of one time. Documents lie in it as they are.
 */
public final class SignedEvidence {
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final int SOME = 64 * 1024;

    private final SortedMap<String, byte[]> entries;
    private final SortedSet<String> documents;

    /** @param documents the hashes of those that belong to it */
    SignedEvidence(Map<String, byte[]> entries, SortedSet<String> documents) {
        this.entries = new TreeMap<>(entries);
        this.documents = new TreeSet<>(documents);
    }

    /**
     * Writes the archive, and leaves {@code to} open.
     *
     * @param folder has each document under its hash
     * @throws IOException also when a document has not the hash that was signed
     */
    public void writeTo(OutputStream to, Path folder) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
        for (String name : names()) {
            byte[] content = entries.get(name);
            if (content == null) {
                write(zip, name, folder);
            } else {
                zip.putNextEntry(entry(name));
                zip.write(content);
            }
            zip.closeEntry();
        }
        zip.finish();
    }

    private SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>(entries.keySet());
        documents.forEach(hash -> names.add(EvidenceDocument.FOLDER + hash));
        return names;
    }

    private static void write(ZipOutputStream zip, String name, Path folder) throws IOException {
        String sha256 = name.substring(EvidenceDocument.FOLDER.length());
        Path document = folder.resolve(sha256);
        ZipEntry entry = entry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(Files.size(document));
        entry.setCrc(crc(document, sha256));
        zip.putNextEntry(entry);
        Files.copy(document, zip);
    }

    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        return entry;
    }

    private static long crc(Path document, String sha256) throws IOException {
        MessageDigest digest = Sha256.digest();
        CRC32 crc = new CRC32();
        try (InputStream in = Files.newInputStream(document)) {
            byte[] some = new byte[SOME];
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                crc.update(some, 0, read);
                digest.update(some, 0, read);
            }
        }
        String found = HexFormat.of().formatHex(digest.digest());
        if (!found.equals(sha256)) {
            throw new IOException("the document " + sha256 + " has the hash " + found);
        }
        return crc.getValue();
    }
}
