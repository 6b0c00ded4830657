package dev.denchi.model.passport.rule;

import static dev.denchi.model.passport.rule.Findings.breach;
import static dev.denchi.model.passport.rule.Findings.isAfter;

import dev.denchi.model.passport.DueDiligence;
import java.util.List;

/** What the regulation asks of a due diligence report. Operands that are missing break nothing here: form is the schema's matter. */
final class DueDiligenceRules {
    static final Rule<DueDiligence> PERIOD_IS_ORDERED = new Rule<>(
            "period-is-ordered",
            "Article 52(3)",
            DueDiligence.class,
            (report, now) -> isAfter(report.from(), report.to())
                    ? List.of(breach(
                            "/reportingPeriod/to",
                            "the period ends on %s, before it begins on %s",
                            report.to(),
                            report.from()))
                    : List.of());

    static final List<Rule<DueDiligence>> ALL = List.of(PERIOD_IS_ORDERED);

    private DueDiligenceRules() {}
}
