package dev.denchi.model.readiness;

import dev.denchi.model.passport.BatteryModel.BatteryCategory;
import dev.denchi.model.quantity.Quantity;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/** The least shares of recycled metals from a day on (Article 8(2) and (3)), by metal. */
record RecycledContentMinima(
        String source, LocalDate from, Set<BatteryCategory> categories, Map<String, Quantity> minima) {

    boolean bind(BatteryCategory category, LocalDate date) {
        return categories.contains(category) && !date.isBefore(from);
    }
}
