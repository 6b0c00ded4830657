package dev.denchi.deploy.bench;

import dev.denchi.deploy.bench.measure.Benchmark;
import dev.denchi.deploy.bench.measure.Options;
import java.util.List;

/** The help, made of what the benchmarks say of themselves. */
final class Usage {

    private Usage() {}

    static String of(List<Benchmark> benchmarks) {
        StringBuilder text = new StringBuilder("""
                Usage: deploy/bench/run [benchmark] [options]

                Builds what has changed, starts what the benchmark needs, measures it beside what the same machine does at most,
                prints the table and keeps it in deploy/bench/results/{benchmark}-{date}.md. Without a name: %s.
                """.formatted(benchmarks.get(0).name()));
        benchmarks.forEach(benchmark -> describe(benchmark, text));
        return text.append("\nof every benchmark\n").append(Options.USAGE).toString();
    }

    private static void describe(Benchmark benchmark, StringBuilder text) {
        text.append("\n%s: %s%n".formatted(benchmark.name(), benchmark.about()));
        benchmark.settings().forEach(setting -> text.append(setting.line()));
    }
}
