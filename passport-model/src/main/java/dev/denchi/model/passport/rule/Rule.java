package dev.denchi.model.passport.rule;

import dev.denchi.model.passport.RecordContent;
import dev.denchi.model.passport.Violation;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * A rule beyond form: its name, the clause it comes from, and the judgement, which finds every breach or none.
 *
 * @param <T> the content it speaks about
 */
public record Rule<T extends RecordContent>(
        String name, String source, Class<T> about, BiFunction<T, Circumstances, List<Breach>> judgement) {

    /** Where and how a rule is broken. */
    public record Breach(String pointer, String message) {}

    /** The breaches in {@code content}; none when this rule speaks about another kind. */
    Stream<Violation> breachesIn(RecordContent content, Circumstances circumstances) {
        if (!about.isInstance(content)) {
            return Stream.of();
        }
        return judgement.apply(about.cast(content), circumstances).stream()
                .map(breach -> new Violation(breach.pointer(), name, breach.message() + " (" + source + ")"));
    }
}
