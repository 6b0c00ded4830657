package dev.denchi.deploy.local;

import dev.denchi.deploy.local.stack.Ports;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What the user asked for on the command line. */
record Options(boolean help, boolean once, Path home, Ports ports) {

    static final String USAGE = """
            Usage: deploy/local/run [options]

            Builds what has changed, starts PostgreSQL, Kafka, the service and two connectors, walks one battery
            passport through all of them, prints each step, and stays up until Ctrl-C.

              --once                end after the walk; exit status 0 only if every step held
              --home DIR            where data, keys and logs are kept (default .local in the repository)
              --api-port N          the service (default 8080)
              --postgres-port N     PostgreSQL (default 5442)
              --kafka-port N        Kafka (default 9192)
              --provider-port N     first of five ports of the provider's connector (default 8180)
              --consumer-port N     first of five ports of the EU platform's connector (default 8190)
              --free-ports          any free ports instead of the defaults
              --help                this text
            """;

    /** A command line that cannot be followed; the message says why. */
    static final class Misunderstood extends RuntimeException {
        Misunderstood(String message) {
            super(message);
        }
    }

    static Options parse(List<String> words, Path repository) {
        Deque<String> left = new ArrayDeque<>(words);
        Options options = new Options(false, false, repository.resolve(".local"), Ports.USUAL);
        while (!left.isEmpty()) {
            options = options.with(left.pop(), left);
        }
        return options;
    }

    private Options with(String option, Deque<String> left) {
        return switch (option) {
            case "--help", "-h" -> new Options(true, once, home, ports);
            case "--once" -> new Options(help, true, home, ports);
            case "--home" ->
                new Options(
                        help,
                        once,
                        Path.of(value(option, left)).toAbsolutePath().normalize(),
                        ports);
            case "--free-ports" -> on(Ports.ANY_FREE);
            case "--api-port" -> on(ports.withApi(number(option, left)));
            case "--postgres-port" -> on(ports.withPostgres(number(option, left)));
            case "--kafka-port" -> on(ports.withKafka(number(option, left)));
            case "--provider-port" -> on(ports.withProvider(number(option, left)));
            case "--consumer-port" -> on(ports.withConsumer(number(option, left)));
            default -> throw new Misunderstood("There is no option " + option + ".");
        };
    }

    private Options on(Ports others) {
        return new Options(help, once, home, others);
    }

    private static int number(String option, Deque<String> left) {
        String value = value(option, left);
        try {
            int number = Integer.parseInt(value);
            if (number >= 0 && number <= 65_531) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new Misunderstood(option + " takes a port from 1 to 65531, or 0 for any free one, not " + value + ".");
    }

    private static String value(String option, Deque<String> left) {
        String value = left.poll();
        if (value == null) {
            throw new Misunderstood(option + " needs a value.");
        }
        return value;
    }
}
