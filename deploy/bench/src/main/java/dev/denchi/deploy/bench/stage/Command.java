package dev.denchi.deploy.bench.stage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A program of the machine, run to its end. */
public record Command(List<String> words, Map<String, String> environment) {

    public static Command of(Map<String, String> environment, String... words) {
        return new Command(List.of(words), environment);
    }

    /** Where each program comes from is said for Debian; others have packages of like names. */
    public static void require(Map<String, String> packages) {
        List<String> missing = packages.entrySet().stream()
                .filter(entry -> !isInstalled(entry.getKey()))
                .map(entry -> "%s (Debian: %s)".formatted(entry.getKey(), entry.getValue()))
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("Missing on this machine: " + String.join(", ", missing) + ".");
        }
        if (!Files.exists(Path.of("/proc/self/stat"))) {
            throw new IllegalStateException("Processor time is read from /proc, which only Linux has.");
        }
    }

    /** What it printed. */
    public String output() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(words.get(0) + " failed:\n" + output);
        }
        return output;
    }

    private static boolean isInstalled(String program) {
        String path = System.getenv("PATH");
        return Stream.of((path == null ? "" : path).split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
