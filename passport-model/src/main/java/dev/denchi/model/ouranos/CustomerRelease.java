package dev.denchi.model.ouranos;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether one customer may know a statement, as it was sent. */
public record CustomerRelease(
        @Nullable String releasedToOperatorId, @Nullable Boolean released) {

    private Optional<String> faults() {
        Faults faults = new Faults();
        faults.uuid("releasedToOperatorId", releasedToOperatorId);
        faults.present("releasedFlag", released, Faults.BLANK);
        return faults.areNone() ? Optional.empty() : Optional.of(faults.told());
    }

    /** One message for each entry that has any. */
    static List<String> faults(@Nullable List<CustomerRelease> acl) {
        List<CustomerRelease> entries = Objects.requireNonNullElse(acl, List.of());
        List<String> told = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            String place = "acl[" + i + "]: (";
            entries.get(i).faults().ifPresent(fault -> told.add(place + fault + ")"));
        }
        long customers = entries.stream()
                .map(CustomerRelease::releasedToOperatorId)
                .map(Optional::ofNullable)
                .distinct()
                .count();
        if (customers < entries.size()) {
            told.add("acl: must name each releasedToOperatorId once");
        }
        return told;
    }
}
