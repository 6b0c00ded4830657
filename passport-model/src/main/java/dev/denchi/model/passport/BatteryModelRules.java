package dev.denchi.model.passport;

import static dev.denchi.model.passport.Findings.breach;
import static dev.denchi.model.passport.Findings.exceeds;
import static dev.denchi.model.passport.Findings.sum;

import dev.denchi.model.passport.BatteryModel.BatteryCategory;
import dev.denchi.model.passport.Rule.Breach;
import dev.denchi.model.quantity.Quantity;
import dev.denchi.model.quantity.Unit;
import java.util.ArrayList;
import java.util.List;

/** What the regulation and plain arithmetic ask of a battery model. Operands that are missing break nothing here: form is the schema's matter. */
final class BatteryModelRules {
    private static final Quantity WHOLE = Quantity.of("100", Unit.PERCENT);

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
            (model, now) -> exceeds(model.idleMinimum(), model.idleMaximum())
                    ? List.of(breach(
                            "/performance/temperatureRangeIdleState/minimum",
                            "the lower temperature %s exceeds the upper %s",
                            model.idleMinimum(),
                            model.idleMaximum()))
                    : List.of());

    static final Rule<BatteryModel> MATERIALS_WEIGH_NO_MORE_THAN_THE_BATTERY = new Rule<>(
            "materials-weigh-no-more-than-the-battery", "Annex XIII, point 2(a)", BatteryModel.class, (model, now) -> {
                Quantity sum = sum(model.materialMasses());
                return exceeds(sum, model.mass())
                        ? List.of(breach(
                                "/composition/batteryMaterials",
                                "the materials weigh %s together, the battery %s",
                                sum,
                                model.mass()))
                        : List.of();
            });

    static final Rule<BatteryModel> SUBSTANCES_ARE_PART_OF_THE_WHOLE = new Rule<>(
            "substances-are-part-of-the-whole", "Annex VI, part A, point 8", BatteryModel.class, (model, now) -> {
                Quantity sum = sum(model.substanceFractions());
                return exceeds(sum, WHOLE)
                        ? List.of(breach(
                                "/composition/hazardousSubstances",
                                "the hazardous substances make up %s of the battery's mass together, the whole is %s",
                                sum,
                                WHOLE))
                        : List.of();
            });

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
            MATERIALS_WEIGH_NO_MORE_THAN_THE_BATTERY,
            SUBSTANCES_ARE_PART_OF_THE_WHOLE,
            EXHAUSTION_THRESHOLD_IS_FOR_EV_ONLY);

    private BatteryModelRules() {}
}
