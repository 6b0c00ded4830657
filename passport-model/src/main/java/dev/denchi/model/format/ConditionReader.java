package dev.denchi.model.format;

import dev.denchi.model.identifier.PassportIdentifier;
import dev.denchi.model.passport.Condition;
import dev.denchi.model.passport.Condition.Event;
import dev.denchi.model.quantity.Quantity;
import dev.denchi.model.quantity.Unit;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes out of a condition what the rules need, as far as readable. */
final class ConditionReader {
    /** What only ever grows in a battery's life. */
    private static final Map<String, Unit> COUNTERS = Map.of(
            "/numberOfFullCycles", Unit.COUNT,
            "/energyThroughput", Unit.KILOWATT_HOUR,
            "/capacityThroughput", Unit.AMPERE_HOUR,
            "/temperatureInformation/timeExtremeHighTemp", Unit.MINUTE,
            "/temperatureInformation/timeExtremeLowTemp", Unit.MINUTE,
            "/temperatureInformation/timeExtremeHighTempCharging", Unit.MINUTE,
            "/temperatureInformation/timeExtremeLowTempCharging", Unit.MINUTE,
            "/numberOfDeepDischarges", Unit.COUNT,
            "/numberOfOvercharges", Unit.COUNT);

    private ConditionReader() {}

    static Condition condition(Fields fields) {
        return new Condition(
                fields.identifier("/batteryPassportIdentifier", PassportIdentifier::parse),
                ContentReader.modelId(fields),
                fields.instant("/lastUpdate"),
                fields.quantity("/remainingCapacity", Unit.AMPERE_HOUR),
                fields.quantity("/stateOfCertifiedEnergy", Unit.PERCENT),
                fields.quantity("/evolutionOfSelfDischarge", Unit.PERCENT),
                readAt(fields),
                counters(fields),
                events(fields, "/negativeEvents", "/negativeEvent"),
                events(fields, "/informationOnAccidents", "/accident"));
    }

    private static Map<String, Instant> readAt(Fields fields) {
        Map<String, Instant> times = new LinkedHashMap<>();
        for (String pointer : fields.withMember("lastUpdate")) {
            Instant at = fields.instant(pointer + "/lastUpdate");
            if (at != null) {
                times.put(pointer, at);
            }
        }
        return times;
    }

    private static Map<String, Quantity> counters(Fields fields) {
        Map<String, Quantity> counters = new LinkedHashMap<>();
        COUNTERS.forEach((pointer, unit) -> {
            Quantity amount = fields.quantity(pointer, unit);
            if (amount != null) {
                counters.put(pointer, amount);
            }
        });
        return counters;
    }

    private static List<Event> events(Fields fields, String pointer, String what) {
        return fields.each(pointer, (each, at) -> new Event(each.text(at + what), each.instant(at + "/lastUpdate")));
    }
}
