package dev.denchi.model.evidence;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives in memory, as this service and as strangers make them. */
final class Zips {
    private Zips() {}

    /** Any entries, documents as they are and the rest packed. */
    static byte[] of(SortedMap<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                zip.putNextEntry(
                        each.getKey().startsWith("documents/")
                                ? stored(each.getKey(), each.getValue())
                                : new ZipEntry(each.getKey()));
                zip.write(each.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static ZipEntry stored(String name, byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        return entry;
    }

    static byte[] of(SignedEvidence evidence, Map<String, byte[]> documents) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            Path folder = Files.createTempDirectory("documents");
            for (Map.Entry<String, byte[]> document : documents.entrySet()) {
                Files.write(folder.resolve(document.getKey()), document.getValue());
            }
            evidence.writeTo(bytes, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** All entries of an archive, documents too. */
    static SortedMap<String, byte[]> entries(byte[] archive) {
        SortedMap<String, ByteArrayOutputStream> documents = new TreeMap<>();
        try {
            Archive read = Archive.read(new ByteArrayInputStream(archive), entry -> {
                ByteArrayOutputStream to = new ByteArrayOutputStream();
                documents.put(entry, to);
                return to;
            });
            SortedMap<String, byte[]> entries = new TreeMap<>(read.entries());
            documents.forEach((name, bytes) -> entries.put(name, bytes.toByteArray()));
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static EvidencePackage read(byte[] archive) {
        try {
            return EvidencePackage.read(new ByteArrayInputStream(archive));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
