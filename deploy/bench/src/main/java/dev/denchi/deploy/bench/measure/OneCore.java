package dev.denchi.deploy.bench.measure;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;

/** Work in processor time of this thread: other load on the machine counts little. */
public final class OneCore {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long NANOS = 1_000_000_000;
    private static final int BATCH = 16;
    private static final int TURNS = 200;

    private OneCore() {}

    /** What one piece of work takes, after as long a warm-up. */
    public static double micros(Runnable work, int seconds) {
        run(work, seconds * NANOS);
        return run(work, seconds * NANOS);
    }

    /**
     * What each of several pieces of work takes, in short turns after as long a warm-up: whatever disturbs the machine meanwhile disturbs
     * all of them.
     *
     * @param seconds for each of them
     */
    public static List<Spread> inTurn(int seconds, List<Runnable> works) {
        works.forEach(work -> run(work, seconds * NANOS));
        double[][] turns = new double[works.size()][TURNS];
        for (int turn = 0; turn < TURNS; turn++) {
            for (int i = 0; i < turns.length; i++) {
                turns[i][turn] = run(works.get(i), seconds * NANOS / TURNS);
            }
        }
        return Arrays.stream(turns).map(Spread::of).toList();
    }

    /** Microseconds of the fastest turn, which nothing disturbed, and of the one in the middle. */
    public record Spread(double least, double median) {
        static Spread of(double[] turns) {
            double[] sorted = Arrays.stream(turns).sorted().toArray();
            return new Spread(sorted[0], sorted[sorted.length / 2]);
        }
    }

    private static double run(Runnable work, long nanos) {
        long begin = nanos();
        long count = 0;
        while (nanos() - begin < nanos) {
            for (int i = 0; i < BATCH; i++) {
                work.run();
            }
            count += BATCH;
        }
        return (nanos() - begin) / 1000.0 / count;
    }

    private static long nanos() {
        return THREADS.getCurrentThreadCpuTime();
    }
}
