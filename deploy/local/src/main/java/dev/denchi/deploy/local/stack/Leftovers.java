package dev.denchi.deploy.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What we started, written down, so that the next launcher can end what a killed one left behind. */
record Leftovers(Path folder) {

    private static final Duration CLOCK_STEP = Duration.ofSeconds(2);

    void remember(String name, ProcessHandle process) throws IOException {
        Instant start = process.info().startInstant().orElse(Instant.EPOCH);
        Files.writeString(file(name), process.pid() + " " + start.toEpochMilli());
    }

    void forget(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends every process that is still ours. */
    void stopAll() throws IOException, InterruptedException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.pid")) {
            for (Path file : files) {
                Optional<ProcessHandle> process =
                        stillOurs(Files.readString(file).strip());
                if (process.isPresent()) {
                    stop(process.get());
                }
                Files.delete(file);
            }
        }
    }

    /** By number and by start: the number alone may have gone to another program since. */
    private static Optional<ProcessHandle> stillOurs(String written) {
        String[] words = written.split(" ");
        if (words.length != 2) {
            return Optional.empty(); // killed while it was written
        }
        Instant start = Instant.ofEpochMilli(Long.parseLong(words[1]));
        return ProcessHandle.of(Long.parseLong(words[0]))
                .filter(process -> process.info()
                        .startInstant()
                        .filter(now -> Duration.between(start, now).abs().compareTo(CLOCK_STEP) <= 0)
                        .isPresent());
    }

    private static void stop(ProcessHandle process) throws InterruptedException {
        process.destroy();
        try {
            process.onExit().get(15, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
        }
    }

    private Path file(String name) {
        return folder.resolve(name + ".pid");
    }
}
