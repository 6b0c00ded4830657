package dev.denchi.model.format;

import dev.denchi.model.identifier.Gtin;
import dev.denchi.model.passport.BatteryModel;
import dev.denchi.model.passport.BatteryModel.BatteryCategory;
import dev.denchi.model.passport.BatteryModel.Composition;
import dev.denchi.model.passport.BatteryModel.Efficiency;
import dev.denchi.model.passport.BatteryModel.TemperatureRange;
import dev.denchi.model.passport.BatteryModel.Voltages;
import dev.denchi.model.quantity.Quantity;
import dev.denchi.model.quantity.Unit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes out of a battery model what the rules need, as far as readable. */
final class BatteryModelReader {

    private BatteryModelReader() {}

    static BatteryModel batteryModel(Fields fields) {
        return new BatteryModel(
                ContentReader.modelId(fields),
                fields.identifier("/gtin", Gtin::new),
                category(fields.text("/batteryCategory")),
                fields.quantity("/batteryMass", Unit.KILOGRAM),
                fields.period("/warrantyPeriod"),
                composition(fields),
                new Voltages(
                        fields.quantity("/performance/minimumVoltage", Unit.VOLT),
                        fields.quantity("/performance/nominalVoltage", Unit.VOLT),
                        fields.quantity("/performance/maximumVoltage", Unit.VOLT)),
                fields.quantity("/performance/ratedCapacity", Unit.AMPERE_HOUR),
                fields.quantity("/performance/capacityThresholdForExhaustion", Unit.PERCENT),
                new Efficiency(
                        fields.quantity("/performance/initialRoundTripEnergyEfficiency", Unit.PERCENT),
                        fields.quantity("/performance/roundTripEnergyEfficiencyAt50PercentOfCycleLife", Unit.PERCENT)),
                fields.each(
                        "/performance/originalPowerCapability",
                        (each, at) -> each.quantity(at + "/atSoC", Unit.PERCENT)),
                temperatureRange(fields, "/performance/temperatureRangeIdleState"),
                valueTemperatures(fields));
    }

    private static Composition composition(Fields fields) {
        return new Composition(
                fields.each("/composition/batteryMaterials", (each, at) -> each.quantity(at + "/mass", Unit.KILOGRAM)),
                fractions(fields, "/composition/batteryMaterials"),
                fractions(fields, "/composition/criticalRawMaterials"),
                fractions(fields, "/composition/hazardousSubstances"));
    }

    private static List<Quantity> fractions(Fields fields, String pointer) {
        return fields.each(pointer, (each, at) -> each.quantity(at + "/massFraction", Unit.PERCENT));
    }

    private static Map<String, TemperatureRange> valueTemperatures(Fields fields) {
        Map<String, TemperatureRange> ranges = new LinkedHashMap<>();
        for (String value : fields.withMember("temperatureRange")) {
            String pointer = value + "/temperatureRange";
            ranges.put(pointer, temperatureRange(fields, pointer));
        }
        return ranges;
    }

    private static TemperatureRange temperatureRange(Fields fields, String pointer) {
        return new TemperatureRange(
                fields.quantity(pointer + "/minimum", Unit.DEGREE_CELSIUS),
                fields.quantity(pointer + "/maximum", Unit.DEGREE_CELSIUS));
    }

    private static @Nullable BatteryCategory category(@Nullable String name) {
        return Arrays.stream(BatteryCategory.values())
                .filter(category -> category.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
