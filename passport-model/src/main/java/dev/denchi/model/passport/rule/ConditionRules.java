package dev.denchi.model.passport.rule;

import static dev.denchi.model.passport.rule.Findings.breach;
import static dev.denchi.model.passport.rule.Findings.exceeds;

import dev.denchi.model.passport.BatteryModel.BatteryCategory;
import dev.denchi.model.passport.Condition;
import dev.denchi.model.passport.Condition.Event;
import dev.denchi.model.passport.rule.Rule.Breach;
import dev.denchi.model.quantity.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the regulation and the course of time ask of a battery's condition. Operands that are missing break nothing here: form is the schema's matter. */
final class ConditionRules {
    /** A fresh battery holds a little more than it is rated for; much more is a slip of the decimal point. */
    private static final BigDecimal PLAUSIBLE = new BigDecimal("1.2");

    static final Rule<Condition> BATTERY_IS_KNOWN = new Rule<>(
            "battery-is-known",
            "Annex XIII, point 4",
            Condition.class,
            (condition, now) -> condition.passport() == null || now.battery() != null
                    ? List.of()
                    : List.of(breach(
                            "/batteryPassportIdentifier",
                            "there is no battery %s of this operator; post its battery record first",
                            condition.passport())));

    static final Rule<Condition> BATTERY_IS_OF_THE_MODEL = new Rule<>(
            "battery-is-of-the-model",
            "Annex VI, part A, point 2",
            Condition.class,
            (condition, now) -> now.battery() == null
                            || condition.modelId() == null
                            || condition.modelId().equals(now.battery().modelId())
                    ? List.of()
                    : List.of(breach(
                            "/modelId",
                            "the condition names model %s, its battery is of model %s",
                            condition.modelId(),
                            now.battery().modelId())));

    static final Rule<Condition> BATTERY_HAS_ITS_PASSPORT = new Rule<>(
            "battery-has-its-passport",
            "Article 77(8), EN 18222",
            Condition.class,
            (condition, now) -> now.battery() != null && now.battery().isMarkedForDeletion()
                    ? List.of(breach(
                            "/batteryPassportIdentifier",
                            "the passport %s is marked for deletion and takes no further reading",
                            condition.passport()))
                    : List.of());

    static final Rule<Condition> READINGS_ARE_NOT_OF_THE_FUTURE = new Rule<>(
            "readings-are-not-of-the-future",
            "Annex XIII, point 4(d)",
            Condition.class,
            (condition, now) -> condition.lastUpdate() != null
                            && LocalDate.ofInstant(condition.lastUpdate(), ZoneOffset.UTC)
                                    .isAfter(now.today())
                    ? List.of(breach("/lastUpdate", "read at %s, today is %s", condition.lastUpdate(), now.today()))
                    : List.of());

    static final Rule<Condition> READINGS_ARE_NOT_LATER_THAN_THE_RECORD = new Rule<>(
            "readings-are-not-later-than-the-record",
            "Annex XIII, point 4(d)",
            Condition.class,
            (condition, now) -> condition.readAt().entrySet().stream()
                    .filter(reading ->
                            condition.lastUpdate() != null && reading.getValue().isAfter(condition.lastUpdate()))
                    .map(reading -> breach(
                            reading.getKey() + "/lastUpdate",
                            "read at %s, the record's readings end at %s",
                            reading.getValue(),
                            condition.lastUpdate()))
                    .toList());

    static final Rule<Condition> EVENTS_ARE_IN_ORDER = new Rule<>(
            "events-are-in-order",
            "Annex XIII, point 4(d)",
            Condition.class,
            (condition, now) -> Stream.concat(
                            outOfOrder("/negativeEvents", condition.negativeEvents()),
                            outOfOrder("/informationOnAccidents", condition.accidents()))
                    .toList());

    static final Rule<Condition> REMAINING_CAPACITY_IS_PLAUSIBLE =
            new Rule<>("remaining-capacity-is-plausible", "Annex VII, part A", Condition.class, (condition, now) -> {
                Quantity rated = now.model() == null ? null : now.model().ratedCapacity();
                Quantity most =
                        rated == null ? null : new Quantity(rated.value().multiply(PLAUSIBLE), rated.unit());
                return exceeds(condition.remainingCapacity(), most)
                        ? List.of(breach(
                                "/remainingCapacity",
                                "%s is more than 120 %% of the model's rated capacity of %s",
                                condition.remainingCapacity(),
                                rated))
                        : List.of();
            });

    static final Rule<Condition> CERTIFIED_ENERGY_IS_FOR_EV_ONLY =
            new Rule<>("certified-energy-is-for-ev-only", "Annex VII, part A", Condition.class, (condition, now) -> {
                BatteryCategory category = categoryIn(now);
                return condition.stateOfCertifiedEnergy() != null && category != null && category != BatteryCategory.EV
                        ? List.of(breach(
                                "/stateOfCertifiedEnergy",
                                "only electric vehicle batteries have this attribute, the model's category is %s",
                                category))
                        : List.of();
            });

    static final Rule<Condition> EVOLUTION_OF_SELF_DISCHARGE_IS_NOT_FOR_EV = new Rule<>(
            "evolution-of-self-discharge-is-not-for-ev",
            "Annex VII, part A",
            Condition.class,
            (condition, now) -> condition.evolutionOfSelfDischarge() != null && categoryIn(now) == BatteryCategory.EV
                    ? List.of(breach(
                            "/evolutionOfSelfDischarge",
                            "the state of health of an electric vehicle battery is its state of certified"
                                    + " energy; leave this attribute out"))
                    : List.of());

    static final List<Rule<Condition>> ALL = List.of(
            BATTERY_IS_KNOWN,
            BATTERY_IS_OF_THE_MODEL,
            BATTERY_HAS_ITS_PASSPORT,
            READINGS_ARE_NOT_OF_THE_FUTURE,
            READINGS_ARE_NOT_LATER_THAN_THE_RECORD,
            EVENTS_ARE_IN_ORDER,
            REMAINING_CAPACITY_IS_PLAUSIBLE,
            CERTIFIED_ENERGY_IS_FOR_EV_ONLY,
            EVOLUTION_OF_SELF_DISCHARGE_IS_NOT_FOR_EV);

    private ConditionRules() {}

    private static @Nullable BatteryCategory categoryIn(Circumstances now) {
        return now.model() == null ? null : now.model().category();
    }

    private static Stream<Breach> outOfOrder(String pointer, List<Event> events) {
        return Stream.iterate(1, i -> i < events.size(), i -> i + 1)
                .filter(i -> isBefore(events.get(i), events.get(i - 1)))
                .map(i -> breach(
                        pointer + "/" + i + "/lastUpdate",
                        "happened at %s, the event before at %s",
                        events.get(i).at(),
                        events.get(i - 1).at()));
    }

    private static boolean isBefore(Event one, Event other) {
        return one.at() != null && other.at() != null && one.at().isBefore(other.at());
    }
}
