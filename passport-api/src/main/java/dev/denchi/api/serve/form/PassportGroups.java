package dev.denchi.api.serve.form;

import dev.denchi.model.passport.RecordKind;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The members of a passport that hold what its records say, a group for each kind of record. */
public final class PassportGroups {
    private static final Map<RecordKind, String> NAMES = new EnumMap<>(Map.of(
            RecordKind.BATTERY, "battery",
            RecordKind.BATTERY_MODEL, "batteryModel",
            RecordKind.CARBON_FOOTPRINT, "carbonFootprint",
            RecordKind.RECYCLED_CONTENT, "recycledContent",
            RecordKind.DUE_DILIGENCE, "dueDiligence",
            RecordKind.CONDITION, "condition"));

    private PassportGroups() {}

    public static String of(RecordKind kind) {
        return Objects.requireNonNull(NAMES.get(kind));
    }

    /** Empty when a passport has no such group. */
    public static Optional<RecordKind> kindOf(String group) {
        return NAMES.entrySet().stream()
                .filter(name -> name.getValue().equals(group))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The kinds of record that a passport is made of, in their order. */
    public static Set<RecordKind> kinds() {
        return NAMES.keySet();
    }

    /** In the order of their kinds. */
    public static Collection<String> names() {
        return NAMES.values();
    }
}
