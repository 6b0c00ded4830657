package dev.denchi.model.readiness;

import dev.denchi.model.passport.BatteryModel.BatteryCategory;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The table of data points, openapi/data-points.json.
 *
 * @param requiredFrom before this day no point is required
 * @param requiredBy the clause that says so
 */
public record DataPoints(
        LocalDate requiredFrom, String requiredBy, List<DataPoint> points, List<RecycledContentMinima> minima) {

    public DataPoints {
        points = List.copyOf(points);
        minima = List.copyOf(minima);
    }

    /** The minima in force that day; the later ones have replaced the earlier. */
    Optional<RecycledContentMinima> minimaFor(BatteryCategory category, LocalDate date) {
        return minima.stream()
                .filter(some -> some.bind(category, date))
                .max(Comparator.comparing(RecycledContentMinima::from));
    }
}
