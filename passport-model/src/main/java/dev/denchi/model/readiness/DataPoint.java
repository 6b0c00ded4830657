package dev.denchi.model.readiness;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.passport.BatteryModel.BatteryCategory;
import dev.denchi.model.passport.RecordKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One of the data points that the Commission's guidance splits a passport into.
 *
 * @param source the clause of Regulation (EU) 2023/1542
 * @param condition when a conditional point is required
 * @param reason why a point is deferred or not to be filled in
 * @param then what follows a deferral whose end is known
 * @param attributes all of them together fill the point
 */
public record DataPoint(
        int number,
        String name,
        String source,
        int accessPoint,
        Map<BatteryCategory, Applicability> applicability,
        @Nullable String condition,
        @Nullable String reason,
        @Nullable Deferral then,
        List<Attribute> attributes) {

    /** What a deferred point becomes, and from which day. */
    record Deferral(Applicability applicability, Map<BatteryCategory, LocalDate> from) {}

    /** What the category wants on that day, once passports are required at all. */
    Applicability applicabilityTo(BatteryCategory category, LocalDate date) {
        Applicability stated = requireNonNullElse(applicability.get(category), Applicability.NOT_TO_BE_FILLED);
        if (stated != Applicability.DEFERRED || then == null) {
            return stated;
        }
        LocalDate from = then.from().get(category);
        return from == null || date.isBefore(from) ? stated : then.applicability();
    }

    List<Attribute> absentFrom(Map<RecordKind, JsonNode> contents) {
        return attributes.stream()
                .filter(attribute -> !attribute.isIn(contents))
                .toList();
    }
}
