package dev.denchi.api.file;

import dev.denchi.model.file.FileType;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/**
 * Whether the bytes of a file are of the type that it says. A file that is something else than it says is how what nobody asked for
 * gets to a reader. Reads a disk: not for an event loop.
 */
public final class MediaTypes {
    private static final String OFFICE = "application/x-tika-msoffice";
    private static final String OPEN_XML = "application/x-tika-ooxml";
    private static final String BYTES = "application/octet-stream";

    /** What most spreadsheets of Japan write, which is neither ASCII nor UTF-8. */
    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");

    private static final int BEGINNING = 64 * 1024;

    private MediaTypes() {}

    private static final class Known {
        static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();
    }

    /** @throws Mistyped when they are not; @throws IOException when the disk fails */
    public static void requireAre(FileType type, Path path) throws IOException {
        String found = found(path);
        if (!fits(type, found, path)) {
            throw new Mistyped("the bytes are " + found + ", which is not what '." + type.extension() + "' says");
        }
    }

    private static boolean fits(FileType type, String found, Path path) throws IOException {
        return switch (type) {
            case TXT, CSV ->
                found.equals("text/plain") || found.equals("text/csv") || (found.equals(BYTES) && isShiftJis(path));
            case DOC, XLS, PPT -> found.equals(OFFICE) || found.equals(type.mediaType());
            case DOCX -> isOpenXml(found) && Containers.isOpenXml(path, "word/");
            case XLSX -> isOpenXml(found) && Containers.isOpenXml(path, "xl/");
            case PPTX -> isOpenXml(found) && Containers.isOpenXml(path, "ppt/");
            case ZIP -> isOpenXml(found) && Containers.isArchive(path);
            case PDF, ODT, ODP, ODS, JPEG, BMP, GIF, PNG -> found.equals(type.mediaType());
        };
    }

    private static boolean isOpenXml(String found) {
        return found.equals(FileType.ZIP.mediaType()) || found.equals(OPEN_XML);
    }

    /** By its bytes alone. */
    private static String found(Path path) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(path), BEGINNING)) {
            return Known.TYPES.detect(bytes, new Metadata()).getBaseType().toString();
        }
    }

    /** Characters of that code, and no controls but the ends of lines and tabs. */
    private static boolean isShiftJis(Path path) throws IOException {
        CharsetDecoder decoder = SHIFT_JIS
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (InputStream bytes = Files.newInputStream(path)) {
            ByteBuffer beginning = ByteBuffer.wrap(bytes.readNBytes(BEGINNING));
            CharBuffer text = CharBuffer.allocate(BEGINNING);
            boolean isCode = !decoder.decode(beginning, text, false).isError();
            return isCode && text.flip().chars().allMatch(MediaTypes::isOfText);
        }
    }

    private static boolean isOfText(int character) {
        return !Character.isISOControl(character)
                || Set.of((int) '\n', (int) '\r', (int) '\t').contains(character);
    }
}
