package dev.denchi.deploy.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A short command of the operating system, run to its end. */
record Command(List<String> words, String input) {

    private static final Duration LIMIT = Duration.ofSeconds(90);

    Command(List<String> prefix, String... words) {
        this(Stream.concat(prefix.stream(), Stream.of(words)).toList(), "");
    }

    Command withInput(String text) {
        return new Command(words, text);
    }

    boolean succeeds() throws InterruptedException {
        try {
            run();
            return true;
        } catch (IOException | IllegalStateException e) {
            return false;
        }
    }

    /** Fails with all that the command printed. */
    void run() throws IOException, InterruptedException {
        // a file and not a pipe: a server started by the command would keep a pipe open for ever
        Path output = Files.createTempFile("denchi-command", ".log");
        try {
            Process process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            try (var stdin = process.outputWriter()) {
                stdin.write(input);
            }
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(this + " took more than " + LIMIT.toSeconds() + " s");
            }
            if (process.exitValue() != 0) {
                throw new IllegalStateException(this + " failed:\n" + Files.readString(output));
            }
        } finally {
            Files.delete(output);
        }
    }

    @Override
    public String toString() {
        return String.join(" ", words);
    }
}
