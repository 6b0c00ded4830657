package dev.denchi.deploy.bench.measure;

import java.nio.file.Path;
import java.util.List;

/** Something that the command measures when it is called by this name. */
public interface Benchmark {

    /** One word, in small letters: {@code deploy/bench/run NAME}, and {@code results/NAME-date.md}. */
    String name();

    /** What it measures, for the help; one line. */
    String about();

    /** The numbers that it can be asked for, each with what it is otherwise. */
    List<Setting> settings();

    /**
     * Measures.
     *
     * @param repository the root of the repository, for examples and for what was built
     * @throws IllegalStateException with what is missing on this machine
     */
    Result run(Path repository, Options options) throws Exception;
}
