package dev.denchi.connector.journey;

import dev.denchi.deploy.servers.Port;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** A connector as it is shipped, in a process of its own. */
final class ConnectorProcess implements AutoCloseable {

    static final String MANAGEMENT_KEY = "a-management-key";

    private static final Duration BOOT = Duration.ofSeconds(90);
    private static final Duration ANSWER = Duration.ofSeconds(2);
    private static final List<String> CONTEXTS = List.of("", "control.", "management.", "protocol.");

    private final HttpClient client = HttpClient.newHttpClient();
    private final String id;
    private final Properties settings;
    private final Path log;
    private final Process process;

    private ConnectorProcess(String id, Properties settings, Path log, Process process) {
        this.id = id;
        this.settings = settings;
        this.log = log;
        this.process = process;
    }

    static Properties settings(Dataspace dataspace, String id, String jdbcUrl, String user, String password)
            throws IOException {
        var settings = new Properties();
        for (var context : CONTEXTS) {
            settings.setProperty("web.http." + context + "port", String.valueOf(Port.free()));
        }
        settings.setProperty("edc.participant.id", id);
        settings.setProperty("web.http.management.auth.key", MANAGEMENT_KEY);
        settings.setProperty("web.http.control.auth.key", "a-control-key");
        settings.setProperty("edc.datasource.default.url", jdbcUrl);
        settings.setProperty("edc.datasource.default.user", user);
        settings.setProperty("edc.datasource.default.password", password);
        settings.setProperty(
                "denchi.participant.key-file", dataspace.keyFile(id).toString());
        settings.setProperty(
                "denchi.participants.file", dataspace.participantsFile().toString());
        return settings;
    }

    static ConnectorProcess start(Path folder, String id, Properties settings) throws IOException {
        var file = folder.resolve(id + ".properties");
        try (var out = Files.newOutputStream(file)) {
            settings.store(out, null);
        }
        var log = Path.of("target", "%s-%s.log".formatted(folder.getFileName(), id)); // outlives the test
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classPath = "target/classes:" + Files.readString(Path.of("target/shipped.classpath"));
        var process = new ProcessBuilder(
                        java,
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dedc.fs.config=" + file,
                        "-cp",
                        classPath,
                        "dev.denchi.connector.Connector")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new ConnectorProcess(id, settings, log, process);
    }

    ConnectorProcess ready() throws IOException, InterruptedException {
        var deadline = Instant.now().plus(BOOT);
        while (!isReady()) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                throw new IllegalStateException(id + " did not start:\n" + log());
            }
            Thread.sleep(100);
        }
        return this;
    }

    private boolean isReady() throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%s/api/check/readiness".formatted(port(""))))
                .timeout(ANSWER) // one that came while it started may never be answered
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    int exitStatus() throws InterruptedException {
        if (!process.waitFor(BOOT.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException(id + " did not end");
        }
        return process.exitValue();
    }

    String id() {
        return id;
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    int port(String context) {
        return Integer.parseInt(settings.getProperty("web.http." + context + "port"));
    }

    String management() {
        return "http://127.0.0.1:%d/api/management".formatted(port("management."));
    }

    String protocol() {
        return "http://127.0.0.1:%d/api/dsp/2025-1".formatted(port("protocol."));
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(15, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
