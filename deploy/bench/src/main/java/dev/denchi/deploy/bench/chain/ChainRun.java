package dev.denchi.deploy.bench.chain;

import dev.denchi.deploy.bench.measure.Latencies;
import dev.denchi.deploy.bench.measure.Machine;
import dev.denchi.deploy.bench.measure.Options;
import dev.denchi.deploy.bench.measure.ProcessorTime;
import dev.denchi.deploy.bench.stage.Database;
import dev.denchi.deploy.bench.stage.Service;
import dev.denchi.deploy.bench.stage.Workspace;
import dev.denchi.deploy.servers.LocalServers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One run: trees of one height and several sizes, then of one size and several heights, all in one store. */
final class ChainRun {
    private static final Tree WARM_UP = new Tree(12, 2_000);
    private static final Tree WANTED = new Tree(12, 10_000);
    private static final Tree SMALL = new Tree(12, 1_000);
    private static final List<Tree> TREES =
            List.of(SMALL, WANTED, new Tree(12, 100_000), new Tree(8, 10_000), new Tree(4, 10_000));
    private static final int WANTED_MICROS = 100_000;

    private final Path repository;
    private final Options options;
    private final Workspace workspace;
    private final StringBuilder rows = new StringBuilder();
    private final List<Timed> timed = new ArrayList<>();

    private record Timed(Tree tree, Latencies times) {}

    ChainRun(Path repository, Options options) {
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
                Leaves leaves = new Leaves(service, database);
                leaves.grow(WARM_UP);
                leaves.change(WARM_UP, 2 * options.number(Chain.CHANGES));
                for (Tree tree : TREES) {
                    time(tree, leaves, service, servers.postgres().processId());
                }
            }
        }
        if (!options.keep()) {
            workspace.remove();
        }
        return report();
    }

    private void time(Tree tree, Leaves leaves, Service service, long postgres) throws Exception {
        System.out.println("A tree of " + tree.parts() + " parts in " + tree.tiers() + " tiers");
        leaves.grow(tree);
        leaves.requireCountedAlike(tree);
        int count = options.number(Chain.CHANGES);
        leaves.change(tree, Math.max(1, count / 4));
        ProcessorTime before = ProcessorTime.now(service.program().processId(), postgres);
        long begin = System.nanoTime();
        Latencies times = Latencies.of(leaves.change(tree, count));
        long micros = (System.nanoTime() - begin) / 1000;
        row(
                tree,
                times,
                count,
                ProcessorTime.now(service.program().processId(), postgres).since(before),
                micros);
        timed.add(new Timed(tree, times));
    }

    private void row(Tree tree, Latencies times, int count, ProcessorTime used, long micros) {
        rows.append("| %d | %d | %d | %.1f | %.1f | %.1f | %.2f | %.2f | %d %% |%n"
                .formatted(
                        tree.tiers(),
                        tree.parts(),
                        2 * tree.parts() - 1,
                        times.percentile(50) / 1e3,
                        times.percentile(95) / 1e3,
                        times.percentile(99) / 1e3,
                        used.service() / 1e3 / count,
                        used.postgres() / 1e3 / count,
                        used.othersPercent(micros)));
    }

    private String report() {
        StringBuilder text = new StringBuilder("# Totals of a supply chain\n\n");
        Machine.today()
                .forEach((what, value) -> text.append("- ")
                        .append(what)
                        .append(": ")
                        .append(value)
                        .append('\n'));
        text.append("""

                One `PUT cfp` of a leaf after the other over HTTP, %d in each tree, each answered when every total, answer and count up to the root is kept.
                Times in milliseconds; processor time of each change.

                | tiers | parts in the tree | entries | p50 | p95 | p99 | service | PostgreSQL | others |
                | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
                """.formatted(options.number(Chain.CHANGES)));
        text.append(rows).append('\n');
        long wanted = percentile(WANTED, 95);
        text.append("- p95 in the tree of %d parts at %.1f ms (wanted: %d): %s%n"
                .formatted(
                        WANTED.parts(),
                        wanted / 1e3,
                        WANTED_MICROS / 1000,
                        wanted <= WANTED_MICROS ? "held" : "NOT held"));
        for (Tree tree : TREES) {
            if (!tree.equals(SMALL)) {
                text.append("- %d parts in %d tiers: median %.2f times that of %d parts in %d, p95 %.2f times%n"
                        .formatted(
                                tree.parts(),
                                tree.tiers(),
                                ratio(tree, 50),
                                SMALL.parts(),
                                SMALL.tiers(),
                                ratio(tree, 95)));
            }
        }
        return text.toString();
    }

    private double ratio(Tree tree, int percent) {
        return (double) percentile(tree, percent) / percentile(SMALL, percent);
    }

    private long percentile(Tree tree, int percent) {
        return timed.stream()
                .filter(each -> each.tree().equals(tree))
                .findFirst()
                .orElseThrow()
                .times()
                .percentile(percent);
    }
}
