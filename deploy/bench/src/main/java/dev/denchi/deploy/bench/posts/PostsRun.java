package dev.denchi.deploy.bench.posts;

import dev.denchi.deploy.bench.measure.Measured;
import dev.denchi.deploy.bench.measure.Measured.Tally;
import dev.denchi.deploy.bench.measure.Options;
import dev.denchi.deploy.bench.measure.ProcessorTime;
import dev.denchi.deploy.bench.measure.Setting;
import dev.denchi.deploy.bench.stage.Command;
import dev.denchi.deploy.bench.stage.Database;
import dev.denchi.deploy.bench.stage.Program;
import dev.denchi.deploy.bench.stage.Recording;
import dev.denchi.deploy.bench.stage.Service;
import dev.denchi.deploy.bench.stage.Workspace;
import dev.denchi.deploy.bench.stage.Wrk;
import dev.denchi.deploy.servers.LocalServers;
import dev.denchi.deploy.servers.Port;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** The run: the service first, then on the same servers what bounds it. */
final class PostsRun {

    private static final int ROUND_SECONDS = 10;
    private static final int STILL_WARMING_PERCENT = 95;

    private final Path repository;
    private final Options options;
    private final int seconds;
    private final int connections;
    private final Workspace workspace;
    private final Path scripts;
    private final Wrk wrk;
    private final PostsReport report;

    PostsRun(Path repository, Options options) {
        this.repository = repository;
        this.options = options;
        this.seconds = options.number(Setting.SECONDS);
        this.connections = options.number(Posts.CONNECTIONS);
        this.workspace = new Workspace(options.home());
        this.scripts = repository.resolve("deploy/bench/load");
        this.wrk = new Wrk(scripts, connections);
        this.report = new PostsReport(options);
    }

    PostsReport run() throws Exception {
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
            SameRows rows = SameRows.of(database);
            inserts(rows, database, postgres);
            constant(postgres);
            signing(rows);
        }
        if (!options.keep()) {
            workspace.remove();
        }
        return report;
    }

    private void measure(Service service, Database database, long postgres) throws Exception {
        service.prepare();
        long api = service.program().processId();
        Recording recording = Recording.start(options.profile(), service.program(), workspace.folder());
        warmUp(api, postgres, () -> service.posts(wrk, ROUND_SECONDS));
        database.ask("checkpoint");
        measured(PostsReport.POST, api, postgres, () -> service.posts(wrk, seconds));
        recording.keep("posts", seconds);
        report.note(
                "events still to be published when the posts ended",
                database.ask("select count(*) from passport.outbox"));
        awaitPublished(database);
        Path byId = paths(database, "/v1/dpps/", "subject");
        Path byProduct = paths(database, "/v1/dppsByProductId/", "product_identifier");
        service.check(byId);
        service.check(byProduct);
        warmUp(api, postgres, () -> service.reads(wrk, byId, ROUND_SECONDS));
        measured(PostsReport.READ, api, postgres, () -> service.reads(wrk, byId, seconds));
        recording.keep("reads", seconds);
        measured(PostsReport.READ_BY_PRODUCT, api, postgres, () -> service.reads(wrk, byProduct, seconds));
    }

    /** Until a round takes hardly less processor time for each request than the one before, or the time is up. */
    private void warmUp(long service, long postgres, Callable<Tally> round) throws Exception {
        long before = Integer.MAX_VALUE;
        for (int past = 0; past < options.number(Posts.WARM_UP); past += ROUND_SECONDS) {
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

    private void inserts(SameRows rows, Database database, long postgres) throws Exception {
        report.note("bytes of a token", Integer.toString(rows.token().length()));
        rows.insert(connections, 3);
        for (int clients : new int[] {connections, 16}) {
            database.ask("checkpoint");
            measured(PostsReport.INSERT.formatted(clients), 0, postgres, () -> rows.insert(clients, seconds));
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
                    PostsReport.CONSTANT,
                    program.processId(),
                    postgres,
                    () -> wrk.run("get.lua", Map.of(), path, seconds));
        }
    }

    private void signing(SameRows rows) throws Exception {
        int size = rows.token().split("~")[0].length() - 87; // without the signature and its dot
        Path keystore = workspace.folder().resolve("signing.p12");
        report.add(Measured.of(PostsReport.SIGN, Signing.run(keystore, size, 3), new ProcessorTime(0, 0, 0, 0)));
    }

    private void measured(String what, long service, long postgres, Callable<Tally> load) throws Exception {
        say(what);
        ProcessorTime before = ProcessorTime.now(service, postgres);
        Tally tally = load.call();
        report.add(Measured.of(what, tally, ProcessorTime.now(service, postgres).since(before)));
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

    private static void say(String text) {
        System.out.println(text);
    }
}
