package dev.denchi.deploy.bench;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What the user asked for.
 *
 * @param trust whether issuing and verifying are measured, and nothing else
 * @param seconds how long each measurement takes
 * @param warmUp at most how many seconds of the same load come before it is measured
 * @param profile whether the service's JVM is recorded while it is measured, which costs a little
 */
record Options(
        boolean help,
        boolean trust,
        int seconds,
        int warmUp,
        int connections,
        boolean profile,
        boolean keep,
        Path home) {

    static final String USAGE = """
            Usage: deploy/bench/run [options]

            Starts PostgreSQL, Kafka and the service, measures posts and reads and what the same machine does at most,
            prints the table and keeps it in deploy/bench/results/{date}.md.

              --trust           instead: issuing and verifying records on one core, beside the signature alone; starts
                                nothing, and keeps its table in deploy/bench/results/trust-{date}.md
              --seconds N       of each measurement (default 15)
              --warm-up N       at most so many seconds of posts, and of reads, before they are measured (default 120)
              --connections N   (default 32)
              --profile         record the service with JDK Flight Recorder: DIR/posts.jfr, DIR/reads.jfr
              --home DIR        where data and logs are while it runs (default .local/bench); emptied at the start
              --keep            leave that folder there
              --help            this text
            """;

    static Options parse(List<String> words, Path repository) {
        Deque<String> left = new ArrayDeque<>(words);
        Options options = new Options(false, false, 15, 120, 32, false, false, repository.resolve(".local/bench"));
        while (!left.isEmpty()) {
            options = options.with(left.pop(), left);
        }
        return options;
    }

    private Options with(String option, Deque<String> left) {
        return switch (option) {
            case "--help", "-h" -> new Options(true, trust, seconds, warmUp, connections, profile, keep, home);
            case "--trust" -> new Options(help, true, seconds, warmUp, connections, profile, keep, home);
            case "--seconds" ->
                new Options(help, trust, number(option, left), warmUp, connections, profile, keep, home);
            case "--warm-up" ->
                new Options(help, trust, seconds, number(option, left), connections, profile, keep, home);
            case "--connections" ->
                new Options(help, trust, seconds, warmUp, number(option, left), profile, keep, home);
            case "--profile" -> new Options(help, trust, seconds, warmUp, connections, true, true, home);
            case "--keep" -> new Options(help, trust, seconds, warmUp, connections, profile, true, home);
            case "--home" ->
                new Options(
                        help,
                        trust,
                        seconds,
                        warmUp,
                        connections,
                        profile,
                        keep,
                        Path.of(value(option, left)).toAbsolutePath());
            default ->
                throw new IllegalArgumentException("There is no option " + option + "; --help shows what there is.");
        };
    }

    private static int number(String option, Deque<String> left) {
        String value = value(option, left);
        if (!value.matches("[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException(option + " takes a number from 1 to 9999, not " + value + ".");
        }
        return Integer.parseInt(value);
    }

    private static String value(String option, Deque<String> left) {
        if (left.isEmpty()) {
            throw new IllegalArgumentException(option + " needs a value.");
        }
        return left.pop();
    }
}
