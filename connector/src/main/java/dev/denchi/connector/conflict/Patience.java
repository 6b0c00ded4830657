package dev.denchi.connector.conflict;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** How often, and with which pauses, something that is merely busy is asked again. */
record Patience(int tries, Duration pause) {

    /** One second in all: longer than a state machine holds an entity, shorter than a peer waits for an answer. */
    static final Patience USUAL = new Patience(20, Duration.ofMillis(50));

    /** How EDC words that a state machine holds an entity. */
    static final String HELD = "leased";

    <T> T ask(Supplier<T> question, Predicate<T> busy) {
        var answer = question.get();
        for (var tried = 1; tried < tries && busy.test(answer) && paused(); tried++) {
            answer = question.get();
        }
        return answer;
    }

    boolean paused() {
        try {
            Thread.sleep(pause.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
