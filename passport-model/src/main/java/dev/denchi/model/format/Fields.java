package dev.denchi.model.format;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.identifier.FacilityIdentifier;
import dev.denchi.model.passport.Violation;
import dev.denchi.model.quantity.Mass;
import dev.denchi.model.quantity.Quantity;
import dev.denchi.model.quantity.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a document as domain values, as far as they are there and readable. What has the wrong form is the schema's
 * to tell; what has the right form and is refused all the same (a check digit, 30 February) is noted here.
 */
final class Fields {
    private final JsonNode document;
    private final List<Violation> violations = new ArrayList<>();

    Fields(JsonNode document) {
        this.document = document;
    }

    List<Violation> violations() {
        return List.copyOf(violations);
    }

    @Nullable
    String text(String pointer) {
        JsonNode node = document.at(pointer);
        return node.isTextual() ? node.textValue() : null;
    }

    @Nullable
    Integer integer(String pointer) {
        JsonNode node = document.at(pointer);
        // 2026.0 is an integer to JSON Schema too
        return node.canConvertToInt() && node.canConvertToExactIntegral() ? node.intValue() : null;
    }

    <T> @Nullable T identifier(String pointer, Function<String, T> parse) {
        String text = text(pointer);
        try {
            return text == null ? null : parse.apply(text);
        } catch (IllegalArgumentException e) {
            violations.add(new Violation(pointer, "identifier", String.valueOf(e.getMessage())));
            return null;
        }
    }

    @Nullable
    LocalDate date(String pointer) {
        String text = text(pointer);
        return text == null ? null : calendar(pointer, text, LocalDate::parse);
    }

    @Nullable
    Instant instant(String pointer) {
        String text = text(pointer);
        return text == null ? null : calendar(pointer, text, Instant::parse);
    }

    /** Where below the document's root there is an object with a member of that name. */
    List<String> withMember(String name) {
        List<String> found = new ArrayList<>();
        collectBelow(document, "", name, found);
        return found;
    }

    /** A pointer is made for what can hold something, not for every text. */
    private static void collectBelow(JsonNode node, String pointer, String name, List<String> found) {
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (member.getValue().isContainerNode()) {
                collect(member.getValue(), pointer + "/" + member.getKey(), name, found);
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            if (node.get(i).isContainerNode()) {
                collect(node.get(i), pointer + "/" + i, name, found);
            }
        }
    }

    private static void collect(JsonNode node, String pointer, String name, List<String> found) {
        if (node.has(name)) {
            found.add(pointer);
        }
        collectBelow(node, pointer, name, found);
    }

    /** A month, given as such or as a day in it. */
    @Nullable
    YearMonth month(String pointer) {
        String text = text(pointer);
        if (text == null) {
            return null;
        }
        boolean hasDay = text.length() > "2027-02".length();
        return calendar(
                pointer, text, given -> hasDay ? YearMonth.from(LocalDate.parse(given)) : YearMonth.parse(given));
    }

    /** The day, where a date is given to the day. */
    @Nullable
    LocalDate day(String pointer) {
        String text = text(pointer);
        return text == null || text.length() <= "2027-02".length() ? null : calendar(pointer, text, LocalDate::parse);
    }

    @Nullable
    Period period(String pointer) {
        String text = text(pointer);
        return text == null ? null : calendar(pointer, text, Period::parse);
    }

    @Nullable
    Quantity quantity(String pointer, Unit unit) {
        JsonNode node = document.at(pointer);
        boolean readable = node.path("value").isNumber()
                && unit.ucum().equals(node.path("unit").asText());
        return readable ? new Quantity(node.get("value").decimalValue(), unit) : null;
    }

    /** A mass of lots, in kilograms; finer than 1 mg is refused. */
    @Nullable
    Mass mass(String pointer) {
        Quantity given = quantity(pointer, Unit.KILOGRAM);
        try {
            return given == null ? null : Mass.ofKilograms(given.value());
        } catch (IllegalArgumentException e) {
            violations.add(new Violation(pointer + "/value", "whole-milligrams", String.valueOf(e.getMessage())));
            return null;
        }
    }

    <E extends Enum<E>> @Nullable E named(String pointer, Class<E> type) {
        String text = text(pointer);
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(text))
                .findFirst()
                .orElse(null);
    }

    boolean has(String pointer) {
        return !document.at(pointer).isMissingNode();
    }

    boolean isTrue(String pointer) {
        return document.at(pointer).booleanValue();
    }

    int size(String pointer) {
        return document.at(pointer).size();
    }

    @Nullable
    FacilityIdentifier facility(String pointer) {
        String scheme = text(pointer + "/identifier/scheme");
        String value = text(pointer + "/identifier/value");
        return scheme == null || value == null || scheme.isBlank() || value.isBlank()
                ? null
                : new FacilityIdentifier(scheme, value);
    }

    /** One value for each item of the array at {@code pointer}, made from this document and the item's own pointer. */
    <T> List<T> each(String pointer, BiFunction<Fields, String, T> item) {
        JsonNode array = document.at(pointer);
        List<T> values = new ArrayList<>();
        for (int i = 0; array.isArray() && i < array.size(); i++) {
            T value = item.apply(this, pointer + "/" + i);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private <T> @Nullable T calendar(String pointer, String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (DateTimeParseException e) {
            violations.add(new Violation(pointer, "calendar", "\"" + text + "\" is no day of the calendar"));
            return null;
        }
    }
}
