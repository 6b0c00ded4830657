package dev.denchi.deploy.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The arrows that a reader of the sources sees. The compiler copies constants, so a class file does not tell all of them. */
final class Imports {

    private static final Pattern PACKAGE = Pattern.compile("^package ([a-z.]+);", Pattern.MULTILINE);
    private static final Pattern IMPORT = Pattern.compile("^import (?:static )?([a-z.]+)\\.[A-Z]", Pattern.MULTILINE);

    private Imports() {}

    static Set<Arrow> of(Path module, Function<String, Optional<String>> room) throws IOException {
        Set<Arrow> arrows = new TreeSet<>();
        try (Stream<Path> files = Files.walk(module.resolve("src/main/java"))) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .map(Imports::text)
                    .forEach(source -> addAll(arrows, source, room));
        }
        return arrows;
    }

    private static void addAll(Set<Arrow> arrows, String source, Function<String, Optional<String>> room) {
        Optional<String> from = first(PACKAGE, source).flatMap(room);
        IMPORT.matcher(source)
                .results()
                .map(found -> found.group(1))
                .forEach(imported -> from.ifPresent(
                        here -> room.apply(imported).ifPresent(there -> arrows.add(new Arrow(here, there)))));
    }

    private static Optional<String> first(Pattern pattern, String source) {
        return pattern.matcher(source).results().map(found -> found.group(1)).findFirst();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
