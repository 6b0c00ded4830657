package dev.denchi.model.part;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A number as the Ouranos API knows them: not negative, exact, five decimals at most. What is stated may be
 * {@link #LARGEST_STATED}; a sum may be larger.
 */
public record Figure(BigDecimal value) implements Comparable<Figure> {
    public static final int DECIMALS = 5;
    public static final BigDecimal LARGEST_STATED = new BigDecimal("99999.99999");
    public static final Figure ZERO = new Figure(BigDecimal.ZERO);

    /** Two figures of one value are equal, however many zeros they were written with. */
    public Figure {
        if (value.signum() < 0) {
            throw new IllegalArgumentException(value.toPlainString() + " is negative");
        }
        value = value.setScale(DECIMALS, RoundingMode.UNNECESSARY);
    }

    /** @throws IllegalArgumentException when it is negative; @throws ArithmeticException when it has more decimals */
    public static Figure of(String text) {
        return new Figure(new BigDecimal(text));
    }

    /** The published rounding: whatever there is behind the fifth decimal makes that one larger. */
    public static Figure roundedUp(BigDecimal exact) {
        return new Figure(exact.setScale(DECIMALS, RoundingMode.UP));
    }

    public Figure plus(Figure other) {
        return new Figure(value.add(other.value));
    }

    public boolean isZero() {
        return value.signum() == 0;
    }

    /** Without the zeros that say nothing, and never with an exponent. */
    public BigDecimal plain() {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    @Override
    public int compareTo(Figure other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return plain().toPlainString();
    }
}
