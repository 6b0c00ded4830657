package dev.denchi.model.format;

import dev.denchi.model.identifier.CasNumber;
import dev.denchi.model.identifier.Gln;
import dev.denchi.model.identifier.Gtin;
import dev.denchi.model.identifier.ModelId;
import dev.denchi.model.identifier.PassportIdentifier;
import dev.denchi.model.identifier.ProductIdentifier;
import dev.denchi.model.passport.Battery;
import dev.denchi.model.passport.BatteryModel;
import dev.denchi.model.passport.BatteryModel.BatteryCategory;
import dev.denchi.model.passport.BatteryModel.Composition;
import dev.denchi.model.passport.BatteryModel.Efficiency;
import dev.denchi.model.passport.BatteryModel.TemperatureRange;
import dev.denchi.model.passport.BatteryModel.Voltages;
import dev.denchi.model.passport.CarbonFootprint;
import dev.denchi.model.passport.Condition;
import dev.denchi.model.passport.Condition.Event;
import dev.denchi.model.passport.DueDiligence;
import dev.denchi.model.passport.RecordContent;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.passport.RecycledContent;
import dev.denchi.model.quantity.Quantity;
import dev.denchi.model.quantity.Unit;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes out of a document what the rules and a record's identity need, as far as readable. */
final class ContentReader {
    /** What only ever grows in a battery's life. */
    private static final Map<String, Unit> COUNTERS = Map.of(
            "/numberOfFullCycles", Unit.COUNT,
            "/energyThroughput", Unit.KILOWATT_HOUR,
            "/capacityThroughput", Unit.AMPERE_HOUR,
            "/temperatureInformation/timeExtremeHighTemp", Unit.MINUTE,
            "/temperatureInformation/timeExtremeLowTemp", Unit.MINUTE,
            "/temperatureInformation/timeExtremeHighTempCharging", Unit.MINUTE,
            "/temperatureInformation/timeExtremeLowTempCharging", Unit.MINUTE,
            "/numberOfDeepDischarges", Unit.COUNT,
            "/numberOfOvercharges", Unit.COUNT);

    private ContentReader() {}

    /** Reads every identifier that ends in a check digit, wherever it stands; what is wrong is noted in {@code fields}. */
    static void checkIdentifiers(Fields fields) {
        fields.withMember("casNumber").forEach(at -> fields.identifier(at + "/casNumber", CasNumber::new));
        fields.withMember("scheme").stream()
                .filter(at -> "GLN".equals(fields.text(at + "/scheme")))
                .forEach(at -> fields.identifier(at + "/value", Gln::new));
    }

    static RecordContent content(RecordKind kind, Fields fields) {
        return switch (kind) {
            case BATTERY_MODEL -> batteryModel(fields);
            case CARBON_FOOTPRINT -> carbonFootprint(fields);
            case RECYCLED_CONTENT -> recycledContent(fields);
            case DUE_DILIGENCE ->
                new DueDiligence(fields.date("/reportingPeriod/from"), fields.date("/reportingPeriod/to"));
            case BATTERY -> battery(fields);
            case CONDITION -> condition(fields);
        };
    }

    private static BatteryModel batteryModel(Fields fields) {
        return new BatteryModel(
                modelId(fields),
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

    private static CarbonFootprint carbonFootprint(Fields fields) {
        return new CarbonFootprint(
                modelId(fields),
                fields.facility("/facility"),
                fields.quantity("/batteryCarbonFootprint", Unit.KILOGRAM_CO2E_PER_KILOWATT_HOUR),
                fields.quantity("/totalEnergyProvided", Unit.KILOWATT_HOUR),
                fields.quantity("/absoluteCarbonFootprint", Unit.KILOGRAM_CO2E),
                fields.each(
                        "/carbonFootprintPerLifecycleStage",
                        (each, at) -> new CarbonFootprint.Stage(
                                each.text(at + "/lifecycleStage"),
                                each.quantity(at + "/carbonFootprint", Unit.KILOGRAM_CO2E_PER_KILOWATT_HOUR))));
    }

    private static RecycledContent recycledContent(Fields fields) {
        return new RecycledContent(
                modelId(fields),
                fields.facility("/facility"),
                fields.integer("/year"),
                fields.each(
                        "/recycledContent",
                        (each, at) -> new RecycledContent.Share(
                                each.text(at + "/recycledMaterial"),
                                each.quantity(at + "/preConsumerShare", Unit.PERCENT),
                                each.quantity(at + "/postConsumerShare", Unit.PERCENT),
                                each.quantity(at + "/totalShare", Unit.PERCENT))),
                fields.each(
                        "/massInActiveMaterials",
                        (each, at) -> new RecycledContent.ElementMass(
                                each.text(at + "/element"), each.quantity(at + "/mass", Unit.KILOGRAM))));
    }

    private static Battery battery(Fields fields) {
        return new Battery(
                fields.identifier("/batteryPassportIdentifier", PassportIdentifier::parse),
                fields.identifier("/productIdentifier", ProductIdentifier::parse),
                fields.text("/serialNumber"),
                modelId(fields),
                fields.facility("/facility"),
                fields.month("/manufacturingDate"),
                fields.day("/manufacturingDate"),
                fields.date("/placedOnMarketDate"),
                fields.date("/puttingIntoService"),
                fields.date("/expirationDate"),
                fields.text("/batteryStatus"),
                fields.each(
                        "/predecessors",
                        (each, at) -> each.identifier(at + "/batteryPassportIdentifier", PassportIdentifier::parse)));
    }

    private static Condition condition(Fields fields) {
        return new Condition(
                fields.identifier("/batteryPassportIdentifier", PassportIdentifier::parse),
                modelId(fields),
                fields.instant("/lastUpdate"),
                fields.quantity("/remainingCapacity", Unit.AMPERE_HOUR),
                fields.quantity("/stateOfCertifiedEnergy", Unit.PERCENT),
                fields.quantity("/evolutionOfSelfDischarge", Unit.PERCENT),
                readAt(fields),
                counters(fields),
                events(fields, "/negativeEvents", "/negativeEvent"),
                events(fields, "/informationOnAccidents", "/accident"));
    }

    private static Map<String, Instant> readAt(Fields fields) {
        Map<String, Instant> times = new LinkedHashMap<>();
        for (String pointer : fields.withMember("lastUpdate")) {
            Instant at = fields.instant(pointer + "/lastUpdate");
            if (at != null) {
                times.put(pointer, at);
            }
        }
        return times;
    }

    private static Map<String, Quantity> counters(Fields fields) {
        Map<String, Quantity> counters = new LinkedHashMap<>();
        COUNTERS.forEach((pointer, unit) -> {
            Quantity amount = fields.quantity(pointer, unit);
            if (amount != null) {
                counters.put(pointer, amount);
            }
        });
        return counters;
    }

    private static List<Event> events(Fields fields, String pointer, String what) {
        return fields.each(pointer, (each, at) -> new Event(each.text(at + what), each.instant(at + "/lastUpdate")));
    }

    private static @Nullable ModelId modelId(Fields fields) {
        return fields.identifier("/modelId", ModelId::new);
    }

    private static @Nullable BatteryCategory category(@Nullable String name) {
        return Arrays.stream(BatteryCategory.values())
                .filter(category -> category.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
