package dev.denchi.model.exchange.lot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.model.quantity.Mass;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Masses of foreign documents as masses of lots: exact, or not at all. */
final class LotMasses {
    /** Kilograms in the units of Catena-X that are decimal; pounds and their kin have no exact kilograms in six decimals. */
    private static final Map<String, BigDecimal> UNITS = Map.of(
            "unit:kilogram", BigDecimal.ONE,
            "unit:gram", new BigDecimal("0.001"),
            "unit:milligram", new BigDecimal("0.000001"),
            "unit:hectogram", new BigDecimal("0.1"),
            "unit:megagram", new BigDecimal("1000"),
            "unit:tonneMetricTon", new BigDecimal("1000"),
            "unit:kilotonne", new BigDecimal("1000000"));

    private LotMasses() {}

    static Optional<BigDecimal> kilograms(JsonNode value, String unit) {
        BigDecimal factor = UNITS.get(unit);
        return factor == null || !value.isNumber()
                ? Optional.empty()
                : Optional.of(value.decimalValue().multiply(factor));
    }

    /** @return whether it was a mass in whole milligrams */
    static boolean put(ObjectNode record, String name, JsonNode kilograms) {
        return kilograms.isNumber() && put(record, name, kilograms.decimalValue());
    }

    static boolean put(ObjectNode record, String name, BigDecimal kilograms) {
        try {
            Mass mass = Mass.ofKilograms(kilograms);
            record.putObject(name).put("value", mass.kilograms()).put("unit", "kg");
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
