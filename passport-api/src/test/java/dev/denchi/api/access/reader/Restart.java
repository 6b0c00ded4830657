package dev.denchi.api.access.reader;

import jakarta.inject.Singleton;

/** Does again what happens at start. */
@Singleton
public class Restart {
    private final PolicyHistory history;

    Restart(PolicyHistory history) {
        this.history = history;
    }

    public void ofThePolicyHistory() {
        try {
            history.load();
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
