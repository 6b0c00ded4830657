package dev.denchi.model.evidence;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** ZIP with the same bytes for the same content: entries in the order of their names, all of one time. Read with limits, as strangers send it. */
final class Archive {
    static final int MOST_ENTRIES = 20_000;
    static final int LARGEST_CONTENT = 256 * 1024 * 1024;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*){0,4}");
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Archive() {}

    static byte[] write(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> each : new TreeMap<>(entries).entrySet()) {
                ZipEntry entry = new ZipEntry(each.getKey());
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(each.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @throws MalformedEvidence when it is no archive, has a name twice, or is larger than anything this service makes */
    static SortedMap<String, byte[]> read(byte[] archive) {
        SortedMap<String, byte[]> entries = new TreeMap<>();
        int left = LARGEST_CONTENT;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                byte[] content = zip.readNBytes(left + 1);
                left -= content.length;
                if (!NAME.matcher(name).matches() || entries.put(name, content) != null) {
                    throw new MalformedEvidence("the archive has an entry twice, or one that cannot be in it: " + name);
                }
                if (left < 0 || entries.size() > MOST_ENTRIES) {
                    throw new MalformedEvidence("the archive has more than " + LARGEST_CONTENT + " bytes, or more than "
                            + MOST_ENTRIES + " entries");
                }
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw new MalformedEvidence("the archive is no good ZIP: " + e.getMessage());
        } catch (IOException e) {
            throw new MalformedEvidence("the archive ends early: " + e.getMessage());
        }
        if (entries.isEmpty()) {
            throw new MalformedEvidence("this is no ZIP archive, or an empty one");
        }
        return entries;
    }
}
