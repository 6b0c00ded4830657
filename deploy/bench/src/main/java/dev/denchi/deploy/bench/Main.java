package dev.denchi.deploy.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Measures, prints, keeps. */
public final class Main {

    private Main() {}

    public static void main(String[] words) throws Exception {
        Path repository = Path.of(System.getProperty("denchi.repository", "")).toAbsolutePath();
        try {
            Options options = Options.parse(List.of(words), repository);
            if (options.help()) {
                System.out.print(Options.USAGE);
                return;
            }
            if (options.trust()) {
                Trust trust = Trust.measured(repository, options.seconds());
                System.out.print(trust.text());
                System.out.println("Kept in " + trust.keep(repository.resolve("deploy/bench/results")));
                return;
            }
            Command.require(Map.of("wrk", "wrk", "psql", "postgresql-client", "pgbench", "postgresql-contrib"));
            Report report = new Bench(repository, options).run();
            System.out.print(report.text());
            System.out.println("Kept in " + report.keep(repository.resolve("deploy/bench/results")));
        } catch (IllegalArgumentException | IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
        System.exit(0); // whatever thread a server may have left
    }
}
