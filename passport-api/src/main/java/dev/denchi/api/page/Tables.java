package dev.denchi.api.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.api.page.Page.Cell;
import dev.denchi.api.page.Page.Line;
import dev.denchi.api.page.Page.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Attributes with many rows, as tables; shares with a bar that shows how much it is of the whole. */
final class Tables {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final String CAS = "casNumber";
    private static final String SPLIT = "split";
    private static final String PRE = "preConsumerShare";
    private static final String POST = "postConsumerShare";
    private static final String TOGETHER = "totalShare";
    private static final String STAGES = "carbonFootprintPerLifecycleStage";
    private static final String SHARES = "recycledContent";

    private final Words words;
    private final Values values;

    Tables(Words words, Values values) {
        this.words = words;
        this.values = values;
    }

    static boolean isTable(JsonNode value) {
        return value.isArray() && !value.isEmpty() && !Values.isCompact(value.get(0));
    }

    Table of(String name, JsonNode array) {
        List<String> columns = columns(array);
        List<List<Cell>> rows = new ArrayList<>();
        for (JsonNode row : array) {
            rows.add(columns.stream()
                    .map(column -> cell(name, array, row, column))
                    .toList());
        }
        return new Table(
                name,
                words.label("", name),
                columns.stream().map(column -> words.label(name, column)).toList(),
                rows);
    }

    /** What any row has, in the order in which it comes. How a share is split is told by what its row leaves out. */
    private static List<String> columns(JsonNode array) {
        Set<String> columns = new LinkedHashSet<>();
        array.forEach(row -> row.fieldNames().forEachRemaining(columns::add));
        columns.remove(SPLIT);
        if (columns.contains(PRE) && columns.contains(POST)) {
            columns.add(TOGETHER);
        }
        return List.copyOf(columns);
    }

    private Cell cell(String name, JsonNode array, JsonNode row, String column) {
        JsonNode value = row.path(column);
        if (value.isMissingNode()) {
            return column.equals(TOGETHER) ? together(row) : empty(row.has(SPLIT) ? "page.unknown" : "page.empty");
        }
        BigDecimal number = Values.number(value);
        return number == null
                ? new Cell(values.lines(column, value), column.equals(CAS), null)
                : new Cell(values.lines(column, value), true, bar(name, array, column, number));
    }

    private Cell empty(String key) {
        return new Cell(List.of(Line.of(words.of(key))), false, null);
    }

    /** A total that nobody said is the sum of its two shares, exactly; of one share nothing is made. */
    private Cell together(JsonNode row) {
        BigDecimal pre = Values.number(row.path(PRE));
        BigDecimal post = Values.number(row.path(POST));
        if (pre == null || post == null) {
            return empty("page.empty");
        }
        BigDecimal sum = pre.add(post);
        return new Cell(List.of(values.percentage(sum)), true, percent(sum, HUNDRED));
    }

    private static @Nullable String bar(String name, JsonNode array, String column, BigDecimal number) {
        return switch (name) {
            case SHARES -> percent(number, HUNDRED);
            case STAGES -> percent(number, sum(array, column));
            default -> null;
        };
    }

    private static BigDecimal sum(JsonNode array, String column) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode row : array) {
            sum = sum.add(Objects.requireNonNullElse(Values.number(row.path(column)), BigDecimal.ZERO));
        }
        return sum;
    }

    private static String percent(BigDecimal part, BigDecimal whole) {
        return whole.signum() <= 0
                ? "0"
                : part.max(BigDecimal.ZERO)
                        .multiply(HUNDRED)
                        .divide(whole, 1, RoundingMode.HALF_UP)
                        .min(HUNDRED)
                        .toPlainString();
    }
}
