package dev.denchi.model.passport.rule;

import static dev.denchi.model.passport.rule.Findings.breach;
import static dev.denchi.model.passport.rule.Findings.repeated;
import static dev.denchi.model.passport.rule.Findings.sum;

import dev.denchi.model.passport.CarbonFootprint;
import dev.denchi.model.quantity.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** What the regulation and plain arithmetic ask of a carbon footprint. Operands that are missing break nothing here: form is the schema's matter. */
final class CarbonFootprintRules {
    static final Rule<CarbonFootprint> EACH_STAGE_ONCE = new Rule<>(
            "each-stage-once",
            "Article 7(1)(e), Annex II, point 4",
            CarbonFootprint.class,
            (footprint, now) -> repeated(
                    footprint.stages(),
                    CarbonFootprint.Stage::name,
                    "/carbonFootprintPerLifecycleStage/%d/lifecycleStage",
                    "stage %s is given more than once"));

    static final Rule<CarbonFootprint> STAGES_SUM_TO_TOTAL =
            new Rule<>("stages-sum-to-total", "Article 7(1)(d) and (e)", CarbonFootprint.class, (footprint, now) -> {
                List<Quantity> stages = footprint.stages().stream()
                        .map(CarbonFootprint.Stage::footprint)
                        .flatMap(Stream::ofNullable)
                        .toList();
                Quantity sum = sum(stages);
                boolean complete = stages.size() == footprint.stages().size();
                return complete
                                && footprint.total() != null
                                && sum != null
                                && !footprint.total().isSameAmountAs(sum)
                        ? List.of(breach(
                                "/batteryCarbonFootprint",
                                "the stages sum to %s, the total says %s",
                                sum,
                                footprint.total()))
                        : List.of();
            });

    static final Rule<CarbonFootprint> TOTAL_TIMES_ENERGY_IS_ABSOLUTE = new Rule<>(
            "total-times-energy-is-absolute",
            "Article 7(1)(d), Annex II, point 2",
            CarbonFootprint.class,
            (footprint, now) -> {
                Quantity total = footprint.total();
                Quantity energy = footprint.totalEnergy();
                Quantity absolute = footprint.absolute();
                if (total == null || energy == null || absolute == null) {
                    return List.of();
                }
                BigDecimal product = total.value().multiply(energy.value());
                BigDecimal difference = product.subtract(absolute.value()).abs();
                return difference.compareTo(rounding(total, energy, absolute)) <= 0
                        ? List.of()
                        : List.of(breach(
                                "/absoluteCarbonFootprint",
                                "%s times %s is %s kg{CO2e}, the absolute footprint says %s",
                                total,
                                energy,
                                product.toPlainString(),
                                absolute));
            });

    static final List<Rule<CarbonFootprint>> ALL =
            List.of(EACH_STAGE_ONCE, STAGES_SUM_TO_TOTAL, TOTAL_TIMES_ENERGY_IS_ABSOLUTE);

    private CarbonFootprintRules() {}

    /** How far both may lie apart when each was rounded to the digits it shows: half a unit of its last place. */
    private static BigDecimal rounding(Quantity total, Quantity energy, Quantity absolute) {
        return halfOfLastPlace(total).multiply(energy.value()).add(halfOfLastPlace(absolute));
    }

    private static BigDecimal halfOfLastPlace(Quantity quantity) {
        return quantity.value().ulp().divide(BigDecimal.valueOf(2));
    }
}
