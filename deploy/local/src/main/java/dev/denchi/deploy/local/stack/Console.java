package dev.denchi.deploy.local.stack;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** What the user sees, one line after the other. */
public record Console(PrintStream out) {

    public void say(String text) {
        out.println(text);
    }

    /** A component, its address, and how long it took. */
    void ready(String what, Object where, Duration took) {
        out.printf(Locale.ROOT, "  %-22s %-42s %6s%n", what, where, seconds(took));
    }

    public static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
}
