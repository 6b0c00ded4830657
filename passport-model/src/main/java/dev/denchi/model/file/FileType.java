package dev.denchi.model.file;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The types of files that are kept, each with its registered media type. None is one that a reader's system would run. */
public enum FileType {
    TXT("text/plain", "txt"),
    CSV("text/csv", "csv"),
    PDF("application/pdf", "pdf"),
    DOC("application/msword", "doc"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    ODT("application/vnd.oasis.opendocument.text", "odt"),
    PPT("application/vnd.ms-powerpoint", "ppt"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    ODP("application/vnd.oasis.opendocument.presentation", "odp"),
    XLS("application/vnd.ms-excel", "xls"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    ODS("application/vnd.oasis.opendocument.spreadsheet", "ods"),
    JPEG("image/jpeg", "jpeg", "jpg"),
    BMP("image/bmp", "bmp"),
    GIF("image/gif", "gif"),
    PNG("image/png", "png"),
    ZIP("application/zip", "zip");

    private final String mediaType;
    private final List<String> extensions;

    FileType(String mediaType, String... extensions) {
        this.mediaType = mediaType;
        this.extensions = List.of(extensions);
    }

    public String mediaType() {
        return mediaType;
    }

    /** What it is called where it is saved, without its dot. */
    public String extension() {
        return extensions.get(0);
    }

    /** Whether it is something to be read: an archive is none, as nobody sees what is in it. */
    public boolean isDocument() {
        return this != ZIP;
    }

    /** @param mediaType as it is registered, without parameters */
    public static Optional<FileType> ofMediaType(String mediaType) {
        String small = mediaType.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(small))
                .findFirst();
    }

    /** @param extension without its dot, in letters of any case */
    public static Optional<FileType> ofExtension(String extension) {
        String small = extension.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(type -> type.extensions.contains(small))
                .findFirst();
    }
}
