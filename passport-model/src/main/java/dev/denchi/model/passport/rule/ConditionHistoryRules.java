package dev.denchi.model.passport.rule;

import static dev.denchi.model.passport.rule.Findings.breach;
import static dev.denchi.model.passport.rule.Findings.exceeds;

import dev.denchi.model.passport.Condition;
import dev.denchi.model.passport.Condition.Event;
import dev.denchi.model.passport.rule.Rule.Breach;
import dev.denchi.model.quantity.Quantity;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the course of time asks of a condition's new version: nothing that was told is taken back. */
final class ConditionHistoryRules {
    static final Rule<Condition> TIME_DOES_NOT_GO_BACK =
            new Rule<>("time-does-not-go-back", "Annex XIII, point 4(d)", Condition.class, (condition, now) -> {
                Condition before = before(now);
                return before != null
                                && before.lastUpdate() != null
                                && condition.lastUpdate() != null
                                && condition.lastUpdate().isBefore(before.lastUpdate())
                        ? List.of(breach(
                                "/lastUpdate",
                                "read at %s, the version before already tells of %s",
                                condition.lastUpdate(),
                                before.lastUpdate()))
                        : List.of();
            });

    static final Rule<Condition> COUNTERS_DO_NOT_FALL =
            new Rule<>("counters-do-not-fall", "Annex VII, part B", Condition.class, (condition, now) -> {
                Condition before = before(now);
                Map<String, Quantity> earlier = before == null ? Map.of() : before.counters();
                return condition.counters().entrySet().stream()
                        .filter(counter -> exceeds(earlier.get(counter.getKey()), counter.getValue()))
                        .map(counter -> breach(
                                counter.getKey(),
                                "%s, the version before already had %s",
                                counter.getValue(),
                                earlier.get(counter.getKey())))
                        .toList();
            });

    static final Rule<Condition> EVENTS_STAY_TOLD =
            new Rule<>("events-stay-told", "Annex XIII, point 4(d)", Condition.class, (condition, now) -> {
                Condition before = before(now);
                return before == null
                        ? List.of()
                        : Stream.concat(
                                        untold("/negativeEvents", before.negativeEvents(), condition.negativeEvents()),
                                        untold("/informationOnAccidents", before.accidents(), condition.accidents()))
                                .toList();
            });

    static final List<Rule<Condition>> ALL = List.of(TIME_DOES_NOT_GO_BACK, COUNTERS_DO_NOT_FALL, EVENTS_STAY_TOLD);

    private ConditionHistoryRules() {}

    private static @Nullable Condition before(Circumstances now) {
        return now.previous() instanceof Condition before ? before : null;
    }

    private static Stream<Breach> untold(String pointer, List<Event> before, List<Event> now) {
        return before.stream()
                .filter(event -> !now.contains(event))
                .map(event ->
                        breach(pointer, "\"%s\" of %s was told before and is missing now", event.what(), event.at()));
    }
}
