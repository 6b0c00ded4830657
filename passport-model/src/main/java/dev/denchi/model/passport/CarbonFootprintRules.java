package dev.denchi.model.passport;

import static dev.denchi.model.passport.Findings.breach;
import static dev.denchi.model.passport.Findings.repeated;
import static dev.denchi.model.passport.Findings.sum;

import dev.denchi.model.quantity.Quantity;
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

    static final List<Rule<CarbonFootprint>> ALL = List.of(EACH_STAGE_ONCE, STAGES_SUM_TO_TOTAL);

    private CarbonFootprintRules() {}
}
