package dev.denchi.model.passport.rule;

import static dev.denchi.model.passport.rule.Findings.breach;

import dev.denchi.model.passport.ModelStatement;
import dev.denchi.model.passport.RecordContent;
import dev.denchi.model.passport.Violation;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** What Regulation (EU) 2023/1542 and plain arithmetic ask of a record beyond its form. */
public final class PassportRules {
    static final Rule<ModelStatement> MODEL_IS_KNOWN =
            new Rule<>("model-is-known", "Annex VI, part A, point 2", ModelStatement.class, (statement, now) -> {
                var supply = now.supply();
                if (statement.modelId() == null || now.model() != null || (supply != null && !supply.granted())) {
                    return List.of();
                }
                return List.of(breach(
                        "/modelId",
                        "there is no battery model %s of %s; post its battery-model record first",
                        statement.modelId(),
                        supply == null ? "this operator" : supply.operator()));
            });

    /** Every rule there is; a new one is added to its kind's list, with a test that it passes and one that it fails. */
    public static final List<Rule<?>> ALL = Stream.<List<? extends Rule<?>>>of(
                    List.of(MODEL_IS_KNOWN),
                    BatteryModelRules.ALL,
                    CarbonFootprintRules.ALL,
                    RecycledContentRules.ALL,
                    DueDiligenceRules.ALL,
                    BatteryRules.ALL,
                    ConditionRules.ALL,
                    ConditionHistoryRules.ALL,
                    SupplierDueDiligenceRules.ALL)
            .<Rule<?>>flatMap(List::stream)
            .toList();

    private PassportRules() {}

    /** Every breach of every rule; empty when the record may be issued. */
    public static List<Violation> judge(RecordContent content, Circumstances circumstances) {
        return ALL.stream()
                .flatMap(rule -> rule.breachesIn(content, circumstances))
                .toList();
    }

    /**
     * The breaches that a record shows by itself, without the records it refers to. What nobody can tell without those, such as
     * whether the model is known, is not asked.
     */
    public static List<Violation> judgeByItself(RecordContent content, LocalDate today) {
        Circumstances alone = new Circumstances(today, null);
        return ALL.stream()
                .filter(rule -> rule != MODEL_IS_KNOWN && rule != ConditionRules.BATTERY_IS_KNOWN)
                .flatMap(rule -> rule.breachesIn(content, alone))
                .toList();
    }
}
