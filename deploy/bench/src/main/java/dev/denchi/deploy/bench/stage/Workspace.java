package dev.denchi.deploy.bench.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder of a run. It carries a mark, so that no folder of somebody else is ever emptied. */
public record Workspace(Path folder) {

    private static final String MARK = "benchmark-data";

    public Workspace empty() throws IOException {
        if (Files.exists(folder) && !Files.exists(folder.resolve(MARK))) {
            throw new IllegalStateException(folder + " is not a folder of the benchmark; name another with --home.");
        }
        remove();
        Files.createDirectories(folder.resolve("logs"));
        Files.createFile(folder.resolve(MARK));
        return this;
    }

    public void remove() throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }

    public Path log(String name) {
        return folder.resolve("logs").resolve(name + ".log");
    }
}
