package dev.denchi.deploy.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Processor time used so far, in microseconds.
 *
 * @param service of the measured application
 * @param postgres of the server and all its workers, those that have ended included
 * @param ours of this JVM (Kafka runs in it) and of the load it started
 * @param machine of everything
 */
public record ProcessorTime(long service, long postgres, long ours, long machine) {

    private static final long MICROS_A_TICK = 10_000; // USER_HZ is 100 wherever we run
    private static final int PARENT = 1;
    private static final int USER = 11;

    public static ProcessorTime now(long service, long postgres) {
        return new ProcessorTime(
                service == 0 ? 0 : used(words(Path.of("/proc/" + service + "/stat")), 2),
                tree(postgres),
                used(words(Path.of("/proc/self/stat")), 4),
                machineBusy());
    }

    public ProcessorTime since(ProcessorTime before) {
        return new ProcessorTime(
                service - before.service, postgres - before.postgres, ours - before.ours, machine - before.machine);
    }

    /** What other programs took of the machine, in percent: high when the figures cannot be trusted. */
    public long othersPercent(long elapsedMicros) {
        long others = machine - service - postgres - ours;
        return Math.max(0, 100 * others / (elapsedMicros * Runtime.getRuntime().availableProcessors()));
    }

    private static long tree(long root) {
        String parent = Long.toString(root);
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            long children = all.filter(
                            process -> process.getFileName().toString().matches("[0-9]+"))
                    .map(process -> words(process.resolve("stat")))
                    .filter(words -> words.length > PARENT && words[PARENT].equals(parent))
                    .mapToLong(words -> used(words, 2))
                    .sum();
            return children + used(words(Path.of("/proc/" + root + "/stat")), 4);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of two words the process itself, of four its ended children as well. */
    private static long used(String[] words, int count) {
        return Arrays.stream(words)
                        .skip(USER)
                        .limit(count)
                        .mapToLong(Long::parseLong)
                        .sum()
                * MICROS_A_TICK;
    }

    /** What stands behind the name of the program; empty when it has ended. */
    private static String[] words(Path stat) {
        try {
            String line = Files.readString(stat);
            return line.substring(line.lastIndexOf(')') + 2).split(" ");
        } catch (IOException e) {
            return new String[0];
        }
    }

    /** User, nice, system, interrupts and what a host took, without idle and waiting. */
    private static long machineBusy() {
        try {
            String[] all = Files.readString(Path.of("/proc/stat"))
                    .lines()
                    .findFirst()
                    .orElseThrow()
                    .split(" +");
            long busy = 0;
            for (int i : new int[] {1, 2, 3, 6, 7, 8}) {
                busy += Long.parseLong(all[i]);
            }
            return busy * MICROS_A_TICK;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
