package dev.denchi.deploy.bench.measure;

/**
 * A number that a benchmark can be asked for.
 *
 * @param option as it is written, such as {@code --seconds}
 * @param standard what it is when nobody asks
 * @param meaning for the help
 */
public record Setting(String option, int standard, String meaning) {

    /** Of each measurement. Every benchmark that measures for a time has this one. */
    public static final Setting SECONDS = new Setting("--seconds", 15, "of each measurement");

    public String line() {
        return "  %-17s %s (default %d)%n".formatted(option + " N", meaning, standard);
    }
}
