package dev.denchi.model.declaration;

import dev.denchi.model.quantity.Quantity;
import dev.denchi.model.quantity.Unit;
import java.math.BigDecimal;

/**
 * The functional unit of Annex II, point 2: one kWh of the total energy that a battery provides over its expected service life.
 *
 * @param ratedEnergy kWh of one full cycle
 * @param cycles how many are expected
 */
public record ServiceLife(Quantity ratedEnergy, int cycles) {

    /** kWh, exactly. */
    public Quantity totalEnergy() {
        return new Quantity(ratedEnergy.value().multiply(BigDecimal.valueOf(cycles)), Unit.KILOWATT_HOUR);
    }

    @Override
    public String toString() {
        return ratedEnergy + " times " + cycles + " cycles";
    }
}
