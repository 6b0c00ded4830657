package dev.denchi.model.ouranos;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one customer may know of a part ({@code cfpAcl}), as it was sent. */
public record ReleaseInput(
        @Nullable String operatorId,
        @Nullable String releasedToOperatorId,
        @Nullable String traceId,
        @Nullable List<Item> acl)
        implements Input {
    public static final String TOTAL_CFP = "TOTALCFP";
    public static final String TOTAL_DQR = "TOTALDQR";
    private static final List<String> GROUPS = List.of(TOTAL_CFP, TOTAL_DQR);

    /** One group of attributes, and whether it is released. */
    public record Item(@Nullable String group, @Nullable Boolean released) {

        private Optional<String> faults() {
            Faults faults = new Faults();
            faults.require("aclItemGroup", group != null && !group.isEmpty(), Faults.BLANK);
            faults.oneOf("aclItemGroup", group, GROUPS);
            faults.present("releasedFlag", released, Faults.BLANK);
            return faults.areNone() ? Optional.empty() : Optional.of(faults.told());
        }
    }

    @Override
    public Optional<String> faults() {
        Faults faults = new Faults();
        faults.uuid("operatorId", operatorId);
        faults.uuid("releasedToOperatorId", releasedToOperatorId);
        faults.uuid("traceId", traceId);
        faults.present("acl", acl == null || acl.isEmpty() ? null : acl, Faults.BLANK);
        List<String> told = new ArrayList<>();
        if (!faults.areNone()) {
            told.add(faults.told());
        }
        List<Item> items = Objects.requireNonNullElse(acl, List.of());
        for (int i = 0; i < items.size(); i++) {
            String place = "acl[" + i + "]: (";
            items.get(i).faults().ifPresent(fault -> told.add(place + fault + ")"));
        }
        if (items.stream()
                        .map(item -> Optional.ofNullable(item.group()))
                        .distinct()
                        .count()
                < items.size()) {
            told.add("acl: must name each aclItemGroup once");
        }
        return told.isEmpty() ? Optional.empty() : Optional.of(Faults.joined(told));
    }

    /** Empty when the body says nothing of it: then it stays as it is. Call it when there are no faults. */
    public Optional<Boolean> released(String group) {
        return Objects.requireNonNull(acl).stream()
                .filter(item -> group.equals(item.group()))
                .map(item -> Objects.requireNonNull(item.released()))
                .findFirst();
    }
}
