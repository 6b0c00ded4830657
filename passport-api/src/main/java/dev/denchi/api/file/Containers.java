package dev.denchi.api.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** What lies in files that hold others. Only their directories are read, nothing is unpacked. */
final class Containers {
    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final String MACROS = "vbaProject.bin";

    /** Out of the folder where it is unpacked. */
    private static final Pattern ELSEWHERE =
            Pattern.compile("(.*[/\\\\])?\\.\\.([/\\\\].*)?|[/\\\\].*|[a-zA-Z]:.*", Pattern.DOTALL);

    private Containers() {}

    /** An Office document of the kind with this folder, without macros, which the types with an x in their extension do not have. */
    static boolean isOpenXml(Path path, String folder) throws IOException {
        List<String> names = names(path);
        return names.contains(CONTENT_TYPES)
                && names.stream().anyMatch(name -> name.startsWith(folder))
                && names.stream().noneMatch(name -> name.endsWith(MACROS));
    }

    /** An archive that can be read, from which nothing gets anywhere else when it is unpacked. */
    static boolean isArchive(Path path) throws IOException {
        List<String> names = names(path);
        return !names.isEmpty()
                && names.stream().noneMatch(name -> ELSEWHERE.matcher(name).matches() || hasControls(name));
    }

    private static boolean hasControls(String name) {
        return name.chars().anyMatch(character -> character < ' ');
    }

    /** None of what is no archive. Archives from Windows name their entries in whatever code: as Latin-1 none is refused for it. */
    private static List<String> names(Path path) throws IOException {
        ArchiveDirectory.requireSmall(path);
        try (ZipFile zip = new ZipFile(path.toFile(), StandardCharsets.ISO_8859_1)) {
            return zip.stream().map(entry -> entry.getName()).toList();
        } catch (ZipException e) {
            return List.of();
        }
    }
}
