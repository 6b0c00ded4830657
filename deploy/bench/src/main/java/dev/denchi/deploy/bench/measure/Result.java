package dev.denchi.deploy.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What a run found.
 *
 * @param text Markdown, with its heading
 */
public record Result(String benchmark, String text) {

    /** A second run of the same day replaces the first. */
    public Path keep(Path folder) throws IOException {
        Files.createDirectories(folder);
        return Files.writeString(folder.resolve(benchmark + "-" + LocalDate.now(ZoneOffset.UTC) + ".md"), text);
    }
}
