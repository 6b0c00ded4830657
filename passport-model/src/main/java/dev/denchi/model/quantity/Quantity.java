package dev.denchi.model.quantity;

import java.math.BigDecimal;

/**
 * An exact decimal and its unit. The scale is kept as given: 4.0 % says more than 4 %.
 *
 * <p>Sums and comparisons are exact and want equal units; a mix is a mistake of the caller, never converted.
 */
public record Quantity(BigDecimal value, Unit unit) {

    public static Quantity of(String value, Unit unit) {
        return new Quantity(new BigDecimal(value), unit);
    }

    public Quantity plus(Quantity other) {
        return new Quantity(value.add(sameUnit(other).value), unit);
    }

    public Quantity minus(Quantity other) {
        return new Quantity(value.subtract(sameUnit(other).value), unit);
    }

    public boolean isMoreThan(Quantity other) {
        return value.compareTo(sameUnit(other).value) > 0;
    }

    /** Equal in amount, whatever the scale: 4 % and 4.0 %. */
    public boolean isSameAmountAs(Quantity other) {
        return value.compareTo(sameUnit(other).value) == 0;
    }

    private Quantity sameUnit(Quantity other) {
        if (unit != other.unit) {
            throw new IllegalArgumentException("cannot relate " + this + " to " + other);
        }
        return other;
    }

    @Override
    public String toString() {
        return value.toPlainString() + " " + unit.ucum();
    }
}
