package dev.denchi.model.declaration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.denchi.model.part.Figure;
import dev.denchi.model.quantity.Quantity;
import dev.denchi.model.quantity.Unit;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageFootprintTest {
    private static final ServiceLife LIFE = new ServiceLife(Quantity.of("77.0", Unit.KILOWATT_HOUR), 1500);

    @Test
    void the_energy_of_a_service_life_is_that_of_all_its_cycles() {
        assertEquals("115500.0 kW.h", LIFE.totalEnergy().toString());
    }

    /** By hand: 6479.55 / 115500 = 0.0561 exactly; 84.28432 / 115500 = 0.000729734… */
    @ParameterizedTest
    @CsvSource({
        "6479.55, 1, 0.05610000",
        "84.28432, 1, 0.00072974",
        "0, 1, 0.00000000",
        "0.00001, 1, 0.00000001",
        "2.5, 452.60, 0.00979654",
    })
    void a_stage_is_for_each_kilowatt_hour_and_rounded_up_once(String emission, String units, String expected) {
        var stage = new StageFootprint(Figure.of(emission), new BigDecimal(units), LIFE.totalEnergy());

        assertEquals(expected + " kg{CO2e}/(kW.h)", stage.perKilowattHour().toString());
    }
}
