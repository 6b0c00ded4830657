package dev.denchi.deploy.bench.stage;

import dev.denchi.deploy.bench.measure.Latencies;
import dev.denchi.deploy.bench.measure.Measured.Tally;
import dev.denchi.deploy.servers.LocalPostgres;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The PostgreSQL of the run, as psql and pgbench see it. */
public record Database(Map<String, String> environment, Path scripts, Path folder) {

    private static final Pattern PROCESSED = Pattern.compile("number of transactions actually processed: (\\d+)");
    private static final Pattern FAILED = Pattern.compile("number of failed transactions: (\\d+)");

    public static Database of(LocalPostgres postgres, Path scripts, Path folder) {
        return new Database(
                Map.of(
                        "PGHOST", "127.0.0.1",
                        "PGPORT", Integer.toString(postgres.port()),
                        "PGUSER", postgres.username(),
                        "PGPASSWORD", postgres.password(),
                        "PGDATABASE", "denchi"),
                scripts,
                folder);
    }

    public String ask(String question) throws IOException, InterruptedException {
        return Command.of(environment, "psql", "-XqAt", "-v", "ON_ERROR_STOP=1", "-c", question)
                .output()
                .strip();
    }

    public void run(String script) throws IOException, InterruptedException {
        Command.of(
                        environment,
                        "psql",
                        "-Xq",
                        "-v",
                        "ON_ERROR_STOP=1",
                        "-f",
                        scripts.resolve(script).toString())
                .output();
    }

    /** @param variables of psql, which the script names with a colon */
    public void run(String script, Map<String, String> variables) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("psql", "-Xq", "-v", "ON_ERROR_STOP=1"));
        variables.forEach((name, value) -> words.addAll(List.of("-v", name + "=" + value)));
        words.addAll(List.of("-f", scripts.resolve(script).toString()));
        new Command(words, environment).output();
    }

    /** A row like the ones that the service wrote, inserted for {@code seconds}; one transaction in twenty is timed. */
    public Tally insert(Map<String, String> row, int clients, int seconds) throws IOException, InterruptedException {
        Path logs = Files.createTempDirectory(folder, "pgbench");
        List<String> words = new ArrayList<>(List.of("pgbench", "-n", "-M", "prepared"));
        words.addAll(List.of("-c", Integer.toString(clients), "-j", "1", "-T", Integer.toString(seconds)));
        words.addAll(List.of("-l", "--log-prefix", logs.resolve("log").toString(), "--sampling-rate", "0.05"));
        row.forEach((name, value) -> words.addAll(List.of("-D", name + "=" + value)));
        words.addAll(List.of("-f", scripts.resolve("insert.sql").toString()));
        String output = new Command(words, environment).output();
        Latencies times = times(logs);
        return new Tally(
                number(PROCESSED, output),
                1_000_000L * seconds,
                times.percentile(50),
                times.percentile(99),
                number(FAILED, output),
                0);
    }

    /** The third word of each line is how long it took, in microseconds. */
    private static Latencies times(Path logs) throws IOException {
        List<String> lines = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(logs)) {
            for (Path file : files) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        return Latencies.of(lines.stream().mapToLong(line -> Long.parseLong(line.split(" ")[2])));
    }

    private static long number(Pattern pattern, String output) {
        Matcher matcher = pattern.matcher(output);
        if (!matcher.find()) {
            throw new IllegalStateException("pgbench printed no result:\n" + output);
        }
        return Long.parseLong(matcher.group(1));
    }
}
