package dev.denchi.deploy.bench.stage;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Quarkus application in a JVM of its own. It ends with this one at the latest, by the local stack's tether. */
public final class Program implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int PATIENCE_SECONDS = 60;
    /** A request that came while it started may never be answered. */
    private static final Duration ANSWER = Duration.ofSeconds(2);

    private final Process process;
    private final Path log;

    private Program(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Returns when {@code ready} answers 200. */
    public static Program start(Path tether, List<String> options, Path jar, Path log, URI ready)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.add("-javaagent:" + tether);
        words.add("-Xmx512m");
        words.addAll(options);
        words.addAll(List.of("-jar", jar.toString()));
        Program program = new Program(
                new ProcessBuilder(words)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start(),
                log);
        program.await(ready);
        return program;
    }

    public long processId() {
        return process.pid();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(15, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private void await(URI ready) throws InterruptedException {
        long begin = System.nanoTime();
        while (!answers(ready)) {
            if (!process.isAlive() || System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
                close();
                throw new IllegalStateException(ready + " does not answer; its log: " + log);
            }
            Thread.sleep(100);
        }
    }

    private static boolean answers(URI ready) throws InterruptedException {
        try {
            return HTTP.send(HttpRequest.newBuilder(ready).timeout(ANSWER).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false; // it does not listen yet
        }
    }
}
