package dev.denchi.model.passport;

import static java.util.Objects.requireNonNull;

import dev.denchi.model.identifier.ModelId;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.identifier.PassportIdentifier;
import dev.denchi.model.quantity.Quantity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The condition of one battery: readings and events (Annex XIII, point 4).
 *
 * @param readAt when each reading was taken, where it says so itself, by JSON Pointer
 * @param counters what only ever grows in a battery's life, by JSON Pointer
 */
public record Condition(
        @Nullable PassportIdentifier passport,
        @Nullable ModelId modelId,
        @Nullable Instant lastUpdate,
        @Nullable Quantity remainingCapacity,
        @Nullable Quantity stateOfCertifiedEnergy,
        @Nullable Quantity evolutionOfSelfDischarge,
        Map<String, Instant> readAt,
        Map<String, Quantity> counters,
        List<Event> negativeEvents,
        List<Event> accidents)
        implements ModelStatement {

    /** Something that happened to the battery, and when. */
    public record Event(@Nullable String what, @Nullable Instant at) {}

    @Override
    public RecordKind kind() {
        return RecordKind.CONDITION;
    }

    @Override
    public Subject subject(OperatorId operator) {
        return Subject.condition(operator, requireNonNull(passport));
    }
}
