package dev.denchi.model.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "0.00000, 0", "1.50, 1.5", "99999.99999, 99999.99999", "100, 100", "0.00001, 0.00001"})
    void is_written_without_zeros_that_say_nothing(String given, String written) {
        assertEquals(written, Figure.of(given).toString());
    }

    @Test
    void is_equal_however_it_was_written() {
        assertEquals(Figure.of("2.5"), Figure.of("2.50000"));
    }

    @ParameterizedTest
    @CsvSource({"0.000001, 0.00001", "0.1234500000001, 0.12346", "0.12345, 0.12345", "3, 3"})
    void whatever_is_behind_the_fifth_decimal_makes_it_larger(String exact, String rounded) {
        assertEquals(Figure.of(rounded), Figure.roundedUp(new BigDecimal(exact)));
    }

    @Test
    void a_sixth_decimal_is_refused_and_not_rounded() {
        assertThrows(ArithmeticException.class, () -> Figure.of("0.123456"));
    }

    @Test
    void is_not_negative() {
        assertThrows(IllegalArgumentException.class, () -> Figure.of("-0.00001"));
    }
}
