package dev.denchi.deploy.bench.provenance;

import dev.denchi.deploy.bench.measure.Latencies;
import dev.denchi.deploy.bench.measure.Machine;
import dev.denchi.deploy.bench.measure.Options;
import dev.denchi.deploy.bench.measure.ProcessorTime;
import dev.denchi.deploy.bench.measure.Setting;
import dev.denchi.deploy.bench.stage.Database;
import dev.denchi.deploy.bench.stage.Service;
import dev.denchi.deploy.bench.stage.Workspace;
import dev.denchi.deploy.servers.LocalServers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One run: the stores from small to large, and in the largest the uploads. */
final class ProvenanceRun {
    private static final int LOTS_OF_A_CHAIN = 36;
    private static final int WARM_UP_SECONDS = 20;
    private static final long NANOS = 1_000_000_000L;

    private final Path repository;
    private final Options options;
    private final Workspace workspace;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Random random = new Random(8);
    private final StringBuilder questions = new StringBuilder();
    private final StringBuilder uploads = new StringBuilder();
    private final List<Long> medians = new ArrayList<>();
    private final List<Long> slow = new ArrayList<>();

    ProvenanceRun(Path repository, Options options) {
        this.repository = repository;
        this.options = options;
        this.workspace = new Workspace(options.home());
    }

    String run() throws Exception {
        workspace.empty();
        try (LocalServers servers = LocalServers.start(workspace.folder())) {
            Database database =
                    Database.of(servers.postgres(), repository.resolve("deploy/bench/load"), workspace.folder());
            try (Service service = Service.start(repository, workspace, servers)) {
                ask(service, database, servers.postgres().processId());
                upload(service, servers.postgres().processId());
            }
        }
        if (!options.keep()) {
            workspace.remove();
        }
        return report();
    }

    private void ask(Service service, Database database, long postgres) throws Exception {
        int chains = 0;
        for (int share : new int[] {100, 10, 1}) {
            int wanted = Math.max(1, options.number(Provenance.LOTS) / share / LOTS_OF_A_CHAIN);
            say("Making a store of " + wanted * LOTS_OF_A_CHAIN + " lots");
            database.ask(script("lineage.sql")
                    .replace(":from", Integer.toString(chains))
                    .replace(":to", Integer.toString(wanted)));
            chains = wanted;
            database.ask(
                    "vacuum analyze passport.lot, passport.transformation, passport.lot_use, passport.lot_holding");
            timed(service, chains, WARM_UP_SECONDS);
            ProcessorTime before = ProcessorTime.now(service.program().processId(), postgres);
            long begin = System.nanoTime();
            Latencies times = timed(service, chains, options.number(Setting.SECONDS));
            row(
                    chains,
                    times,
                    ProcessorTime.now(service.program().processId(), postgres).since(before),
                    System.nanoTime() - begin);
            if (share > 1) {
                closure(database, chains);
            }
        }
    }

    private Latencies timed(Service service, int chains, int seconds) throws Exception {
        List<Long> times = new ArrayList<>();
        long end = System.nanoTime() + seconds * NANOS;
        while (System.nanoTime() < end) {
            String lot = "sakura-cells:B-8-" + random.nextInt(chains) + "-" + random.nextInt(4);
            HttpRequest ask = HttpRequest.newBuilder(
                            service.address().resolve("/v1/provenance/lots/" + lot + "/upstream"))
                    .header("X-API-Key", service.key())
                    .build();
            long begin = System.nanoTime();
            HttpResponse<String> answer = client.send(ask, BodyHandlers.ofString());
            times.add((System.nanoTime() - begin) / 1000);
            require(answer.statusCode() == 200 && answer.body().contains("\"total\":33"), answer.body());
        }
        count = times.size();
        return Latencies.of(times.stream().mapToLong(Long::longValue));
    }

    private int count;

    private void row(int chains, Latencies times, ProcessorTime used, long nanos) {
        medians.add(times.percentile(50));
        slow.add(times.percentile(95));
        questions.append("| %d | %d | %.1f | %.1f | %.1f | %.2f | %.2f | %d %% |%n"
                .formatted(
                        chains * LOTS_OF_A_CHAIN,
                        count,
                        times.percentile(50) / 1e3,
                        times.percentile(95) / 1e3,
                        times.percentile(99) / 1e3,
                        used.service() / 1e3 / count,
                        used.postgres() / 1e3 / count,
                        used.othersPercent(nanos / 1000)));
    }

    /** What it would take to keep the closure, which the service does not. */
    private void closure(Database database, int chains) throws Exception {
        long begin = System.nanoTime();
        database.ask(script("closure.sql"));
        long seconds = (System.nanoTime() - begin) / NANOS;
        uploads.append("- A kept closure of %d lots: %s rows, %s beside %s of lots and edges, %d s to make%n"
                .formatted(
                        chains * LOTS_OF_A_CHAIN,
                        database.ask("select count(*) from bench.behind"),
                        database.ask("select pg_size_pretty(pg_total_relation_size('bench.behind'))"),
                        database.ask(
                                "select pg_size_pretty(sum(pg_total_relation_size(t)))from unnest(array['passport.lot', 'passport.lot_use', 'passport.transformation']::regclass[]) t"),
                        seconds));
        database.ask("drop schema bench cascade");
    }

    private void upload(Service service, long postgres) throws Exception {
        int count = options.number(Provenance.UPLOAD);
        for (String run : List.of("warm", "timed")) {
            Uploads made = Uploads.of(repository.resolve("openapi/examples/provenance"), run);
            send(service, postgres, "lot", made.lots(workspace.folder().resolve("lots.ndjson"), count), run, count);
            send(
                    service,
                    postgres,
                    "transformation",
                    made.transformations(workspace.folder().resolve("steps.ndjson"), count),
                    run,
                    count / 5);
        }
    }

    private void send(Service service, long postgres, String kind, Path file, String run, int lines) throws Exception {
        say("Sending " + lines + " of " + kind + ", " + run);
        URI address = service.address().resolve("/v1/records/" + kind + "/bulk");
        HttpRequest send = HttpRequest.newBuilder(address)
                .header("X-API-Key", service.key())
                .header("Idempotency-Key", run + "/" + kind)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofFile(file))
                .build();
        ProcessorTime before = ProcessorTime.now(service.program().processId(), postgres);
        long begin = System.nanoTime();
        HttpResponse<String> answer = client.send(send, BodyHandlers.ofString());
        long nanos = System.nanoTime() - begin;
        require(answer.statusCode() == 200 && answer.body().contains("\"refused\":0"), answer.body());
        ProcessorTime used =
                ProcessorTime.now(service.program().processId(), postgres).since(before);
        if (run.equals("timed")) {
            uploads.append(
                    "- %d of kind %s in one upload: **%d a second**; processor time of each: %d µs in the service, %d µs in PostgreSQL; others %d %%%n"
                            .formatted(
                                    lines,
                                    kind,
                                    lines * NANOS / nanos,
                                    used.service() / lines,
                                    used.postgres() / lines,
                                    used.othersPercent(nanos / 1000)));
        }
    }

    private String report() {
        StringBuilder text = new StringBuilder("# Provenance\n\n");
        Machine.today()
                .forEach((what, value) -> text.append("- ")
                        .append(what)
                        .append(": ")
                        .append(value)
                        .append('\n'));
        text.append("""

                What lies behind a lot, over HTTP, one asker after another: eight steps deep and four wide, 33 lots and 29 transformations, masked, as JSON.
                Times in milliseconds; processor time of each question.

                | lots in the store | questions | p50 | p95 | p99 | service | PostgreSQL | others |
                | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
                """);
        text.append(questions).append('\n');
        long small = slow.get(0);
        long large = slow.get(slow.size() - 1);
        text.append("- p95 in the largest store at %.1f ms (wanted: 20): %s%n"
                .formatted(large / 1e3, large <= 20_000 ? "held" : "NOT held"));
        text.append("- p95 there %.2f times that of the smallest (wanted: 1.3): %s; medians %.2f times%n"
                .formatted(
                        (double) large / small,
                        large * 10 <= small * 13 ? "held" : "NOT held",
                        (double) medians.get(medians.size() - 1) / medians.get(0)));
        return text.append(uploads).toString();
    }

    private String script(String name) throws IOException {
        return Files.readString(repository.resolve("deploy/bench/load").resolve(name));
    }

    private static void require(boolean good, String answer) {
        if (!good) {
            throw new IllegalStateException("not the answer that was wanted: " + answer);
        }
    }

    private static void say(String text) {
        System.out.println(text);
    }
}
