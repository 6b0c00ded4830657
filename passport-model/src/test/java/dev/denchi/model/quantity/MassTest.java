package dev.denchi.model.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MassTest {
    @ParameterizedTest
    @CsvSource({"726.87384, 726.87384 kg", "12.5, 12.500 kg", "0, 0.000 kg", "-0.48, -0.480 kg", "1E+3, 1000.000 kg"})
    void is_exact_and_told_with_three_decimals_at_least(String kilograms, String told) {
        assertEquals(told, Mass.ofKilograms(kilograms).toString());
        assertEquals(
                0,
                new BigDecimal(kilograms).compareTo(Mass.ofKilograms(kilograms).kilograms()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0000001", "1E+30", "9223372036854.775808"})
    void refuses_what_is_finer_than_a_milligram_or_too_large(String kilograms) {
        assertThrows(IllegalArgumentException.class, () -> Mass.ofKilograms(kilograms));
    }

    @Test
    void a_sum_that_does_not_fit_is_refused() {
        assertThrows(ArithmeticException.class, () -> new Mass(Long.MAX_VALUE).plus(new Mass(1)));
    }

    @Test
    void a_third_three_times_is_the_whole() {
        Fraction third = Fraction.ONE.dividedBy(Fraction.of(3));

        assertEquals(Fraction.ONE, third.plus(third).plus(third));
        assertEquals(new BigDecimal("0.3333"), third.toDecimal(4));
        assertEquals(new Mass(0), third.wholeMilligrams());
        assertEquals(new Mass(-1), Fraction.ZERO.minus(third).wholeMilligrams());
        assertThrows(ArithmeticException.class, () -> third.dividedBy(Fraction.ZERO));
    }
}
