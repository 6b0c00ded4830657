package dev.denchi.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Bytes of files that are kept, and of some that are not. Each document is another one. */
final class Documents {

    private Documents() {}

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] pdf() {
        return ("%PDF-1.7\n% " + UUID.randomUUID()
                        + "\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** As spreadsheets write it where Windows speaks Japanese. */
    static byte[] shiftJis(String text) {
        return text.getBytes(Charset.forName("windows-31j"));
    }

    static byte[] zip(String... names) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** One whose directory is at least so large. */
    static byte[] zipThatNames(int bytes) {
        String[] names = new String[bytes / 50_000 + 1];
        Arrays.setAll(names, number -> "n".repeat(50_000) + number);
        return zip(names);
    }

    static byte[] docx(String... more) {
        String[] names = Arrays.copyOf(
                new String[] {"[Content_Types].xml", "_rels/.rels", "word/document.xml"}, 3 + more.length);
        System.arraycopy(more, 0, names, 3, more.length);
        return zip(names);
    }

    /** Its first entry says what it is, as it stands. */
    static byte[] openDocumentText() {
        String type = "application/vnd.oasis.opendocument.text";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ZipEntry first = new ZipEntry("mimetype");
            first.setMethod(ZipEntry.STORED);
            first.setSize(type.length());
            first.setCrc(crc(type));
            zip.putNextEntry(first);
            zip.write(type.getBytes(StandardCharsets.US_ASCII));
            zip.putNextEntry(new ZipEntry("content.xml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static long crc(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        return crc.getValue();
    }

    static byte[] png() {
        return begun(0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R');
    }

    static byte[] gif() {
        return begun('G', 'I', 'F', '8', '9', 'a');
    }

    static byte[] jpeg() {
        return begun(0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0);
    }

    static byte[] oldOffice() {
        return begun(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1);
    }

    static byte[] program() {
        return begun('M', 'Z', 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xFF, 0xFF);
    }

    private static byte[] begun(int... octets) {
        byte[] bytes = new byte[1024];
        for (int i = 0; i < octets.length; i++) {
            bytes[i] = (byte) octets[i];
        }
        return bytes;
    }
}
