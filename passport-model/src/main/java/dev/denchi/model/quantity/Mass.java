package dev.denchi.model.quantity;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A mass in whole milligrams, so that a balance of many is exact. Finer amounts are refused, not rounded: what is cut off here
 * would be missing there. It may be below zero, as a difference or as a mistake that someone must be told of.
 */
public record Mass(long milligrams) implements Comparable<Mass> {
    public static final Mass ZERO = new Mass(0);
    private static final int DECIMALS = 6;
    private static final int DECIMALS_TOLD = 3;

    /** @throws IllegalArgumentException when it is no decimal, is finer than 1 mg or larger than nine billion tonnes */
    public static Mass ofKilograms(String kilograms) {
        return ofKilograms(new BigDecimal(kilograms));
    }

    /** @throws IllegalArgumentException when it is finer than 1 mg or larger than nine billion tonnes */
    public static Mass ofKilograms(BigDecimal kilograms) {
        try {
            return new Mass(kilograms.movePointRight(DECIMALS).longValueExact());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    kilograms.toPlainString() + " kg is no whole number of milligrams, or too many of them", e);
        }
    }

    /** @throws ArithmeticException when the sum is larger than a {@code long} of milligrams */
    public Mass plus(Mass other) {
        return new Mass(Math.addExact(milligrams, other.milligrams));
    }

    public Mass minus(Mass other) {
        return new Mass(Math.subtractExact(milligrams, other.milligrams));
    }

    public boolean isMoreThan(Mass other) {
        return compareTo(other) > 0;
    }

    public boolean isNegative() {
        return milligrams < 0;
    }

    public boolean isZero() {
        return milligrams == 0;
    }

    /** With as many decimals as it needs. */
    public BigDecimal kilograms() {
        BigDecimal shortest = BigDecimal.valueOf(milligrams, DECIMALS).stripTrailingZeros();
        return shortest.setScale(Math.max(0, shortest.scale()), RoundingMode.UNNECESSARY);
    }

    public Fraction asFraction() {
        return Fraction.of(milligrams);
    }

    @Override
    public int compareTo(Mass other) {
        return Long.compare(milligrams, other.milligrams);
    }

    /** In kilograms with three decimals, more where there are more. */
    @Override
    public String toString() {
        BigDecimal shortest = kilograms();
        return shortest.setScale(Math.max(DECIMALS_TOLD, shortest.scale()), RoundingMode.UNNECESSARY) + " kg";
    }
}
