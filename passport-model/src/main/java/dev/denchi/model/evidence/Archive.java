package dev.denchi.model.evidence;

import dev.denchi.model.file.DocumentLimits;
import dev.denchi.model.signature.Sha256;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Reads the ZIP of a package, from its beginning to its end and with limits, as strangers send it. What was signed is kept in memory, a
 * document goes by.
 */
final class Archive {
    static final int MOST_ENTRIES = 20_000;
    static final int LARGEST_CONTENT = 256 * 1024 * 1024;

    private static final int SOME = 64 * 1024;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*){0,4}");
    private static final Pattern DOCUMENT = Pattern.compile(EvidenceDocument.FOLDER + "[0-9a-f]{64}");

    private final SortedMap<String, byte[]> entries = new TreeMap<>();
    private final SortedMap<String, Passed> documents = new TreeMap<>();
    private int left = LARGEST_CONTENT;
    private long leftOfDocuments = DocumentLimits.MOST_BYTES_IN_PACKAGE;

    /** A document that went by. */
    record Passed(long size, String sha256) {}

    /** Where the bytes of documents go. */
    interface Target {

        /** @param entry its name */
        OutputStream open(String entry) throws IOException;
    }

    private Archive() {}

    /**
     * @param target closed after each document
     * @throws MalformedEvidence when it is no archive, has a name twice, or is larger than anything this service makes
     * @throws IOException when it cannot be read, or a target cannot be written
     */
    static Archive read(InputStream archive, Target target) throws IOException {
        Archive read = new Archive();
        ZipInputStream zip = new ZipInputStream(archive, StandardCharsets.UTF_8);
        String at = "its beginning";
        try {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                at = entry.getName();
                read.take(entry, zip, target);
            }
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw new MalformedEvidence("the archive is no good ZIP at " + at + ": " + e.getMessage());
        }
        if (read.entries.isEmpty()) {
            throw new MalformedEvidence("this is no ZIP archive, or an empty one");
        }
        return read;
    }

    /** What is not a document. */
    SortedMap<String, byte[]> entries() {
        return entries;
    }

    SortedMap<String, Passed> documents() {
        return documents;
    }

    private void take(ZipEntry entry, ZipInputStream zip, Target target) throws IOException {
        String name = entry.getName();
        if (!NAME.matcher(name).matches() || entries.containsKey(name) || documents.containsKey(name)) {
            throw new MalformedEvidence("the archive has an entry twice, or one that cannot be in it: " + name);
        }
        if (DOCUMENT.matcher(name).matches()) {
            documents.put(name, passed(entry, zip, target));
        } else {
            entries.put(name, content(zip));
        }
        if (entries.size() > MOST_ENTRIES || documents.size() > DocumentLimits.MOST_IN_PACKAGE) {
            throw new MalformedEvidence("the archive has more than " + MOST_ENTRIES + " entries, or more than "
                    + DocumentLimits.MOST_IN_PACKAGE + " documents");
        }
    }

    private byte[] content(ZipInputStream zip) throws IOException {
        byte[] content = zip.readNBytes(left + 1);
        left -= content.length;
        if (left < 0) {
            throw new MalformedEvidence(
                    "the archive has more than " + LARGEST_CONTENT + " bytes besides its documents");
        }
        return content;
    }

    /** As it lies there: what is not packed cannot unfold to more than was sent. */
    private Passed passed(ZipEntry entry, ZipInputStream zip, Target target) throws IOException {
        if (entry.getMethod() != ZipEntry.STORED) {
            throw new MalformedEvidence(entry.getName() + " is packed; documents lie in a package as they are");
        }
        MessageDigest sha256 = Sha256.digest();
        long size = 0;
        try (OutputStream out = target.open(entry.getName())) {
            byte[] some = new byte[SOME];
            for (int read = zip.read(some); read >= 0; read = zip.read(some)) {
                size += read;
                requireSmall(entry, size);
                sha256.update(some, 0, read);
                out.write(some, 0, read);
            }
        }
        leftOfDocuments -= size;
        return new Passed(size, HexFormat.of().formatHex(sha256.digest()));
    }

    private void requireSmall(ZipEntry entry, long size) {
        if (size > DocumentLimits.MOST_BYTES) {
            throw new MalformedEvidence(entry.getName() + " has more than " + DocumentLimits.MOST_BYTES + " bytes");
        }
        if (size > leftOfDocuments) {
            throw new MalformedEvidence("the archive has documents of more than " + DocumentLimits.MOST_BYTES_IN_PACKAGE
                    + " bytes together");
        }
    }
}
