package dev.denchi.model.passport;

import static dev.denchi.model.passport.RecordKind.BATTERY;
import static dev.denchi.model.passport.RecordKind.BATTERY_MODEL;
import static dev.denchi.model.passport.RecordKind.CARBON_FOOTPRINT;
import static dev.denchi.model.passport.RecordKind.CONDITION;
import static dev.denchi.model.passport.RecordKind.DUE_DILIGENCE;
import static dev.denchi.model.passport.RecordKind.RECYCLED_CONTENT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.denchi.model.format.Examples;
import dev.denchi.model.format.RecordReader;
import dev.denchi.model.format.RecordSchemas;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule on the example record with one thing changed: once at its limit, once just beyond. */
class PassportRulesTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final RecordReader READER = new RecordReader(new RecordSchemas());
    private static final BatteryModel MODEL = (BatteryModel)
            READER.read(BATTERY_MODEL, Examples.of(BATTERY_MODEL)).content();

    /** {@code json} stands at {@code at} of the example; then {@code rule} says {@code message} at {@code pointer}, or nothing. */
    record Case(
            String rule,
            RecordKind kind,
            String at,
            String json,
            @Nullable String pointer,
            @Nullable String message) {

        static Case passes(String rule, RecordKind kind, String at, String json) {
            return new Case(rule, kind, at, json, null, null);
        }

        List<Violation> expected() {
            return pointer == null || message == null ? List.of() : List.of(new Violation(pointer, rule, message));
        }
    }

    static Stream<Case> cases() {
        return Stream.of(aboutModels(), aboutStatements(), aboutBatteries()).flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_rule_speaks_when_it_is_broken_and_only_then(Case given) {
        var content = READER.read(given.kind(), Examples.with(given.kind(), given.at(), given.json()))
                .content();
        assertEquals(given.expected(), PassportRules.judge(content, new Circumstances(TODAY, MODEL)));
    }

    @ParameterizedTest
    @MethodSource("aboutUnknownModels")
    void a_statement_about_an_unknown_model_waits_for_the_model(RecordKind kind) {
        var content = READER.read(kind, Examples.of(kind)).content();
        assertEquals(
                List.of(new Violation(
                        "/modelId",
                        "model-is-known",
                        "there is no battery model SC-NMC-77 of this operator; post its battery-model record first"
                                + " (Annex VI, part A, point 2)")),
                PassportRules.judge(content, new Circumstances(TODAY, null)));
    }

    static Stream<RecordKind> aboutUnknownModels() {
        return Stream.of(CARBON_FOOTPRINT, RECYCLED_CONTENT, BATTERY, CONDITION);
    }

    @Test
    void every_rule_has_a_case_that_passes_and_one_that_fails() {
        Set<String> rules = PassportRules.ALL.stream().map(Rule::name).collect(Collectors.toSet());
        Set<String> failing = named(cases().filter(given -> given.pointer() != null));
        failing.add("model-is-known");
        assertEquals(rules, failing);
        assertEquals(rules, named(cases().filter(given -> given.pointer() == null)));
    }

    @Test
    void names_are_unique() {
        assertEquals(
                PassportRules.ALL.size(),
                PassportRules.ALL.stream().map(Rule::name).distinct().count());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_record_of_which_nothing_is_readable_breaks_no_rule(RecordKind kind) {
        var content = READER.read(kind, Examples.of(kind).removeAll()).content();
        assertEquals(List.of(), PassportRules.judge(content, new Circumstances(TODAY, null)));
    }

    static RecordKind[] kinds() {
        return RecordKind.values();
    }

    @Test
    void a_battery_is_not_made_in_a_month_to_come() {
        var document = Examples.with(BATTERY, "/manufacturingDate", "\"2026-12\"");
        document.remove(List.of("placedOnMarketDate", "puttingIntoService"));
        assertEquals(
                List.of(new Violation(
                        "/manufacturingDate",
                        "dates-are-ordered",
                        "2026-12 lies in the future, today is 2026-11-23 (Article 77(1))")),
                PassportRules.judge(READER.read(BATTERY, document).content(), new Circumstances(TODAY, MODEL)));
    }

    @Test
    void all_breaches_are_told_at_once() {
        var document = Examples.with(BATTERY_MODEL, "/performance/minimumVoltage/value", "430");
        Examples.set(document, "/performance/nominalVoltage/value", "425");
        Examples.set(document, "/batteryMass/value", "100");
        var found = PassportRules.judge(READER.read(BATTERY_MODEL, document).content(), new Circumstances(TODAY, null));
        assertEquals(
                List.of("/performance/minimumVoltage", "/performance/nominalVoltage", "/composition/batteryMaterials"),
                found.stream().map(Violation::pointer).toList());
    }

    private static Set<String> named(Stream<Case> cases) {
        return cases.map(Case::rule).collect(Collectors.toSet());
    }

    private static List<Case> aboutModels() {
        String idle = "/performance/temperatureRangeIdleState/minimum";
        String substances = "/composition/hazardousSubstances/0/massFraction/value";
        return List.of(
                Case.passes("voltages-are-ordered", BATTERY_MODEL, "/performance/minimumVoltage/value", "366.70"),
                new Case(
                        "voltages-are-ordered",
                        BATTERY_MODEL,
                        "/performance/minimumVoltage/value",
                        "366.71",
                        "/performance/minimumVoltage",
                        "minimum voltage 366.71 V exceeds nominal voltage 366.7 V (Annex XIII, point 1(h))"),
                Case.passes("voltages-are-ordered", BATTERY_MODEL, "/performance/nominalVoltage/value", "420"),
                new Case(
                        "voltages-are-ordered",
                        BATTERY_MODEL,
                        "/performance/nominalVoltage/value",
                        "420.1",
                        "/performance/nominalVoltage",
                        "nominal voltage 420.1 V exceeds maximum voltage 420.0 V (Annex XIII, point 1(h))"),
                Case.passes("idle-temperatures-are-ordered", BATTERY_MODEL, idle + "/value", "60"),
                new Case(
                        "idle-temperatures-are-ordered",
                        BATTERY_MODEL,
                        idle + "/value",
                        "60.1",
                        idle,
                        "the lower temperature 60.1 Cel exceeds the upper 60.0 Cel (Annex XIII, point 1(l))"),
                Case.passes("materials-weigh-no-more-than-the-battery", BATTERY_MODEL, "/batteryMass/value", "166.835"),
                new Case(
                        "materials-weigh-no-more-than-the-battery",
                        BATTERY_MODEL,
                        "/batteryMass/value",
                        "166.834",
                        "/composition/batteryMaterials",
                        "the materials weigh 166.835 kg together, the battery 166.834 kg (Annex XIII, point 2(a))"),
                Case.passes("substances-are-part-of-the-whole", BATTERY_MODEL, substances, "100"),
                new Case(
                        "substances-are-part-of-the-whole",
                        BATTERY_MODEL,
                        substances,
                        "100.01",
                        "/composition/hazardousSubstances",
                        "the hazardous substances make up 100.01 % of the battery's mass together, the whole is 100 %"
                                + " (Annex VI, part A, point 8)"),
                Case.passes("exhaustion-threshold-is-for-ev-only", BATTERY_MODEL, "/batteryCategory", "\"EV\""),
                new Case(
                        "exhaustion-threshold-is-for-ev-only",
                        BATTERY_MODEL,
                        "/batteryCategory",
                        "\"LMT\"",
                        "/performance/capacityThresholdForExhaustion",
                        "only electric vehicle batteries have this attribute, the model's category is LMT"
                                + " (Annex XIII, point 1(k))"));
    }

    private static List<Case> aboutStatements() {
        String stage = "/carbonFootprintPerLifecycleStage/3/lifecycleStage";
        String metal = "/recycledContent/3/recycledMaterial";
        String share = "/recycledContent/0/postConsumerShare/value";
        return List.of(
                Case.passes("model-is-known", CARBON_FOOTPRINT, "/modelId", "\"SC-NMC-77\""),
                Case.passes("each-stage-once", CARBON_FOOTPRINT, stage, "\"Recycling\""),
                new Case(
                        "each-stage-once",
                        CARBON_FOOTPRINT,
                        stage,
                        "\"Distribution\"",
                        stage,
                        "stage Distribution is given more than once (Article 7(1)(e), Annex II, point 4)"),
                Case.passes("stages-sum-to-total", CARBON_FOOTPRINT, "/batteryCarbonFootprint/value", "0.084600"),
                new Case(
                        "stages-sum-to-total",
                        CARBON_FOOTPRINT,
                        "/batteryCarbonFootprint/value",
                        "0.0847",
                        "/batteryCarbonFootprint",
                        "the stages sum to 0.0846 kg{CO2e}/(kW.h), the total says 0.0847 kg{CO2e}/(kW.h)"
                                + " (Article 7(1)(d) and (e))"),
                Case.passes("each-metal-once", RECYCLED_CONTENT, metal, "\"Lead\""),
                new Case(
                        "each-metal-once",
                        RECYCLED_CONTENT,
                        metal,
                        "\"Cobalt\"",
                        metal,
                        "Cobalt is given more than once (Article 8(1))"),
                Case.passes("shares-sum-to-at-most-the-whole", RECYCLED_CONTENT, share, "96.0"),
                new Case(
                        "shares-sum-to-at-most-the-whole",
                        RECYCLED_CONTENT,
                        share,
                        "96.1",
                        "/recycledContent/0",
                        "Cobalt: pre-consumer 4.0 % and post-consumer 96.1 % make 100.1 %, the whole is 100 %"
                                + " (Article 8(1))"),
                Case.passes("year-has-begun", RECYCLED_CONTENT, "/year", "2026"),
                new Case(
                        "year-has-begun",
                        RECYCLED_CONTENT,
                        "/year",
                        "2027",
                        "/year",
                        "2027 has not begun, today is 2026-11-23 (Article 8(1))"),
                Case.passes("period-is-ordered", DUE_DILIGENCE, "/reportingPeriod/to", "\"2025-04-01\""),
                new Case(
                        "period-is-ordered",
                        DUE_DILIGENCE,
                        "/reportingPeriod/to",
                        "\"2025-03-31\"",
                        "/reportingPeriod/to",
                        "the period ends on 2025-03-31, before it begins on 2025-04-01 (Article 52(3))"));
    }

    private static List<Case> aboutBatteries() {
        String link = "https://id.sakura-cells.example/01/";
        return List.of(
                Case.passes(
                        "serial-is-in-the-product-identifier",
                        BATTERY,
                        "/productIdentifier",
                        "\"" + link + "04912345077011/21/%53C77-2026-000184\""),
                new Case(
                        "serial-is-in-the-product-identifier",
                        BATTERY,
                        "/serialNumber",
                        "\"sc77-2026-000184\"",
                        "/serialNumber",
                        "the serial number is sc77-2026-000184, the product identifier says SC77-2026-000184"
                                + " (Article 77(3), EN 18219)"),
                Case.passes("product-identifier-is-the-models", BATTERY, "/serialNumber", "\"SC77-2026-000184\""),
                new Case(
                        "product-identifier-is-the-models",
                        BATTERY,
                        "/productIdentifier",
                        "\"" + link + "10614141000415/21/SC77-2026-000184\"",
                        "/productIdentifier",
                        "the product identifier names GTIN 10614141000415, model SC-NMC-77 has GTIN 04912345077011"
                                + " (Article 77(3), EN 18219)"),
                Case.passes("dates-are-ordered", BATTERY, "/manufacturingDate", "\"2026-11\""),
                new Case(
                        "dates-are-ordered",
                        BATTERY,
                        "/placedOnMarketDate",
                        "\"2026-10-31\"",
                        "/placedOnMarketDate",
                        "placed on the market on 2026-10-31, made only in 2026-11 (Article 77(1))"),
                Case.passes("dates-are-ordered", BATTERY, "/puttingIntoService", "\"2026-11-20\""),
                new Case(
                        "dates-are-ordered",
                        BATTERY,
                        "/puttingIntoService",
                        "\"2026-11-19\"",
                        "/puttingIntoService",
                        "put into service on 2026-11-19, placed on the market only on 2026-11-20 (Article 77(1))"),
                Case.passes("second-life-names-its-predecessors", BATTERY, "/batteryStatus", "\"waste\""),
                Case.passes(
                        "second-life-names-its-predecessors",
                        BATTERY,
                        "/predecessors",
                        "[{\"batteryPassportIdentifier\":\"urn:uuid:0198c0de-0000-7c3d-8e4f-0a1b2c3d4e5f\","
                                + "\"operation\":\"remanufacturing\"}]"),
                new Case(
                        "second-life-names-its-predecessors",
                        BATTERY,
                        "/batteryStatus",
                        "\"re-used\"",
                        "/predecessors",
                        "a battery that is re-used names the passports it comes from (Article 77(7))"));
    }
}
