package dev.denchi.deploy.bench.measure;

import java.util.stream.LongStream;

/** How long single requests took, in whatever unit they were counted. */
public final class Latencies {

    private final long[] sorted;

    private Latencies(long[] sorted) {
        this.sorted = sorted;
    }

    public static Latencies of(LongStream times) {
        long[] sorted = times.sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalStateException("nothing was timed");
        }
        return new Latencies(sorted);
    }

    /** What so many percent of them took at most; 50 is the median. */
    public long percentile(int percent) {
        return sorted[Math.min(sorted.length - 1, (int) ((long) sorted.length * percent / 100))];
    }
}
