package dev.denchi.deploy.bench;

import dev.denchi.deploy.bench.Measured.Tally;
import dev.denchi.deploy.servers.LocalServers;
import dev.denchi.deploy.servers.Port;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** The run: the service first, then on the same servers what bounds it. */
final class Bench {

    private static final int ROUND_SECONDS = 10;
    private static final int STILL_WARMING_PERCENT = 95;

    private final Path repository;
    private final Options options;
    private final Workspace workspace;
    private final Path scripts;
    private final Wrk wrk;
    private final Report report;

    Bench(Path repository, Options options) {
        this.repository = repository;
        this.options = options;
        this.workspace = new Workspace(options.home());
        this.scripts = repository.resolve("deploy/bench/load");
        this.wrk = new Wrk(scripts, options.connections());
        this.report = new Report(options);
    }

    Report run() throws Exception {
        workspace.empty();
        try (LocalServers servers = LocalServers.start(workspace.folder())) {
            Database database = Database.of(servers.postgres(), scripts, workspace.folder());
            long postgres = servers.postgres().processId();
            report.note("PostgreSQL", database.ask("show server_version"));
            report.note(
                    "pgbench",
                    Command.of(Map.of(), "pgbench", "--version").output().strip());
            try (Service service = Service.start(repository, workspace, servers)) {
                measure(service, database, postgres);
            }
            inserts(database, postgres);
            constant(postgres);
            signing(database);
        }
        if (!options.keep()) {
            workspace.remove();
        }
        return report;
    }

    private void measure(Service service, Database database, long postgres) throws Exception {
        service.prepare();
        long api = service.program().processId();
        record(api);
        warmUp(api, postgres, () -> service.posts(wrk, ROUND_SECONDS));
        database.ask("checkpoint");
        measured(Report.POST, api, postgres, () -> service.posts(wrk, options.seconds()));
        keepRecord(api, "posts");
        report.note(
                "events still to be published when the posts ended",
                database.ask("select count(*) from passport.outbox"));
        awaitPublished(database);
        Path byId = paths(database, "/v1/dpps/", "subject");
        Path byProduct = paths(database, "/v1/dppsByProductId/", "product_identifier");
        service.check(byId);
        service.check(byProduct);
        warmUp(api, postgres, () -> service.reads(wrk, byId, ROUND_SECONDS));
        measured(Report.READ, api, postgres, () -> service.reads(wrk, byId, options.seconds()));
        keepRecord(api, "reads");
        measured(Report.READ_BY_PRODUCT, api, postgres, () -> service.reads(wrk, byProduct, options.seconds()));
    }

    /** Until a round takes hardly less processor time for each request than the one before, or the time is up. */
    private void warmUp(long service, long postgres, Callable<Tally> round) throws Exception {
        long before = Integer.MAX_VALUE;
        for (int seconds = 0; seconds < options.warmUp(); seconds += ROUND_SECONDS) {
            ProcessorTime begin = ProcessorTime.now(service, postgres);
            Measured now = Measured.of(
                    "warm-up",
                    round.call(),
                    ProcessorTime.now(service, postgres).since(begin));
            say("Warming up: %d a second, %d µs each".formatted(now.rate(), now.service()));
            if (now.service() * 100 > before * STILL_WARMING_PERCENT) {
                return;
            }
            before = now.service();
        }
    }

    private void inserts(Database database, long postgres) throws Exception {
        String token = ofABattery(database, "token");
        Map<String, String> row = Map.of(
                "token",
                token,
                "sha256",
                ofABattery(database, "sha256"),
                "prefix",
                "urn:uuid:",
                "operator",
                ofABattery(database, "operator_id"),
                "submitter",
                ofABattery(database, "submitted_by"),
                "provider",
                ofABattery(database, "service_provider"),
                "type",
                "dev.denchi.battery.v1.passport.issued",
                "product",
                "https://id.sakura-cells.example/01/04912345077011/21/B",
                "payload",
                payload(database));
        report.note("bytes of a token", Integer.toString(token.length()));
        database.run("tables.sql");
        database.insert(row, options.connections(), 3);
        for (int clients : new int[] {options.connections(), 16}) {
            database.ask("checkpoint");
            measured(
                    Report.INSERT.formatted(clients),
                    0,
                    postgres,
                    () -> database.insert(row, clients, options.seconds()));
        }
    }

    private void constant(long postgres) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + Port.free());
        URI path = address.resolve("/constant");
        try (Program program = Program.start(
                repository.resolve("deploy/local/target/local-tether.jar"),
                List.of("-Dquarkus.http.port=" + address.getPort(), "-Ddenchi.constant.size=" + report.bytesOfARead()),
                repository.resolve("deploy/bench/target/quarkus-app/quarkus-run.jar"),
                workspace.log("constant"),
                path)) {
            wrk.run("get.lua", Map.of(), path, 8);
            measured(
                    Report.CONSTANT,
                    program.processId(),
                    postgres,
                    () -> wrk.run("get.lua", Map.of(), path, options.seconds()));
        }
    }

    private void signing(Database database) throws Exception {
        int size = ofABattery(database, "token").split("~")[0].length() - 87; // without the signature and its dot
        Path keystore = workspace.folder().resolve("signing.p12");
        report.add(Measured.of(Report.SIGN, Signing.run(keystore, size, 3), new ProcessorTime(0, 0, 0, 0)));
    }

    private void measured(String what, long service, long postgres, Callable<Tally> load) throws Exception {
        say(what);
        ProcessorTime before = ProcessorTime.now(service, postgres);
        Tally tally = load.call();
        report.add(Measured.of(what, tally, ProcessorTime.now(service, postgres).since(before)));
    }

    /** Started before the warm-up: a recording that begins makes the JVM compile much of the service anew. */
    private void record(long api) throws IOException, InterruptedException {
        if (options.profile()) {
            flightRecorder(api, "JFR.start", "name=bench", "settings=profile");
        }
    }

    /** Keeps the last measurement of the recording. */
    private void keepRecord(long api, String name) throws IOException, InterruptedException {
        if (options.profile()) {
            Path file = workspace.folder().resolve(name + ".jfr");
            flightRecorder(api, "JFR.dump", "name=bench", "maxage=" + options.seconds() + "s", "filename=" + file);
        }
    }

    private static void flightRecorder(long api, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        command.add(Long.toString(api));
        command.addAll(List.of(words));
        Command.of(Map.of(), command.toArray(String[]::new)).output();
    }

    /** How fast the relay works off what the posts left. */
    private void awaitPublished(Database database) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        while (!database.ask("select exists (select from passport.outbox)").equals("f")) {
            if (System.nanoTime() - begin > 60_000_000_000L) {
                report.note("published 60 s after the posts", "no");
                return;
            }
            Thread.sleep(100);
        }
        report.note("seconds until all were published", Long.toString((System.nanoTime() - begin) / 1_000_000_000L));
    }

    /** A thousand passports, percent-encoded as a client does it. */
    private Path paths(Database database, String prefix, String column) throws IOException, InterruptedException {
        String found = database.ask(
                "select '%s' || replace(replace(%s, ':', '%%3A'), '/', '%%2F') from passport.passport order by random() limit 1000"
                        .formatted(prefix, column));
        return Files.writeString(workspace.folder().resolve(column + ".paths"), found + "\n");
    }

    private static String ofABattery(Database database, String column) throws IOException, InterruptedException {
        return database.ask("select %s from passport.record where kind = 'battery' limit 1".formatted(column));
    }

    /** The event of that battery once more: the relay has removed its row. */
    private static String payload(Database database) throws IOException, InterruptedException {
        return database.ask("""
                select json_build_object('recordId', record_id, 'kind', kind, 'subject', subject, 'version', version,
                  'sha256', sha256, 'operator', record.operator_id, 'serviceProvider', service_provider, 'recordTime', issued_at, 'productIdentifier', product_identifier)
                from passport.record join passport.passport using (subject) where kind = 'battery' limit 1
                """);
    }

    private static void say(String text) {
        System.out.println(text);
    }
}
