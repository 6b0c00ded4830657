package dev.denchi.deploy.bench.stage;

import dev.denchi.deploy.bench.measure.Measured.Tally;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** HTTP load by wrk, from one thread. */
public record Wrk(Path scripts, int connections) {

    private static final Pattern RESULT =
            Pattern.compile("RESULT requests=(\\d+) micros=(\\d+) p50=(\\d+) p99=(\\d+) errors=(\\d+) bytes=(\\d+)");

    public Tally run(String script, Map<String, String> settings, URI address, int seconds)
            throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("BENCH_DONE", scripts.resolve("done.lua").toString());
        String output = Command.of(
                        environment,
                        "wrk",
                        "-t1",
                        "-c" + connections,
                        "-d" + seconds + "s",
                        "--timeout",
                        "10s",
                        "-s",
                        scripts.resolve(script).toString(),
                        address.toString())
                .output();
        MatchResult found = RESULT.matcher(output)
                .results()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("wrk printed no result:\n" + output));
        return new Tally(
                number(found, 1),
                number(found, 2),
                number(found, 3),
                number(found, 4),
                number(found, 5),
                number(found, 6));
    }

    private static long number(MatchResult found, int group) {
        return Long.parseLong(found.group(group));
    }
}
