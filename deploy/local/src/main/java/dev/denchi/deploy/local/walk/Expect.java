package dev.denchi.deploy.local.walk;

import java.util.Locale;

/** What a step asserts. */
final class Expect {

    /** The step does not hold; the message says what was found instead. */
    static final class Failed extends RuntimeException {
        Failed(String message) {
            super(message);
        }
    }

    private Expect() {}

    static void that(boolean holds, String otherwise, Object... values) {
        if (!holds) {
            throw new Failed(String.format(Locale.ROOT, otherwise, values));
        }
    }
}
