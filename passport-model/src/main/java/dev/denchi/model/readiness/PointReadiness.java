package dev.denchi.model.readiness;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.passport.BatteryModel.BatteryCategory;
import dev.denchi.model.passport.RecordKind;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one data point stands.
 *
 * @param condition under which it is required, when CONDITIONAL
 * @param reason why it is not required, when NOT_YET_REQUIRED
 * @param early whether it is there and not required yet
 * @param absent the attributes that are not there
 */
public record PointReadiness(
        DataPoint point,
        State state,
        @Nullable String condition,
        @Nullable String reason,
        boolean early,
        List<Attribute> absent) {

    public enum State {
        /** Required, and not there. */
        MISSING,
        /** Required under a condition that the records do not settle, and not there. */
        CONDITIONAL,
        /** Not required: not yet, or not of this category. */
        NOT_YET_REQUIRED,
        PROVIDED
    }

    static PointReadiness of(
            DataPoint point,
            DataPoints table,
            BatteryCategory category,
            LocalDate date,
            Map<RecordKind, JsonNode> contents) {
        Applicability applicability = point.applicabilityTo(category, date);
        boolean tooEarly = date.isBefore(table.requiredFrom());
        List<Attribute> absent = point.absentFrom(contents);
        if (applicability == Applicability.NOT_TO_BE_FILLED) {
            return new PointReadiness(point, State.NOT_YET_REQUIRED, null, point.reason(), false, absent);
        }
        if (absent.isEmpty()) {
            boolean early = tooEarly || applicability == Applicability.DEFERRED;
            return new PointReadiness(point, State.PROVIDED, null, null, early, absent);
        }
        if (applicability == Applicability.DEFERRED) {
            return new PointReadiness(point, State.NOT_YET_REQUIRED, null, point.reason(), false, absent);
        }
        if (tooEarly) {
            String reason = "required from " + table.requiredFrom() + " (" + table.requiredBy() + ")";
            return new PointReadiness(point, State.NOT_YET_REQUIRED, null, reason, false, absent);
        }
        return applicability == Applicability.MANDATORY
                ? new PointReadiness(point, State.MISSING, null, null, false, absent)
                : new PointReadiness(point, State.CONDITIONAL, point.condition(), null, false, absent);
    }

    Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", point.number());
        json.put("name", point.name());
        json.put("source", point.source());
        json.put("accessPoint", point.accessPoint());
        json.put("state", state.name());
        json.put("providedEarly", early);
        if (condition != null) {
            json.put("condition", condition);
        }
        if (reason != null) {
            json.put("reason", reason);
        }
        if (!absent.isEmpty()) {
            json.put("absent", absent.stream().map(Attribute::toJson).toList());
        }
        return json;
    }
}
