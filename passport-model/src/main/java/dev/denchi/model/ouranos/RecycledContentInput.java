package dev.denchi.model.ouranos;

import dev.denchi.model.part.Figure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is stated of the recycled content of a part ({@code recycledContent}), as it was sent. */
public record RecycledContentInput(
        @Nullable String operatorId,
        @Nullable String traceId,
        @Nullable String recordId,
        @Nullable List<Row> rows,
        @Nullable List<CustomerRelease> acl)
        implements Input {
    private static final List<String> ELEMENTS = List.of("Cobalt", "Lithium", "Nickel", "Lead");
    private static final String UNKNOWN = "UNKNOWN";
    private static final Set<String> BOTH = Set.of("PRE_CONSUMER", "POST_CONSUMER");
    private static final List<String> CLASSES = List.of("PRE_CONSUMER", "POST_CONSUMER", UNKNOWN);
    private static final BigDecimal WHOLE = new BigDecimal("100");

    /**
     * How much of an element is recycled from one class of waste.
     *
     * @param share in percent of the element in the part
     * @param elementMass kg of the element in one unit of the part, {@code null} when that is not told
     */
    public record Row(
            @Nullable String element,
            @Nullable String recycledClass,
            @Nullable BigDecimal share,
            @Nullable BigDecimal elementMass) {

        private Optional<String> faults() {
            Faults faults = new Faults();
            faults.require("element", element != null && !element.isEmpty(), Faults.BLANK);
            faults.oneOf("element", element, ELEMENTS);
            faults.require("recycledClass", recycledClass != null && !recycledClass.isEmpty(), Faults.BLANK);
            faults.oneOf("recycledClass", recycledClass, CLASSES);
            faults.present("share", share, Faults.BLANK);
            faults.figure("share", share);
            faults.require("share", share == null || share.compareTo(WHOLE) <= 0, "must be no greater than 100");
            faults.figure("elementMass", elementMass);
            return faults.areNone() ? Optional.empty() : Optional.of(faults.told());
        }
    }

    @Override
    public Optional<String> faults() {
        Faults faults = new Faults();
        faults.uuid("operatorId", operatorId);
        faults.uuid("traceId", traceId);
        faults.uuidOrNull("recordId", recordId);
        faults.present("recycledContent", rows, Faults.BLANK);
        List<String> told = new ArrayList<>();
        if (!faults.areNone()) {
            told.add(faults.told());
        }
        List<Row> each = Objects.requireNonNullElse(rows, List.of());
        for (int i = 0; i < each.size(); i++) {
            String place = "recycledContent[" + i + "]: (";
            each.get(i).faults().ifPresent(fault -> told.add(place + fault + ")"));
        }
        told.addAll(CustomerRelease.faults(acl));
        if (told.isEmpty()) {
            told.addAll(together(each));
        }
        return told.isEmpty() ? Optional.empty() : Optional.of(Faults.joined(told));
    }

    /** What rows of one element say against each other. A split is never invented: where it is unknown there is one row for both. */
    private static List<String> together(List<Row> rows) {
        Map<String, List<Row>> byElement = new LinkedHashMap<>();
        rows.forEach(row -> byElement
                .computeIfAbsent(Objects.requireNonNull(row.element()), none -> new ArrayList<>())
                .add(row));
        List<String> told = new ArrayList<>();
        byElement.forEach((element, each) -> {
            Set<String> classes = new TreeSet<>();
            each.forEach(row -> classes.add(Objects.requireNonNull(row.recycledClass())));
            boolean split = classes.equals(BOTH) && each.size() == BOTH.size();
            if (!split && !(classes.equals(Set.of(UNKNOWN)) && each.size() == 1)) {
                told.add("recycledContent: (" + element
                        + ": must have PRE_CONSUMER and POST_CONSUMER once each, or UNKNOWN alone.)");
            }
            BigDecimal sum =
                    each.stream().map(Row::share).map(Objects::requireNonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (sum.compareTo(WHOLE) > 0) {
                told.add("recycledContent: (" + element + ": shares sum to " + sum.toPlainString()
                        + ", the whole is 100.)");
            }
            if (each.stream().map(row -> mass(row)).distinct().count() > 1) {
                told.add("recycledContent: (" + element + ": elementMass must be the same in all rows.)");
            }
        });
        return told;
    }

    private static Optional<Figure> mass(Row row) {
        return Optional.ofNullable(row.elementMass()).map(Figure::new);
    }
}
