package dev.denchi.deploy.local.stack;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A program while it runs. It ends with this JVM at the latest: see {@link dev.denchi.deploy.local.tether.Tether}. */
final class Service implements AutoCloseable {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private static final Duration TO_BE_READY = Duration.ofSeconds(120);
    private static final Duration TO_END = Duration.ofSeconds(15);

    private final Program program;
    private final Process process;
    private final Path log;
    private final Leftovers leftovers;
    private final long started = System.nanoTime();

    private Service(Program program, Process process, Path log, Leftovers leftovers) {
        this.program = program;
        this.process = process;
        this.log = log;
        this.leftovers = leftovers;
    }

    static Service start(Program program, Folders folders) throws IOException {
        if (!Files.exists(program.jar())) {
            throw new IllegalStateException(program.jar() + " is not there; deploy/local/run builds it");
        }
        Path log = folders.log(program.name());
        Process process = new ProcessBuilder(command(program, folders))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start(); // standard input stays our pipe: its end is what the tether waits for
        Leftovers leftovers = new Leftovers(folders.run());
        leftovers.remember(program.name(), process.toHandle());
        return new Service(program, process, log, leftovers);
    }

    /** How long it took. */
    Duration awaitReady() throws InterruptedException {
        while (!answers()) {
            if (!process.isAlive()) {
                throw new IllegalStateException("%s ended with exit code %d before it was ready.%n%s"
                        .formatted(name(), process.exitValue(), tail()));
            }
            if (age().compareTo(TO_BE_READY) > 0) {
                throw new IllegalStateException("%s is not ready after %d s (%s).%n%s"
                        .formatted(name(), TO_BE_READY.toSeconds(), program.ready(), tail()));
            }
            Thread.sleep(50);
        }
        return age();
    }

    String name() {
        return program.name();
    }

    long processId() {
        return process.pid();
    }

    /** Host and port. */
    String address() {
        return program.ready().getAuthority();
    }

    CompletableFuture<String> ended() {
        return process.onExit()
                .thenApply(it -> "%s ended with exit code %d.%n%s".formatted(name(), it.exitValue(), tail()));
    }

    /** The last lines of its log. */
    private String tail() {
        List<String> lines;
        try {
            lines = Files.readAllLines(log);
        } catch (IOException e) {
            return "Its log cannot be read: " + e.getMessage();
        }
        List<String> last = lines.subList(Math.max(0, lines.size() - 30), lines.size());
        return "The end of its log, " + log + ":\n    " + String.join("\n    ", last);
    }

    @Override
    public String toString() {
        return name();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(TO_END.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        leftovers.forget(name());
    }

    private Duration age() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    private boolean answers() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(program.ready())
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false; // it does not listen yet
        }
    }

    private static List<String> command(Program program, Folders folders) {
        List<String> words = new ArrayList<>(OwnSession.prefix());
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.add("-javaagent:" + folders.tether());
        words.addAll(program.jvmOptions());
        words.add("-jar");
        words.add(program.jar().toString());
        return words;
    }
}
