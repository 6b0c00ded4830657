package dev.denchi.model.quantity;

import java.util.Arrays;
import java.util.Optional;

/** The units of battery passports, one per kind of quantity, named by their UCUM codes. */
public enum Unit {
    KILOGRAM("kg"),
    AMPERE_HOUR("A.h"),
    KILOWATT_HOUR("kW.h"),
    WATT("W"),
    VOLT("V"),
    OHM("Ohm"),
    DEGREE_CELSIUS("Cel"),
    PERCENT("%"),
    YEAR("a"),
    MINUTE("min"),
    COUNT("1"),
    MILLIMETRE("mm"),
    PERCENT_PER_MONTH("%/mo"),
    WATT_PER_WATT_HOUR("W/(W.h)"),
    AMPERE_PER_AMPERE_HOUR("A/(A.h)"),
    KILOGRAM_CO2E("kg{CO2e}"),
    KILOGRAM_CO2E_PER_KILOWATT_HOUR("kg{CO2e}/(kW.h)");

    private final String ucum;

    Unit(String ucum) {
        this.ucum = ucum;
    }

    /** The code of the Unified Code for Units of Measure, as it stands in JSON. */
    public String ucum() {
        return ucum;
    }

    public static Optional<Unit> ofUcum(String code) {
        return Arrays.stream(values()).filter(unit -> unit.ucum.equals(code)).findFirst();
    }
}
