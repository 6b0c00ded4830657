package dev.denchi.model.passport;

import static java.util.Objects.requireNonNull;

import dev.denchi.model.identifier.Gtin;
import dev.denchi.model.identifier.ModelId;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.quantity.Quantity;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Static data of one battery model (Annex XIII, points 1 to 3).
 *
 * @param valueTemperatures the temperature ranges of single values, by JSON Pointer
 */
public record BatteryModel(
        @Nullable ModelId modelId,
        @Nullable Gtin gtin,
        @Nullable BatteryCategory category,
        @Nullable Quantity mass,
        @Nullable Period warranty,
        Composition composition,
        Voltages voltages,
        @Nullable Quantity ratedCapacity,
        @Nullable Quantity exhaustionThreshold,
        Efficiency efficiency,
        List<Quantity> powerAtSoC,
        TemperatureRange idleTemperatures,
        Map<String, TemperatureRange> valueTemperatures)
        implements RecordContent {

    /** Annex VI, part A, point 2. */
    public enum BatteryCategory {
        EV,
        LMT,
        INDUSTRIAL,
        STATIONARY
    }

    /** What it is made of: masses in kilograms, fractions in percent of the battery's mass. */
    public record Composition(
            List<Quantity> materialMasses,
            List<Quantity> materialFractions,
            List<Quantity> rawMaterialFractions,
            List<Quantity> substanceFractions) {}

    /** Annex XIII, point 1(h), in volts. */
    public record Voltages(
            @Nullable Quantity minimum,
            @Nullable Quantity nominal,
            @Nullable Quantity maximum) {}

    /** Round trip energy efficiency, in percent (Annex XIII, point 1(n)). */
    public record Efficiency(
            @Nullable Quantity initial, @Nullable Quantity atHalfLife) {}

    /** In degrees Celsius. */
    public record TemperatureRange(
            @Nullable Quantity minimum, @Nullable Quantity maximum) {}

    @Override
    public RecordKind kind() {
        return RecordKind.BATTERY_MODEL;
    }

    @Override
    public Subject subject(OperatorId operator) {
        return Subject.model(operator, requireNonNull(modelId));
    }
}
