package dev.denchi.deploy.bench.stage;

import dev.denchi.deploy.bench.measure.Measured.Tally;
import dev.denchi.deploy.local.secrets.Person;
import dev.denchi.deploy.local.secrets.SecretFiles;
import dev.denchi.deploy.local.secrets.Secrets;
import dev.denchi.deploy.servers.LocalServers;
import dev.denchi.deploy.servers.Port;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The passport service with the records of one battery model in it, set as the local stack sets it. */
public record Service(Program program, URI address, Secrets secrets, Path examples) implements AutoCloseable {

    /** For a recording: the default cuts a reactive stack in the middle. */
    private static final String STACK_DEPTH = "-XX:FlightRecorderOptions=stackdepth=256";

    private static final List<String> OF_THE_MODEL =
            List.of("battery-model", "carbon-footprint", "recycled-content", "due-diligence");

    public static Service start(Path repository, Workspace workspace, LocalServers servers) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + Port.free());
        Secrets secrets = Secrets.in(workspace.folder().resolve("secrets"));
        Properties settings = new Properties();
        settings.putAll(servers.quarkusConfig());
        settings.put("quarkus.http.host", "127.0.0.1");
        settings.put("quarkus.http.port", Integer.toString(address.getPort()));
        settings.put("denchi.environment", "development");
        settings.put("denchi.public-url", address.toString());
        settings.put("denchi.service-provider", "https://id.gs1.org/417/4912399000004");
        settings.put("denchi.sign.keystore", secrets.keystore().toString());
        settings.put("denchi.sign.keystore-password", secrets.keystorePassword());
        settings.put(
                "denchi.access.callers-file", secrets.apiKeys().callersFile().toString());
        settings.put(
                "denchi.access.accounts-file", secrets.accounts().accountsFile().toString());
        settings.put(
                "denchi.ouranos.participants-file",
                secrets.accounts().participantsFile().toString());
        StringWriter text = new StringWriter();
        settings.store(text, null);
        Path file = SecretFiles.in(workspace.folder().resolve("settings")).write("api.properties", text.toString());
        Program program = Program.start(
                repository.resolve("deploy/local/target/local-tether.jar"),
                List.of(STACK_DEPTH, "-Dquarkus.config.locations=" + file.toUri()),
                repository.resolve("passport-api/target/quarkus-app/quarkus-run.jar"),
                workspace.log("passport-api"),
                address.resolve("/q/health/ready"));
        Path examples = repository.resolve("openapi/examples/ev-nmc");
        return new Service(program, address, secrets, examples);
    }

    public String key() {
        return secrets.apiKeys().of(Person.CELL_MAKER);
    }

    /** Posts what every battery of the model shares. */
    public void prepare() throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        for (String kind : OF_THE_MODEL) {
            HttpRequest post = HttpRequest.newBuilder(address.resolve("/v1/records/" + kind))
                    .header("Content-Type", "application/json")
                    .header("X-API-Key", key())
                    .POST(BodyPublishers.ofFile(examples.resolve(kind + ".json")))
                    .build();
            HttpResponse<String> answer = client.send(post, BodyHandlers.ofString());
            if (answer.statusCode() != 201) {
                throw new IllegalStateException(
                        "%s was refused: %d %s".formatted(kind, answer.statusCode(), answer.body()));
            }
        }
    }

    public Tally posts(Wrk wrk, int seconds) throws IOException, InterruptedException {
        Map<String, String> settings = Map.of(
                "BENCH_API_KEY",
                key(),
                "BENCH_EXAMPLE",
                examples.resolve("battery.json").toString());
        return wrk.run("post.lua", settings, address.resolve("/v1/records/battery"), seconds);
    }

    /** Reads the paths in turn, as the public. */
    public Tally reads(Wrk wrk, Path paths, int seconds) throws IOException, InterruptedException {
        return wrk.run("get.lua", Map.of("BENCH_PATHS", paths.toString()), address, seconds);
    }

    /** Fails with the answer when the first path of the file is not there to read. */
    public void check(Path paths) throws IOException, InterruptedException {
        String path = Files.readAllLines(paths).get(0);
        HttpRequest get = HttpRequest.newBuilder(URI.create(address + path)).build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(get, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(
                    "%s is not readable: %d %s".formatted(path, answer.statusCode(), answer.body()));
        }
    }

    @Override
    public void close() throws InterruptedException {
        program.close();
    }
}
