package dev.denchi.model.passport.rule;

import static dev.denchi.model.passport.rule.Findings.breach;
import static dev.denchi.model.passport.rule.Findings.isAfter;
import static dev.denchi.model.passport.rule.Findings.repeated;

import dev.denchi.model.passport.SupplierDueDiligence;
import dev.denchi.model.passport.SupplierDueDiligence.Assessed;
import dev.denchi.model.passport.SupplierDueDiligence.Risk;
import dev.denchi.model.passport.rule.Rule.Breach;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the regulation asks of a supplier's due diligence. Operands that are missing break nothing here: form is the schema's matter. */
final class SupplierDueDiligenceRules {
    /** Annex X, point 2. */
    private static final List<String> CATEGORIES = List.of(
            "AIR",
            "WATER",
            "SOIL",
            "BIODIVERSITY",
            "HAZARDOUS_SUBSTANCES",
            "NOISE_AND_VIBRATION",
            "PLANT_SAFETY",
            "ENERGY_USE",
            "WASTE_AND_RESIDUES",
            "OCCUPATIONAL_HEALTH_AND_SAFETY",
            "CHILD_LABOUR",
            "FORCED_LABOUR",
            "DISCRIMINATION",
            "TRADE_UNION_FREEDOMS",
            "COMMUNITY_LIFE");

    static final Rule<SupplierDueDiligence> ASSESSMENT_PERIOD_IS_ORDERED = new Rule<>(
            "assessment-period-is-ordered",
            "Article 50(1)",
            SupplierDueDiligence.class,
            (statement, now) -> isAfter(statement.from(), statement.to())
                    ? List.of(breach(
                            "/assessmentPeriod/to",
                            "the period ends on %s, before it begins on %s",
                            statement.to(),
                            statement.from()))
                    : List.of());

    static final Rule<SupplierDueDiligence> EACH_RISK_ONCE = new Rule<>(
            "each-risk-once", "Article 50(1)(a), Annex X, point 2", SupplierDueDiligence.class, (statement, now) -> {
                Set<Risk> seen = new HashSet<>();
                return statement.assessed().stream()
                        .filter(assessed -> !seen.add(assessed.risk()))
                        .map(assessed -> breach(row(assessed), "%s is assessed more than once", assessed.risk()))
                        .toList();
            });

    static final Rule<SupplierDueDiligence> EACH_RISK_IS_ASSESSED = new Rule<>(
            "each-risk-is-assessed", "Article 50(1)(a), Annex X", SupplierDueDiligence.class, (statement, now) -> {
                Set<Risk> assessed =
                        statement.assessed().stream().map(Assessed::risk).collect(Collectors.toSet());
                List<Breach> breaches = new ArrayList<>();
                for (String material : statement.rawMaterials()) {
                    String missing = CATEGORIES.stream()
                            .filter(category -> !assessed.contains(new Risk(material, category)))
                            .collect(Collectors.joining(", "));
                    if (!missing.isEmpty()) {
                        breaches.add(breach(
                                "/riskAssessment",
                                "%s is in the part and not assessed in %s; what was not looked at is NOT_ASSESSED",
                                material,
                                missing));
                    }
                }
                return breaches;
            });

    static final Rule<SupplierDueDiligence> RISKS_HAVE_A_MEASURE =
            new Rule<>("risks-have-a-measure", "Article 50(1)(b)", SupplierDueDiligence.class, (statement, now) -> {
                Set<Risk> measured = Set.copyOf(statement.measured());
                return statement.assessed().stream()
                        .filter(assessed -> assessed.needsMeasure() && !measured.contains(assessed.risk()))
                        .map(assessed -> breach(row(assessed), "%s has no measure", assessed.risk()))
                        .toList();
            });

    static final Rule<SupplierDueDiligence> EACH_CONSIGNMENT_ONCE = new Rule<>(
            "each-consignment-once",
            "Article 49(1)(d)",
            SupplierDueDiligence.class,
            (statement, now) -> repeated(
                    statement.consignments(),
                    consignment -> consignment,
                    "/consignments/%d/consignmentId",
                    "consignment %s is given more than once"));

    static final Rule<SupplierDueDiligence> ORIGINS_ARE_OF_CONSIGNMENTS = new Rule<>(
            "origins-are-of-consignments", "Article 49(1)(d)", SupplierDueDiligence.class, (statement, now) -> {
                List<Breach> breaches = new ArrayList<>();
                for (int i = 0; i < statement.origins().size(); i++) {
                    if (!statement.consignments().contains(statement.origins().get(i))) {
                        breaches.add(breach(
                                "/consignmentOrigins/" + i + "/consignmentId",
                                "%s is none of the consignments",
                                statement.origins().get(i)));
                    }
                }
                return breaches;
            });

    static final List<Rule<SupplierDueDiligence>> ALL = List.of(
            ASSESSMENT_PERIOD_IS_ORDERED,
            EACH_RISK_ONCE,
            EACH_RISK_IS_ASSESSED,
            RISKS_HAVE_A_MEASURE,
            EACH_CONSIGNMENT_ONCE,
            ORIGINS_ARE_OF_CONSIGNMENTS);

    private SupplierDueDiligenceRules() {}

    private static String row(Assessed assessed) {
        return "/riskAssessment/" + assessed.row();
    }
}
