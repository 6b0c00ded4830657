package dev.denchi.deploy.bench.measure;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the user asked of one benchmark.
 *
 * @param numbers of the benchmark's settings, by their option
 * @param profile whether the service's JVM is recorded while it is measured, which costs a little
 * @param keep whether the folder stays when the run ends
 * @param home where data and logs are while it runs
 */
public record Options(Map<String, Integer> numbers, boolean profile, boolean keep, Path home) {

    public static final String USAGE = """
              --profile         record the service with JDK Flight Recorder: DIR/*.jfr; keeps the folder
              --home DIR        where data and logs are while it runs (default .local/bench); emptied at the start
              --keep            leave that folder there
              --help            this text
            """;

    public Options {
        numbers = Map.copyOf(numbers);
    }

    public static Options parse(List<Setting> settings, List<String> words, Path repository) {
        Map<String, Integer> numbers = new HashMap<>();
        settings.forEach(setting -> numbers.put(setting.option(), setting.standard()));
        Options options = new Options(numbers, false, false, repository.resolve(".local/bench"));
        Deque<String> left = new ArrayDeque<>(words);
        while (!left.isEmpty()) {
            options = options.with(left.pop(), left);
        }
        return options;
    }

    public int number(Setting setting) {
        return numbers.getOrDefault(setting.option(), setting.standard());
    }

    private Options with(String option, Deque<String> left) {
        if (numbers.containsKey(option)) {
            Map<String, Integer> changed = new HashMap<>(numbers);
            changed.put(option, positive(option, value(option, left)));
            return new Options(changed, profile, keep, home);
        }
        return switch (option) {
            case "--profile" -> new Options(numbers, true, true, home);
            case "--keep" -> new Options(numbers, profile, true, home);
            case "--home" ->
                new Options(numbers, profile, keep, Path.of(value(option, left)).toAbsolutePath());
            default ->
                throw new IllegalArgumentException("There is no option " + option + "; --help shows what there is.");
        };
    }

    private static int positive(String option, String value) {
        if (!value.matches("[1-9][0-9]{0,7}")) {
            throw new IllegalArgumentException(option + " takes a number from 1 to 99999999, not " + value + ".");
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
