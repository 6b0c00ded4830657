package dev.denchi.model.part;

import java.util.Arrays;
import java.util.Optional;

/** In what a part is counted (Ouranos {@code amountRequiredUnit}). Nothing is converted from one into another. */
public enum AmountUnit {
    LITER("liter"),
    KILOGRAM("kilogram"),
    CUBIC_METER("cubic-meter"),
    KILOWATT_HOUR("kilowatt-hour"),
    MEGAJOULE("megajoule"),
    TON_KILOMETER("ton-kilometer"),
    SQUARE_METER("square-meter"),
    UNIT("unit");

    private static final String PER = "kgCO2e/";

    private final String label;

    AmountUnit(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The unit of emissions for each of it (Ouranos {@code ghgDeclaredUnit}). */
    public String declared() {
        return PER + label;
    }

    public static Optional<AmountUnit> ofLabel(String label) {
        return Arrays.stream(values()).filter(unit -> unit.label.equals(label)).findFirst();
    }

    public static Optional<AmountUnit> ofDeclared(String declared) {
        return Arrays.stream(values())
                .filter(unit -> unit.declared().equals(declared))
                .findFirst();
    }
}
