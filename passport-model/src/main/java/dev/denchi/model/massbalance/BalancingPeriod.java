package dev.denchi.model.massbalance;

import java.time.LocalDate;

/** A quarter of a calendar year, over which a site's recycled mass is balanced (ISO 22095-2, balancing period). */
public record BalancingPeriod(int year, int quarter) implements Comparable<BalancingPeriod> {
    private static final int QUARTERS = 4;

    public BalancingPeriod {
        if (quarter < 1 || quarter > QUARTERS) {
            throw new IllegalArgumentException("a year has no quarter " + quarter);
        }
    }

    public static BalancingPeriod of(LocalDate day) {
        return new BalancingPeriod(day.getYear(), (day.getMonthValue() + 2) / 3);
    }

    /** How many periods lie between this one and an earlier one. */
    int since(BalancingPeriod earlier) {
        return (year - earlier.year) * QUARTERS + quarter - earlier.quarter;
    }

    @Override
    public int compareTo(BalancingPeriod other) {
        return since(other);
    }

    @Override
    public String toString() {
        return year + "-Q" + quarter;
    }
}
