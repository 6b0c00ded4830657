package dev.denchi.model.readiness;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.passport.BatteryModel.BatteryCategory;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.readiness.PointReadiness.State;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a passport has and lacks for one category of battery on one day. A draft is judged as if it were saved. */
public record Readiness(
        BatteryCategory category, LocalDate date, List<PointReadiness> points, List<MinimumReadiness> minima) {

    /**
     * Judges the passport's records: a pure function of them, the table, the category and the day.
     *
     * @param contents the attributes of each record that there is, saved or not
     */
    public static Readiness of(
            DataPoints table, BatteryCategory category, LocalDate date, Map<RecordKind, JsonNode> contents) {
        List<PointReadiness> points = table.points().stream()
                .map(point -> PointReadiness.of(point, table, category, date, contents))
                .toList();
        List<MinimumReadiness> minima = table.minimaFor(category, date)
                .map(some -> MinimumReadiness.of(some, contents))
                .orElse(List.of());
        return new Readiness(category, date, points, minima);
    }

    /** Whether nothing is missing that the law requires of this category on this day. */
    public boolean publishable() {
        return points.stream().noneMatch(point -> point.state() == State.MISSING);
    }

    /** As openapi/schemas/readiness.json describes it. */
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("category", category.name());
        json.put("date", date.toString());
        json.put("publishable", publishable());
        json.put("dataPoints", points.stream().map(PointReadiness::toJson).toList());
        json.put(
                "recycledContentMinima",
                minima.stream().map(MinimumReadiness::toJson).toList());
        return json;
    }
}
