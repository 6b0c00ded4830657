package dev.denchi.model.passport.rule;

import static dev.denchi.model.passport.rule.Findings.breach;
import static dev.denchi.model.passport.rule.Findings.exceeds;
import static dev.denchi.model.passport.rule.Findings.partsOfTheWhole;
import static dev.denchi.model.passport.rule.Findings.repeated;
import static dev.denchi.model.passport.rule.Findings.sum;

import dev.denchi.model.passport.BatteryModel;
import dev.denchi.model.passport.BatteryModel.BatteryCategory;
import dev.denchi.model.passport.BatteryModel.TemperatureRange;
import dev.denchi.model.passport.rule.Rule.Breach;
import dev.denchi.model.quantity.Quantity;
import java.util.ArrayList;
import java.util.List;

/** What the regulation and plain arithmetic ask of a battery model. Operands that are missing break nothing here: form is the schema's matter. */
final class BatteryModelRules {
    static final Rule<BatteryModel> VOLTAGES_ARE_ORDERED =
            new Rule<>("voltages-are-ordered", "Annex XIII, point 1(h)", BatteryModel.class, (model, now) -> {
                var voltages = model.voltages();
                List<Breach> breaches = new ArrayList<>();
                if (exceeds(voltages.minimum(), voltages.nominal())) {
                    breaches.add(breach(
                            "/performance/minimumVoltage",
                            "minimum voltage %s exceeds nominal voltage %s",
                            voltages.minimum(),
                            voltages.nominal()));
                }
                if (exceeds(voltages.nominal(), voltages.maximum())) {
                    breaches.add(breach(
                            "/performance/nominalVoltage",
                            "nominal voltage %s exceeds maximum voltage %s",
                            voltages.nominal(),
                            voltages.maximum()));
                }
                return breaches;
            });

    static final Rule<BatteryModel> IDLE_TEMPERATURES_ARE_ORDERED = new Rule<>(
            "idle-temperatures-are-ordered",
            "Annex XIII, point 1(l)",
            BatteryModel.class,
            (model, now) -> unordered("/performance/temperatureRangeIdleState", model.idleTemperatures()));

    static final Rule<BatteryModel> VALUE_TEMPERATURES_ARE_ORDERED = new Rule<>(
            "value-temperatures-are-ordered",
            "Annex XIII, point 1(h) and (i)",
            BatteryModel.class,
            (model, now) -> model.valueTemperatures().entrySet().stream()
                    .flatMap(range -> unordered(range.getKey(), range.getValue()).stream())
                    .toList());

    static final Rule<BatteryModel> EACH_STATE_OF_CHARGE_ONCE = new Rule<>(
            "each-state-of-charge-once",
            "Annex XIII, point 1(i)",
            BatteryModel.class,
            (model, now) -> repeated(
                    model.powerAtSoC(),
                    state -> state.value().stripTrailingZeros().toPlainString(),
                    "/performance/originalPowerCapability/%d/atSoC",
                    "the power at a state of charge of %s %% is given more than once"));

    static final Rule<BatteryModel> EFFICIENCY_DOES_NOT_RISE = new Rule<>(
            "efficiency-does-not-rise",
            "Annex XIII, point 1(n)",
            BatteryModel.class,
            (model, now) ->
                    exceeds(model.efficiency().atHalfLife(), model.efficiency().initial())
                            ? List.of(breach(
                                    "/performance/roundTripEnergyEfficiencyAt50PercentOfCycleLife",
                                    "the efficiency at half of the cycle life, %s, exceeds the initial one, %s",
                                    model.efficiency().atHalfLife(),
                                    model.efficiency().initial()))
                            : List.of());

    static final Rule<BatteryModel> WARRANTY_HAS_A_LENGTH = new Rule<>(
            "warranty-has-a-length",
            "Annex XIII, point 1(m)",
            BatteryModel.class,
            (model, now) -> model.warranty() != null && model.warranty().isZero()
                    ? List.of(breach("/warrantyPeriod", "a warranty of no time is none; leave the attribute out"))
                    : List.of());

    static final Rule<BatteryModel> MATERIALS_WEIGH_NO_MORE_THAN_THE_BATTERY = new Rule<>(
            "materials-weigh-no-more-than-the-battery", "Annex XIII, point 2(a)", BatteryModel.class, (model, now) -> {
                Quantity sum = sum(model.composition().materialMasses());
                return exceeds(sum, model.mass())
                        ? List.of(breach(
                                "/composition/batteryMaterials",
                                "the materials weigh %s together, the battery %s",
                                sum,
                                model.mass()))
                        : List.of();
            });

    static final Rule<BatteryModel> MATERIALS_ARE_PART_OF_THE_WHOLE = new Rule<>(
            "materials-are-part-of-the-whole",
            "Annex XIII, point 2(a)",
            BatteryModel.class,
            (model, now) -> partsOfTheWhole(
                    model.composition().materialFractions(), "/composition/batteryMaterials", "the materials"));

    static final Rule<BatteryModel> RAW_MATERIALS_ARE_PART_OF_THE_WHOLE = new Rule<>(
            "raw-materials-are-part-of-the-whole",
            "Annex VI, part A, point 10",
            BatteryModel.class,
            (model, now) -> partsOfTheWhole(
                    model.composition().rawMaterialFractions(),
                    "/composition/criticalRawMaterials",
                    "the critical raw materials"));

    static final Rule<BatteryModel> SUBSTANCES_ARE_PART_OF_THE_WHOLE = new Rule<>(
            "substances-are-part-of-the-whole",
            "Annex VI, part A, point 8",
            BatteryModel.class,
            (model, now) -> partsOfTheWhole(
                    model.composition().substanceFractions(),
                    "/composition/hazardousSubstances",
                    "the hazardous substances"));

    static final Rule<BatteryModel> EXHAUSTION_THRESHOLD_IS_FOR_EV_ONLY = new Rule<>(
            "exhaustion-threshold-is-for-ev-only",
            "Annex XIII, point 1(k)",
            BatteryModel.class,
            (model, now) -> model.exhaustionThreshold() != null
                            && model.category() != null
                            && model.category() != BatteryCategory.EV
                    ? List.of(breach(
                            "/performance/capacityThresholdForExhaustion",
                            "only electric vehicle batteries have this attribute, the model's category is %s",
                            model.category()))
                    : List.of());

    static final List<Rule<BatteryModel>> ALL = List.of(
            VOLTAGES_ARE_ORDERED,
            IDLE_TEMPERATURES_ARE_ORDERED,
            VALUE_TEMPERATURES_ARE_ORDERED,
            EACH_STATE_OF_CHARGE_ONCE,
            EFFICIENCY_DOES_NOT_RISE,
            WARRANTY_HAS_A_LENGTH,
            MATERIALS_WEIGH_NO_MORE_THAN_THE_BATTERY,
            MATERIALS_ARE_PART_OF_THE_WHOLE,
            RAW_MATERIALS_ARE_PART_OF_THE_WHOLE,
            SUBSTANCES_ARE_PART_OF_THE_WHOLE,
            EXHAUSTION_THRESHOLD_IS_FOR_EV_ONLY);

    private BatteryModelRules() {}

    private static List<Breach> unordered(String pointer, TemperatureRange range) {
        return exceeds(range.minimum(), range.maximum())
                ? List.of(breach(
                        pointer + "/minimum",
                        "the lower temperature %s exceeds the upper %s",
                        range.minimum(),
                        range.maximum()))
                : List.of();
    }
}
