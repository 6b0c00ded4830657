package dev.denchi.model.declaration;

import dev.denchi.model.part.Figure;
import dev.denchi.model.quantity.Quantity;
import dev.denchi.model.quantity.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * One life cycle stage of Annex II, point 4, out of a process of the Ouranos API: preprocessing is raw material acquisition and
 * pre-processing, main production is main product production. The API tells of no other stage.
 *
 * @param emission kg CO2e for each declared unit of the part, all of it
 * @param unitsPerBattery how many declared units one battery is
 * @param energy kWh over the service life of one battery
 */
public record StageFootprint(Figure emission, BigDecimal unitsPerBattery, Quantity energy) {

    /** To which decimal a stage is rounded, up and once: the total is the sum of rounded stages. */
    public static final int DECIMALS = 8;

    /** kg CO2e of one battery, exactly. */
    public Quantity perBattery() {
        return new Quantity(emission.value().multiply(unitsPerBattery), Unit.KILOGRAM_CO2E);
    }

    /** kg CO2e for each kWh over the service life. */
    public Quantity perKilowattHour() {
        return new Quantity(
                perBattery().value().divide(energy.value(), DECIMALS, RoundingMode.UP),
                Unit.KILOGRAM_CO2E_PER_KILOWATT_HOUR);
    }
}
