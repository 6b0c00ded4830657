package dev.denchi.model.quantity;

import static dev.denchi.model.quantity.Unit.KILOGRAM;
import static dev.denchi.model.quantity.Unit.PERCENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

    @ParameterizedTest
    @ValueSource(strings = {"4.0", "4", "452.60", "0.000", "-30.0"})
    void keeps_the_scale_it_was_given(String value) {
        assertEquals(value + " %", Quantity.of(value, PERCENT).toString());
    }

    @Test
    void is_written_out_in_full() {
        assertEquals("1200 kg", Quantity.of("1.2E+3", KILOGRAM).toString());
    }

    @Test
    void adds_and_subtracts_without_rounding() {
        Quantity sum = Quantity.of("0.1", KILOGRAM).plus(Quantity.of("0.2", KILOGRAM));
        assertEquals(Quantity.of("0.3", KILOGRAM), sum);
        assertEquals(Quantity.of("0.0", KILOGRAM), sum.minus(Quantity.of("0.3", KILOGRAM)));
    }

    @Test
    void compares_the_amount_and_not_the_scale() {
        Quantity four = Quantity.of("4", PERCENT);
        Quantity fourPointNought = Quantity.of("4.0", PERCENT);
        assertTrue(four.isSameAmountAs(fourPointNought));
        assertFalse(fourPointNought.isMoreThan(four));
        assertTrue(Quantity.of("4.0000000000000000001", PERCENT).isMoreThan(four));
        assertNotEquals(four, fourPointNought);
    }

    @Test
    void refuses_to_relate_two_units() {
        Quantity mass = Quantity.of("1", KILOGRAM);
        Quantity share = Quantity.of("1", PERCENT);
        assertThrows(IllegalArgumentException.class, () -> mass.plus(share));
        assertThrows(IllegalArgumentException.class, () -> mass.minus(share));
        assertThrows(IllegalArgumentException.class, () -> mass.isSameAmountAs(share));
        var refused = assertThrows(IllegalArgumentException.class, () -> mass.isMoreThan(share));
        assertEquals("cannot relate 1 kg to 1 %", refused.getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void a_unit_is_found_by_its_code(Unit unit) {
        assertEquals(Optional.of(unit), Unit.ofUcum(unit.ucum()));
    }

    @Test
    void an_unknown_code_is_no_unit() {
        assertEquals(Optional.empty(), Unit.ofUcum("g"));
    }
}
