package dev.denchi.deploy.bench.posts;

import dev.denchi.deploy.bench.measure.Machine;
import dev.denchi.deploy.bench.measure.Measured;
import dev.denchi.deploy.bench.measure.Options;
import dev.denchi.deploy.bench.measure.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a run found, as Markdown. */
final class PostsReport {

    static final String POST = "POST a battery: signed, stored, outbox, relay running";
    static final String READ = "GET a passport by its identifier, public";
    static final String READ_BY_PRODUCT = "GET a passport by its product identifier, public";
    static final String INSERT = "pgbench, the same rows, one statement, %d clients";
    static final String CONSTANT = "Quarkus, GET a constant of the same size";
    static final String SIGN = "ES256 signatures, one core";

    private static final long POSTS_OF_INSERTS_PERCENT = 60;
    private static final long READ_MICROS = 200;
    private static final long QUIET_PERCENT = 5;

    private final Options options;
    private final List<Measured> rows = new ArrayList<>();
    private final Map<String, String> notes = new LinkedHashMap<>();

    PostsReport(Options options) {
        this.options = options;
        notes.putAll(Machine.today());
        note("connections", Integer.toString(options.number(Posts.CONNECTIONS)));
        note("seconds a measurement", Integer.toString(options.number(Setting.SECONDS)));
        note("recorded while measured", options.profile() ? "yes" : "no");
    }

    void note(String name, String value) {
        notes.put(name, value);
    }

    void add(Measured row) {
        rows.add(row);
    }

    long bytesOfARead() {
        return row(READ).bytes();
    }

    String text() {
        StringBuilder text =
                new StringBuilder("# Posts and reads, " + notes.get("date") + "\n\n| | |\n| --- | --- |\n");
        notes.forEach((name, value) ->
                text.append("| ").append(name).append(" | ").append(value).append(" |\n"));
        text.append(
                        "\n| what | a second | p50 ms | p99 ms | errors | CPU µs application | CPU µs PostgreSQL | other programs |\n")
                .append("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        rows.forEach(row -> text.append(line(row)));
        return text.append('\n').append(ratios()).append(trust()).toString();
    }

    private String ratios() {
        long percent = 100
                * row(POST).rate()
                / Math.max(
                        1,
                        row(INSERT.formatted(options.number(Posts.CONNECTIONS))).rate());
        long read = row(READ).service() + row(READ).postgres();
        long readByProduct =
                row(READ_BY_PRODUCT).service() + row(READ_BY_PRODUCT).postgres();
        long constant = row(CONSTANT).service();
        return """
                - Posts at %d %% of the rate of pgbench (wanted: %d %%): %s
                - A read takes %d µs of processor time by identifier, %d µs by product identifier (wanted: at most %d µs): %s
                - A read takes %s times the processor time of a constant.
                - A post takes %s times the processor time of its signature.
                """.formatted(
                percent,
                POSTS_OF_INSERTS_PERCENT,
                held(percent >= POSTS_OF_INSERTS_PERCENT),
                read,
                readByProduct,
                READ_MICROS,
                held(Math.max(read, readByProduct) <= READ_MICROS),
                times(read, constant),
                times(row(POST).service() + row(POST).postgres(), row(SIGN).p50()));
    }

    private String trust() {
        boolean quiet = rows.stream().allMatch(row -> row.others() <= QUIET_PERCENT);
        return quiet ? "" : "- Other programs used the machine meanwhile: no rate of this run is to be quoted.\n";
    }

    private Measured row(String what) {
        return rows.stream().filter(row -> row.what().equals(what)).findFirst().orElseThrow();
    }

    private static String line(Measured row) {
        return "| %s | %d | %s | %s | %d | %s | %s | %d %% |\n"
                .formatted(
                        row.what(),
                        row.rate(),
                        millis(row.p50()),
                        millis(row.p99()),
                        row.errors(),
                        orDash(row.service()),
                        orDash(row.postgres()),
                        row.others());
    }

    private static String held(boolean held) {
        return held ? "held" : "NOT held";
    }

    private static String times(long one, long other) {
        return String.format(Locale.ROOT, "%.1f", (double) one / Math.max(1, other));
    }

    private static String millis(long micros) {
        return micros == 0 ? "–" : String.format(Locale.ROOT, "%.2f", micros / 1000.0);
    }

    private static String orDash(long value) {
        return value == 0 ? "–" : Long.toString(value);
    }
}
