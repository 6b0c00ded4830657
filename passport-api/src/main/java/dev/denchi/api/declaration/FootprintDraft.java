package dev.denchi.api.declaration;

import static dev.denchi.api.declaration.Drafting.quantity;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.api.declaration.Drafting.From;
import dev.denchi.api.supply.answer.Bought;
import dev.denchi.api.supply.answer.Footprints.Own;
import dev.denchi.api.supply.tree.Trade;
import dev.denchi.model.cfp.Footprint;
import dev.denchi.model.declaration.ServiceLife;
import dev.denchi.model.declaration.StageFootprint;
import dev.denchi.model.quantity.Quantity;
import dev.denchi.model.quantity.Unit;
import dev.denchi.model.trade.RequestType;
import dev.denchi.model.trade.ResponseStatus;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The carbon footprint of a model out of the totals of its part. Preprocessing and main production become the first two stages of Annex II;
 * distribution and end of life are told by no answer, and come with the request.
 */
final class FootprintDraft {
    private static final String STAGES = GivenStages.ATTRIBUTE;
    private static final List<String> TOLD = List.of("RawMaterialExtraction", "MainProduction");

    private final Drafting draft;
    private final PartAnswers answers;

    private FootprintDraft(Drafting draft, PartAnswers answers) {
        this.draft = draft;
        this.answers = answers;
    }

    static void fill(Drafting draft, PartAnswers answers) {
        new FootprintDraft(draft, answers).fill();
    }

    private void fill() {
        List.of("batteryCarbonFootprint", "totalEnergyProvided", "absoluteCarbonFootprint")
                .forEach(draft::refuseGiven);
        Map<String, Quantity> given = GivenStages.of(draft);
        Optional<Footprint> totals = totals();
        Optional<ServiceLife> life = serviceLife();
        Optional<BigDecimal> units = units();
        answers.asked().forEach(this::requireAnswered);
        if (draft.faults().isEmpty()) {
            fill(totals.orElseThrow(), units.orElseThrow(), life.orElseThrow(), given);
        }
    }

    private void fill(Footprint totals, BigDecimal units, ServiceLife life, Map<String, Quantity> given) {
        Quantity energy = life.totalEnergy();
        StageFootprint raw = new StageFootprint(totals.pre().sum(), units, energy);
        StageFootprint production = new StageFootprint(totals.main().sum(), units, energy);
        Map<String, Quantity> stages = new LinkedHashMap<>();
        stages.put(TOLD.get(0), raw.perKilowattHour());
        stages.put(TOLD.get(1), production.perKilowattHour());
        stages.putAll(given);
        Quantity total = stages.values().stream().reduce(Quantity::plus).orElseThrow();
        draft.put("totalEnergyProvided", quantity(energy), From.BATTERY_MODEL, life.toString());
        draft.put(STAGES, stages(stages), From.ANSWERS, "each stage as its own entry says");
        mapStage(0, raw, "preprocessing (preProductionTotal and preComponentTotal)");
        mapStage(1, production, "main production (mainProductionTotal and mainComponentTotal)");
        draft.map("/" + STAGES + "/2", From.REQUEST, "the answers tell nothing of distribution");
        draft.map("/" + STAGES + "/3", From.REQUEST, "the answers tell nothing of end of life");
        draft.put("batteryCarbonFootprint", quantity(total), From.RECORD, "the sum of the four stages");
        draft.put(
                "absoluteCarbonFootprint",
                quantity(new Quantity(total.value().multiply(energy.value()), Unit.KILOGRAM_CO2E)),
                From.RECORD,
                "batteryCarbonFootprint times totalEnergyProvided, exactly");
        answers.asked().forEach(bought -> draft.stands(RequestType.CFP, bought));
    }

    private void mapStage(int place, StageFootprint stage, String process) {
        draft.map(
                "/" + STAGES + "/" + place,
                From.ANSWERS,
                "%s: %s for each %s of the part, %s for a battery, over %s; rounded up to %d decimals"
                        .formatted(
                                process,
                                stage.emission() + " " + Unit.KILOGRAM_CO2E.ucum(),
                                answers.whole().unit() == null
                                        ? "unit"
                                        : answers.whole().unit().label(),
                                stage.perBattery(),
                                stage.energy(),
                                StageFootprint.DECIMALS));
    }

    private static ArrayNode stages(Map<String, Quantity> stages) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        stages.forEach((name, footprint) -> {
            ObjectNode stage = array.addObject().put("lifecycleStage", name);
            stage.set("carbonFootprint", quantity(footprint));
        });
        return array;
    }

    private Optional<Footprint> totals() {
        if (answers.footprints().get(answers.whole().trace().value()) instanceof Own own && own.totals() != null) {
            return Optional.of(own.totals());
        }
        draft.fault(
                "",
                "footprint-is-complete",
                "the part has no totals: state its own footprint (PUT dataTarget=cfp), and name a part that is in no other");
        return Optional.empty();
    }

    private Optional<ServiceLife> serviceLife() {
        Optional<ServiceLife> life = answers.serviceLife();
        if (life.isEmpty()) {
            draft.faultOfRequest(
                    "/modelId",
                    "service-life-is-known",
                    answers.model() == null
                            ? "there is no battery model %s of this operator; post its battery-model record first"
                                    .formatted(answers.modelId())
                            : "the record of battery model %s says no ratedEnergy, or no expectedNumberOfCycles; their product is the functional unit's energy"
                                    .formatted(answers.modelId()));
        }
        return life;
    }

    private Optional<BigDecimal> units() {
        Optional<BigDecimal> units = answers.unitsPerBattery();
        if (units.isEmpty() && answers.model() != null) {
            draft.fault(
                    "",
                    "part-is-a-battery",
                    "the part is counted in %s; only a unit or a kilogram of it can be told to be a battery"
                            .formatted(
                                    answers.whole().unit() == null
                                            ? "nothing"
                                            : answers.whole().unit().label()));
        }
        return units;
    }

    /** What nobody answered counts as nothing in the totals: a footprint without it would be too small. */
    private void requireAnswered(Bought bought) {
        Trade trade = bought.trade();
        String lacking = trade == null ? unstated(bought) : unanswered(trade);
        if (lacking != null) {
            draft.fault(
                    "",
                    "footprint-is-complete",
                    "%s (%s): %s"
                            .formatted(bought.part().key().name(), bought.part().trace(), lacking));
        }
    }

    private @Nullable String unstated(Bought bought) {
        return answers.footprints().containsKey(bought.part().trace().value())
                ? null
                : "nobody was asked for its footprint, and none is stated";
    }

    private static @Nullable String unanswered(Trade trade) {
        if (trade.status() != ResponseStatus.COMPLETED) {
            return "its supplier has not answered; the request is " + trade.status();
        }
        var progress = trade.progress();
        boolean whole = progress.terminated() && progress.completed() == progress.trades();
        return whole
                ? null
                : "of the requests behind it, %d of %d are answered%s"
                        .formatted(
                                progress.completed() - 1,
                                progress.trades() - 1,
                                progress.terminated() ? "" : ", and more may come");
    }
}
