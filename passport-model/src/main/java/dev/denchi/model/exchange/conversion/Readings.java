package dev.denchi.model.exchange.conversion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Values with the time at which they were read. With us a reading without a time was read when the record says. */
public final class Readings {
    private static final String READ_AT = "lastUpdate";
    private static final List<String> TIMES = List.of(
            "timeExtremeHighTemp", "timeExtremeLowTemp", "timeExtremeHighTempCharging", "timeExtremeLowTempCharging");

    private Readings() {}

    /** Arguments: their names of value and time, our unit. */
    static Converter reading(List<String> arguments) {
        String[] names = arguments.get(0).split(",");
        String value = names[0];
        String time = names.length > 1 ? names[1] : "";
        String unit = arguments.get(1);
        return new Converter(
                "a number in " + unit + ", and a time with its offset",
                node -> {
                    if (!node.path(value).isNumber()) {
                        return Converter.NONE;
                    }
                    ObjectNode reading = Values.quantity(node.path(value), unit);
                    return dated(reading, node.path(time));
                },
                (ours, record) -> {
                    if (!ours.has("value")) {
                        return Converter.NONE;
                    }
                    ObjectNode theirs = Tree.object();
                    theirs.set(value, ours.path("value"));
                    JsonNode readAt = readAt(ours, record);
                    return time.isEmpty() || readAt.isMissingNode() ? theirs : theirs.set(time, readAt);
                });
    }

    static Converter readAt() {
        return new Converter(
                "a time with its offset",
                Dates.INSTANT,
                (ours, record) -> ours.isMissingNode() ? record.path(READ_AT) : ours);
    }

    /** A list by component against our pack, module and cell. Arguments: name of the value, unit, name of the time. */
    static Converter levels(List<String> arguments) {
        String value = arguments.get(0);
        String time = arguments.size() > 2 ? arguments.get(2) : "";
        return new Converter(
                "pack, module and cell, without a time of each",
                node -> {
                    ObjectNode levels = Tree.object();
                    node.forEach(level -> levels.set(
                            level.path("batteryComponent").asText(),
                            Values.quantity(level.path(value), arguments.get(1))));
                    return levels;
                },
                (ours, record) -> {
                    ArrayNode list = Tree.array();
                    ours.properties().forEach(level -> {
                        ObjectNode theirs = Tree.object();
                        theirs.set(value, level.getValue().path("value"));
                        theirs.put("batteryComponent", level.getKey());
                        if (!time.isEmpty() && record.has(READ_AT)) {
                            theirs.set(time, record.path(READ_AT));
                        }
                        list.add(theirs);
                    });
                    return list.isEmpty() ? Converter.NONE : list;
                });
    }

    /** Times at extreme temperatures, with one time of reading for all; their names begin small or large. */
    static Converter temperatures(String letter) {
        return new Converter(
                "the times in minutes, and one time of reading for all",
                node -> {
                    ObjectNode ours = Tree.object();
                    takeTemperature(node, cased("measuredTemp", letter), "measuredTemp", "Cel", letter, ours);
                    TIMES.forEach(name -> takeTemperature(node, cased(name, letter), name, "min", letter, ours));
                    return ours.isEmpty() ? Converter.NONE : ours;
                },
                (ours, record) -> ours.isMissingNode() ? Converter.NONE : theirTemperatures(ours, record, letter));
    }

    /** The power at one state of charge, from our list. */
    static Converter atStateOfCharge(String percent) {
        return Converter.of(
                "power at " + percent + " %",
                node -> {
                    ObjectNode entry = Tree.object();
                    entry.set("atSoC", Values.quantity(Tree.NODES.numberNode(Integer.parseInt(percent)), "%"));
                    entry.set("powerCapabilityAt", Values.quantity(node, "W"));
                    return Values.array(entry);
                },
                node -> {
                    for (JsonNode entry : node) {
                        if (entry.at("/atSoC/value").asText().equals(percent)) {
                            return entry.at("/powerCapabilityAt/value");
                        }
                    }
                    return Converter.NONE;
                });
    }

    /** A condition was read when its newest reading was. */
    public static void dateWhole(ObjectNode condition) {
        if (!condition.has(READ_AT)) {
            condition.findValuesAsText(READ_AT).stream()
                    .map(Instant::parse)
                    .max(Instant::compareTo)
                    .ifPresent(newest -> condition.put(READ_AT, newest.toString()));
        }
    }

    private static JsonNode theirTemperatures(JsonNode ours, JsonNode record, String letter) {
        ObjectNode theirs = Tree.object();
        ours.properties()
                .forEach(reading -> theirs.set(
                        cased(reading.getKey(), letter), reading.getValue().path("value")));
        JsonNode readAt = ours.properties().stream()
                .map(reading -> reading.getValue().path(READ_AT))
                .filter(JsonNode::isTextual)
                .findFirst()
                .orElse(record.path(READ_AT));
        if (letter.equals("small")) {
            theirs.remove("measuredTemp");
        }
        return readAt.isMissingNode() ? theirs : theirs.set(cased(READ_AT, letter), readAt);
    }

    private static void takeTemperature(
            JsonNode node, String theirs, String name, String unit, String letter, ObjectNode ours) {
        if (node.path(theirs).isNumber()) {
            ours.set(name, dated(Values.quantity(node.path(theirs), unit), node.path(cased(READ_AT, letter))));
        }
    }

    private static JsonNode dated(ObjectNode reading, JsonNode time) {
        JsonNode instant = Dates.INSTANT.apply(time);
        return instant.isMissingNode() ? reading : reading.set(READ_AT, instant);
    }

    private static JsonNode readAt(JsonNode ours, JsonNode record) {
        return ours.has(READ_AT) ? ours.path(READ_AT) : record.path(READ_AT);
    }

    static String cased(String name, String letter) {
        return letter.equals("large") ? name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) : name;
    }
}
