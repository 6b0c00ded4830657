package dev.denchi.model.exchange.conversion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates, instants and durations. */
final class Dates {
    private static final Pattern MONTH = Pattern.compile("--(0[1-9]|1[0-2])");
    private static final Pattern ONE_UNIT = Pattern.compile("P([0-9]+)([YMD])");
    private static final Map<String, String> LIFE_UNITS = Map.of("unit:day", "D", "unit:month", "M", "unit:year", "Y");

    private Dates() {}

    /** A full date on both sides. */
    static Converter date() {
        return Converter.of(
                "a full date",
                node -> isDate(node.asText()) ? node : Converter.NONE,
                node -> isDate(node.asText()) ? node : Converter.NONE);
    }

    /** The day of an instant of ours. */
    static Converter day() {
        return Converter.of(
                "the day only",
                node -> Converter.NONE,
                node -> Values.text(node.asText().substring(0, 10)));
    }

    /** A date of ours goes out as midnight UTC; of a time of theirs the day, as written, is taken. */
    static Converter dateTime() {
        return Converter.of(
                "a full date and a time of day; ours is a date, and goes out as midnight UTC",
                node -> node.asText().length() > 10 && isDate(node.asText().substring(0, 10))
                        ? Values.text(node.asText().substring(0, 10))
                        : Converter.NONE,
                node -> isDate(node.asText()) ? Values.text(node.asText() + "T00:00:00Z") : Converter.NONE);
    }

    /** A gMonth of theirs that stands for a number of months. */
    static Converter month() {
        return Converter.of(
                "1 to 12 months",
                node -> {
                    Matcher month = MONTH.matcher(node.asText());
                    return month.matches() ? Values.text("P" + Integer.parseInt(month.group(1)) + "M") : Converter.NONE;
                },
                node -> {
                    Matcher months = ONE_UNIT.matcher(node.asText());
                    return months.matches() ? gMonth(months) : Converter.NONE;
                });
    }

    /** lifeValue and lifeUnit. */
    static Converter life() {
        return Converter.of(
                "a whole number of days, months or years",
                node -> {
                    String unit = LIFE_UNITS.get(node.path("lifeUnit").asText());
                    JsonNode value = node.path("lifeValue");
                    return unit == null || !value.isIntegralNumber()
                            ? Converter.NONE
                            : Values.text("P" + value.asText() + unit);
                },
                node -> {
                    Matcher duration = ONE_UNIT.matcher(node.asText());
                    return duration.matches() ? life(duration) : Converter.NONE;
                });
    }

    /** An instant in UTC; a time that does not say its offset is none. */
    static final UnaryOperator<JsonNode> INSTANT = node -> {
        try {
            return Values.text(OffsetDateTime.parse(node.asText())
                    .withOffsetSameInstant(ZoneOffset.UTC)
                    .toInstant()
                    .toString());
        } catch (DateTimeException e) {
            return Converter.NONE;
        }
    };

    private static JsonNode gMonth(Matcher duration) {
        int months = Integer.parseInt(duration.group(1)) * (duration.group(2).equals("Y") ? 12 : 1);
        boolean fits = !duration.group(2).equals("D") && months >= 1 && months <= 12;
        return fits ? Values.text("--%02d".formatted(months)) : Converter.NONE;
    }

    private static JsonNode life(Matcher duration) {
        String unit = LIFE_UNITS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(duration.group(2)))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        return Tree.object()
                .<ObjectNode>set("lifeValue", Tree.NODES.numberNode(Integer.parseInt(duration.group(1))))
                .put("lifeUnit", unit);
    }

    private static boolean isDate(String text) {
        try {
            return LocalDate.parse(text).toString().equals(text);
        } catch (DateTimeException e) {
            return false;
        }
    }
}
