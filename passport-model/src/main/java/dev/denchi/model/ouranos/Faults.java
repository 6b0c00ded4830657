package dev.denchi.model.ouranos;

import dev.denchi.model.part.Figure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is wrong with the fields of one object, one fault each, told in the order of the fields' names. */
final class Faults {
    static final String BLANK = "cannot be blank";
    private static final Pattern UUID = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final SortedMap<String, String> byField = new TreeMap<>();

    void uuid(String field, @Nullable String value) {
        require(field, value != null && !value.isEmpty(), BLANK);
        uuidOrNull(field, value);
    }

    void uuidOrNull(String field, @Nullable String value) {
        require(field, value == null || UUID.matcher(value).matches(), "invalid UUID");
    }

    void text(String field, @Nullable String value, int most) {
        require(field, value != null && !value.isEmpty(), BLANK);
        length(field, value, 1, most);
    }

    void textOrNull(String field, @Nullable String value, int most) {
        length(field, value, 0, most);
    }

    /** Characters, not UTF-16 units; what is empty is for others to refuse. */
    void length(String field, @Nullable String value, int least, int most) {
        if (value == null || value.isEmpty()) {
            return;
        }
        int length = value.codePointCount(0, value.length());
        require(
                field,
                length >= least && length <= most,
                least == 0
                        ? "the length must be no more than " + most
                        : "the length must be between " + least + " and " + most);
    }

    void present(String field, @Nullable Object value, String otherwise) {
        require(field, value != null, otherwise);
    }

    void absent(String field, @Nullable Object value) {
        require(field, value == null, "must be blank");
    }

    void figure(String field, @Nullable BigDecimal value) {
        if (value == null) {
            return;
        }
        require(field, value.signum() >= 0, "must be no less than 0");
        require(
                field,
                value.compareTo(Figure.LARGEST_STATED) <= 0,
                "must be no greater than " + Figure.LARGEST_STATED.toPlainString());
        require(
                field,
                value.stripTrailingZeros().scale() <= Figure.DECIMALS,
                "must be a value up to the 5th decimal place");
    }

    void oneOf(String field, @Nullable String value, Collection<String> allowed) {
        require(field, value == null || allowed.contains(value), "cannot be allowed '" + value + "'");
    }

    void date(String field, @Nullable String value) {
        require(field, value != null && !value.isEmpty(), BLANK);
        require(field, value == null || isDate(value), "must be a valid date");
    }

    /** The first fault of a field is the one that is told. */
    void require(String field, boolean good, String otherwise) {
        if (!good) {
            byField.putIfAbsent(field, otherwise);
        }
    }

    boolean areNone() {
        return byField.isEmpty();
    }

    /** {@code a: is wrong; b: is wrong.} */
    String told() {
        return byField.entrySet().stream()
                .map((Map.Entry<String, String> fault) -> fault.getKey() + ": " + fault.getValue())
                .collect(Collectors.joining("; ", "", "."));
    }

    /** Several such messages in a row; the published service ends the last with one full stop. */
    static String joined(List<String> messages) {
        String all = messages.stream().distinct().collect(Collectors.joining("; "));
        return all.endsWith(".") ? all : all + ".";
    }

    private static boolean isDate(String value) {
        try {
            return LocalDate.parse(value).getYear() > 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
