package dev.denchi.deploy.bench;

import dev.denchi.deploy.bench.chain.Chain;
import dev.denchi.deploy.bench.measure.Benchmark;
import dev.denchi.deploy.bench.measure.Options;
import dev.denchi.deploy.bench.measure.Result;
import dev.denchi.deploy.bench.posts.Posts;
import dev.denchi.deploy.bench.provenance.Provenance;
import dev.denchi.deploy.bench.trust.Trust;
import java.nio.file.Path;
import java.util.List;

/** Measures, prints, keeps. */
public final class Main {

    /** The first is meant when no name is given. */
    private static final List<Benchmark> BENCHMARKS = List.of(new Posts(), new Trust(), new Provenance(), new Chain());

    private Main() {}

    public static void main(String[] words) throws Exception {
        Path repository = Path.of(System.getProperty("denchi.repository", "")).toAbsolutePath();
        try {
            run(List.of(words), repository);
        } catch (IllegalArgumentException | IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
        System.exit(0); // whatever thread a server may have left
    }

    private static void run(List<String> words, Path repository) throws Exception {
        if (words.contains("--help") || words.contains("-h")) {
            System.out.print(Usage.of(BENCHMARKS));
            return;
        }
        boolean named = !words.isEmpty() && !words.get(0).startsWith("-");
        Benchmark benchmark = named ? named(words.get(0)) : BENCHMARKS.get(0);
        List<String> rest = words.subList(named ? 1 : 0, words.size());
        Result result = benchmark.run(repository, Options.parse(benchmark.settings(), rest, repository));
        System.out.print(result.text());
        System.out.println("Kept in " + result.keep(repository.resolve("deploy/bench/results")));
    }

    private static Benchmark named(String name) {
        return BENCHMARKS.stream()
                .filter(benchmark -> benchmark.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no benchmark " + name + "; --help shows which there are."));
    }
}
