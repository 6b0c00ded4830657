package dev.denchi.deploy.bench.measure;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** Work in processor time of this thread: other load on the machine counts little. */
public final class OneCore {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int BATCH = 32;

    private OneCore() {}

    /** What one piece of work takes, after as long a warm-up. */
    public static double micros(Runnable work, int seconds) {
        run(work, seconds);
        return run(work, seconds);
    }

    private static double run(Runnable work, int seconds) {
        long begin = nanos();
        long count = 0;
        while (nanos() - begin < seconds * 1_000_000_000L) {
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
