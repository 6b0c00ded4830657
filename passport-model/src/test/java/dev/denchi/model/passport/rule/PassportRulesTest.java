package dev.denchi.model.passport.rule;

import static dev.denchi.model.passport.RecordKind.BATTERY;
import static dev.denchi.model.passport.RecordKind.BATTERY_MODEL;
import static dev.denchi.model.passport.RecordKind.CARBON_FOOTPRINT;
import static dev.denchi.model.passport.RecordKind.CONDITION;
import static dev.denchi.model.passport.RecordKind.DUE_DILIGENCE;
import static dev.denchi.model.passport.RecordKind.RECYCLED_CONTENT;
import static dev.denchi.model.passport.RecordKind.SUPPLIER_DUE_DILIGENCE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.model.format.Examples;
import dev.denchi.model.format.RecordReader;
import dev.denchi.model.format.RecordSchemas;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.passport.Battery;
import dev.denchi.model.passport.BatteryModel;
import dev.denchi.model.passport.RecordContent;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.passport.Violation;
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

    /**
     * {@code json} stands at {@code at} of the example of {@code folder}, or its members among the example's; then {@code rule} says {@code message} at
     * {@code pointer}, or nothing.
     */
    record Case(
            String rule,
            String folder,
            RecordKind kind,
            String at,
            String json,
            @Nullable String pointer,
            @Nullable String message) {

        Case(String rule, RecordKind kind, String at, String json, @Nullable String pointer, @Nullable String message) {
            this(rule, kind.isOfSupplyChain() ? "provenance" : "ev-nmc", kind, at, json, pointer, message);
        }

        static Case passes(String rule, RecordKind kind, String at, String json) {
            return new Case(rule, kind, at, json, null, null);
        }

        static Case passes(String rule, String folder, RecordKind kind, String at, String json) {
            return new Case(rule, folder, kind, at, json, null, null);
        }

        List<Violation> expected() {
            return pointer == null || message == null ? List.of() : List.of(new Violation(pointer, rule, message));
        }

        ObjectNode document() {
            ObjectNode example = Examples.of(folder, kind);
            return at.isEmpty() ? example.setAll((ObjectNode) StrictJson.read(json)) : Examples.set(example, at, json);
        }

        /** Today, with the example's model, after a version that said what the example says. */
        Circumstances circumstances() {
            String passport = kind.isOfSupplyChain() ? "ev-nmc" : folder;
            var model = (BatteryModel) RecordReader.content(BATTERY_MODEL, Examples.of(passport, BATTERY_MODEL));
            var battery = (Battery) RecordReader.content(BATTERY, Examples.of(passport, BATTERY));
            return new Circumstances(TODAY, model, battery, RecordReader.content(kind, Examples.of(folder, kind)));
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                        aboutModels(),
                        aboutComposition(),
                        aboutStatements(),
                        aboutBatteries(),
                        aboutPredecessors(),
                        aboutConditions(),
                        aboutSuppliers())
                .flatMap(List::stream);
    }

    private static List<Case> aboutSuppliers() {
        String materials = "/rawMaterials";
        String nickel = "/riskAssessment/4/riskCategories/0";
        String level = "/riskAssessment/3/risk";
        String to = "/assessmentPeriod/to";
        String second = "/consignments/1/consignmentId";
        String origin = "/consignmentOrigins/0/consignmentId";
        return List.of(
                Case.passes("assessment-period-is-ordered", SUPPLIER_DUE_DILIGENCE, to, "\"2025-04-01\""),
                new Case(
                        "assessment-period-is-ordered",
                        SUPPLIER_DUE_DILIGENCE,
                        to,
                        "\"2025-03-31\"",
                        to,
                        "the period ends on 2025-03-31, before it begins on 2025-04-01 (Article 50(1))"),
                Case.passes("each-risk-is-assessed", SUPPLIER_DUE_DILIGENCE, materials, "[\"NICKEL\"]"),
                new Case(
                        "each-risk-is-assessed",
                        SUPPLIER_DUE_DILIGENCE,
                        "/riskAssessment/4/rawMaterial",
                        "\"LITHIUM\"",
                        "/riskAssessment",
                        "NICKEL is in the part and not assessed in COMMUNITY_LIFE; what was not looked at is NOT_ASSESSED"
                                + " (Article 50(1)(a), Annex X)"),
                Case.passes("each-risk-once", SUPPLIER_DUE_DILIGENCE, nickel, "\"COMMUNITY_LIFE\""),
                new Case(
                        "each-risk-once",
                        SUPPLIER_DUE_DILIGENCE,
                        "/riskAssessment/4/riskCategories",
                        "[\"COMMUNITY_LIFE\", \"SOIL\"]",
                        "/riskAssessment/4",
                        "NICKEL in SOIL is assessed more than once (Article 50(1)(a), Annex X, point 2)"),
                Case.passes("risks-have-a-measure", SUPPLIER_DUE_DILIGENCE, level, "\"NOT_ASSESSED\""),
                new Case(
                        "risks-have-a-measure",
                        SUPPLIER_DUE_DILIGENCE,
                        "/riskAssessment/4/risk",
                        "\"MEDIUM\"",
                        "/riskAssessment/4",
                        "NICKEL in COMMUNITY_LIFE has no measure (Article 50(1)(b))"),
                Case.passes("each-consignment-once", SUPPLIER_DUE_DILIGENCE, second, "\"CO-2026-0118\""),
                new Case(
                        "each-consignment-once",
                        SUPPLIER_DUE_DILIGENCE,
                        second,
                        "\"CO-2026-0117\"",
                        second,
                        "consignment CO-2026-0117 is given more than once (Article 49(1)(d))"),
                Case.passes("origins-are-of-consignments", SUPPLIER_DUE_DILIGENCE, origin, "\"NI-2026-0042\""),
                new Case(
                        "origins-are-of-consignments",
                        SUPPLIER_DUE_DILIGENCE,
                        origin,
                        "\"NI-2026-0043\"",
                        origin,
                        "NI-2026-0043 is none of the consignments (Article 49(1)(d))"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_rule_speaks_when_it_is_broken_and_only_then(Case given) {
        var content = READER.read(given.kind(), given.document()).content();
        assertEquals(given.expected(), PassportRules.judge(content, given.circumstances()));
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

    @Test
    void a_passport_that_is_marked_for_deletion_takes_no_further_version() {
        var battery = READER.read(BATTERY, Examples.of(BATTERY)).content();
        var marked = READER.read(BATTERY, Examples.of(BATTERY).put("dppStatus", "marked-for-deletion"))
                .content();
        assertEquals(List.of(), PassportRules.judge(marked, new Circumstances(TODAY, MODEL, null, battery)));
        for (RecordContent next : List.of(battery, marked)) {
            assertEquals(
                    List.of(
                            new Violation(
                                    "",
                                    "deletion-ends-the-passport",
                                    "the passport is marked for deletion and takes no further version (Article 77(8), EN 18222)")),
                    PassportRules.judge(next, new Circumstances(TODAY, MODEL, null, marked)));
        }
        assertEquals(
                List.of(new Violation(
                        "/dppStatus",
                        "deletion-ends-the-passport",
                        "a passport is not marked for deletion from its first version on (Article 77(8), EN 18222)")),
                PassportRules.judge(marked, new Circumstances(TODAY, MODEL)));
    }

    @Test
    void a_battery_whose_passport_is_marked_for_deletion_takes_no_further_reading() {
        var condition = READER.read(CONDITION, Examples.of(CONDITION)).content();
        var archived =
                (Battery) RecordReader.content(BATTERY, Examples.of(BATTERY).put("dppStatus", "archived"));
        var marked =
                (Battery) RecordReader.content(BATTERY, Examples.of(BATTERY).put("dppStatus", "marked-for-deletion"));
        assertEquals(List.of(), PassportRules.judge(condition, new Circumstances(TODAY, MODEL, archived, null)));
        assertEquals(
                List.of(new Violation(
                        "/batteryPassportIdentifier",
                        "battery-has-its-passport",
                        "the passport urn:uuid:0198c0de-5a6b-7c3d-8e4f-0a1b2c3d4e5f is marked for deletion and takes no"
                                + " further reading (Article 77(8), EN 18222)")),
                PassportRules.judge(condition, new Circumstances(TODAY, MODEL, marked, null)));
    }

    @Test
    void a_report_on_one_model_waits_for_it_and_a_general_one_for_none() {
        var known = new Circumstances(TODAY, MODEL);
        var unknown = new Circumstances(TODAY, null);
        var general =
                READER.read(DUE_DILIGENCE, Examples.of("ev-nmc", DUE_DILIGENCE)).content();
        var ofModel =
                READER.read(DUE_DILIGENCE, Examples.of("lmt", DUE_DILIGENCE)).content();

        assertEquals(List.of(), PassportRules.judge(general, unknown));
        assertEquals(List.of(), PassportRules.judge(ofModel, known));
        assertEquals(
                List.of("model-is-known"),
                PassportRules.judge(ofModel, unknown).stream()
                        .map(Violation::rule)
                        .toList());
    }

    static Stream<RecordKind> aboutUnknownModels() {
        return Stream.of(CARBON_FOOTPRINT, RECYCLED_CONTENT, BATTERY);
    }

    @Test
    void a_battery_of_a_suppliers_model_waits_for_its_grant() {
        var battery = READER.read(BATTERY, Examples.of(BATTERY).put("modelOperator", "hikari-motors"))
                .content();
        var supplier = new OperatorId("hikari-motors");
        assertEquals(
                List.of(new Violation(
                        "/modelOperator",
                        "model-is-granted",
                        "hikari-motors does not let this operator build passports on its model SC-NMC-77; ask it for a"
                                + " grant (Article 77(4))")),
                PassportRules.judge(
                        battery,
                        new Circumstances(TODAY, null, null, null, new Circumstances.Supply(supplier, false))));
        var granted = new Circumstances.Supply(supplier, true);
        assertEquals(
                List.of("model-is-known"),
                PassportRules.judge(battery, new Circumstances(TODAY, null, null, null, granted)).stream()
                        .map(Violation::rule)
                        .toList());
        assertEquals(List.of(), PassportRules.judge(battery, new Circumstances(TODAY, MODEL, null, null, granted)));
    }

    @Test
    void a_product_on_a_suppliers_model_has_a_trade_item_number_of_its_own() {
        var document = Examples.of(BATTERY)
                .put("modelOperator", "hikari-motors")
                .put("serialNumber", "1")
                .put("productIdentifier", "https://id.hikari.example/01/04012345000009/21/1");
        var battery = READER.read(BATTERY, document).content();
        var granted = new Circumstances.Supply(new OperatorId("hikari-motors"), true);
        assertEquals(List.of(), PassportRules.judge(battery, new Circumstances(TODAY, MODEL, null, null, granted)));
        assertEquals(
                List.of("product-identifier-is-the-models"),
                PassportRules.judge(battery, new Circumstances(TODAY, MODEL)).stream()
                        .map(Violation::rule)
                        .toList());
    }

    @Test
    void a_condition_waits_for_its_battery() {
        var content = READER.read(CONDITION, Examples.of(CONDITION)).content();
        assertEquals(
                List.of(new Violation(
                        "/batteryPassportIdentifier",
                        "battery-is-known",
                        "there is no battery urn:uuid:0198c0de-5a6b-7c3d-8e4f-0a1b2c3d4e5f of this operator; post its"
                                + " battery record first (Annex XIII, point 4)")),
                PassportRules.judge(content, new Circumstances(TODAY, MODEL)));
    }

    @Test
    void every_rule_has_a_case_that_passes_and_one_that_fails() {
        Set<String> rules = PassportRules.ALL.stream().map(Rule::name).collect(Collectors.toSet());
        Set<String> failing = named(cases().filter(given -> given.pointer() != null));
        failing.addAll(List.of(
                "model-is-known",
                "battery-is-known",
                "model-is-granted",
                "deletion-ends-the-passport",
                "battery-has-its-passport"));
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
                        "dates-are-not-of-the-future",
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
        String total = "/recycledContent/0/totalShare";
        String element = "/massInActiveMaterials/3/element";
        String mass = "/massInActiveMaterials/2/mass/value";
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
                        "",
                        "{\"batteryCarbonFootprint\":{\"value\":0.0847,\"unit\":\"kg{CO2e}/(kW.h)\"},\"totalEnergyProvided\":null}",
                        "/batteryCarbonFootprint",
                        "the stages sum to 0.0846 kg{CO2e}/(kW.h), the total says 0.0847 kg{CO2e}/(kW.h)"
                                + " (Article 7(1)(d) and (e))"),
                Case.passes(
                        "total-times-energy-is-absolute", CARBON_FOOTPRINT, "/absoluteCarbonFootprint/value", "9777"),
                new Case(
                        "total-times-energy-is-absolute",
                        CARBON_FOOTPRINT,
                        "/absoluteCarbonFootprint/value",
                        "9778",
                        "/absoluteCarbonFootprint",
                        "0.0846 kg{CO2e}/(kW.h) times 115500 kW.h is 9771.3000 kg{CO2e}, the absolute footprint says"
                                + " 9778 kg{CO2e} (Article 7(1)(d), Annex II, point 2)"),
                Case.passes("total-share-is-the-sum", RECYCLED_CONTENT, total, "{\"value\":17.50,\"unit\":\"%\"}"),
                new Case(
                        "total-share-is-the-sum",
                        RECYCLED_CONTENT,
                        total,
                        "{\"value\":17.6,\"unit\":\"%\"}",
                        total,
                        "Cobalt: pre- and post-consumer share make 17.5 %, the total says 17.6 % (Article 8(1))"),
                Case.passes("each-element-once", RECYCLED_CONTENT, element, "\"Lead\""),
                new Case(
                        "each-element-once",
                        RECYCLED_CONTENT,
                        element,
                        "\"Nickel\"",
                        element,
                        "Nickel is given more than once (Annex XIII, point 2(a))"),
                Case.passes("elements-weigh-no-more-than-the-battery", RECYCLED_CONTENT, mass, "437.095"),
                new Case(
                        "elements-weigh-no-more-than-the-battery",
                        RECYCLED_CONTENT,
                        mass,
                        "437.096",
                        "/massInActiveMaterials",
                        "the elements weigh 452.601 kg together, a battery of the model 452.60 kg"
                                + " (Annex XIII, point 2(a))"),
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
                Case.passes("deletion-ends-the-passport", BATTERY, "/dppStatus", "\"marked-for-deletion\""),
                Case.passes("model-is-granted", BATTERY, "/modelOperator", "\"sakura-cells\""),
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
                Case.passes("dates-are-not-of-the-future", BATTERY, "/puttingIntoService", "\"2026-11-23\""),
                new Case(
                        "dates-are-not-of-the-future",
                        BATTERY,
                        "/puttingIntoService",
                        "\"2026-11-24\"",
                        "/puttingIntoService",
                        "2026-11-24 lies in the future, today is 2026-11-23 (Article 77(1))"),
                new Case(
                        "dates-are-not-of-the-future",
                        BATTERY,
                        "",
                        "{\"placedOnMarketDate\":\"2026-11-24\",\"puttingIntoService\":null}",
                        "/placedOnMarketDate",
                        "2026-11-24 lies in the future, today is 2026-11-23 (Article 77(1))"),
                new Case(
                        "dates-are-not-of-the-future",
                        BATTERY,
                        "",
                        "{\"manufacturingDate\":\"2026-11-24\",\"placedOnMarketDate\":null,\"puttingIntoService\":null}",
                        "/manufacturingDate",
                        "2026-11-24 lies in the future, today is 2026-11-23 (Article 77(1))"),
                new Case(
                        "dates-are-ordered",
                        BATTERY,
                        "/manufacturingDate",
                        "\"2026-11-21\"",
                        "/placedOnMarketDate",
                        "placed on the market on 2026-11-20, made only in 2026-11-21 (Article 77(1))"),
                new Case(
                        "dates-are-ordered",
                        BATTERY,
                        "/expirationDate",
                        "\"2026-11-19\"",
                        "/expirationDate",
                        "the passport ends on 2026-11-19, before the battery was placed on the market on 2026-11-20"
                                + " (Article 77(1))"),
                Case.passes("dates-are-ordered", BATTERY, "/manufacturingDate", "\"2026-11\""),
                new Case(
                        "dates-are-ordered",
                        BATTERY,
                        "/placedOnMarketDate",
                        "\"2026-10-31\"",
                        "/placedOnMarketDate",
                        "placed on the market on 2026-10-31, made only in 2026-11-05 (Article 77(1))"),
                Case.passes("dates-are-ordered", BATTERY, "/puttingIntoService", "\"2026-11-20\""),
                new Case(
                        "dates-are-ordered",
                        BATTERY,
                        "/puttingIntoService",
                        "\"2026-11-19\"",
                        "/puttingIntoService",
                        "put into service on 2026-11-19, placed on the market only on 2026-11-20 (Article 77(1))"),
                Case.passes("second-life-names-its-predecessors", BATTERY, "/batteryStatus", "\"waste\""),
                new Case(
                        "second-life-names-its-predecessors",
                        BATTERY,
                        "/batteryStatus",
                        "\"re-used\"",
                        "/predecessors",
                        "a battery that is re-used names the passports it comes from (Article 77(7))"));
    }

    private static List<Case> aboutComposition() {
        String half = "/performance/roundTripEnergyEfficiencyAt50PercentOfCycleLife";
        String range = "{\"minimum\":{\"value\":%s,\"unit\":\"Cel\"},\"maximum\":{\"value\":45,\"unit\":\"Cel\"}}";
        String limits = "/performance/ratedMaximumPower/temperatureRange";
        String atSoC = "/performance/originalPowerCapability/1/atSoC";
        String material = "/composition/batteryMaterials/0/massFraction/value";
        String raw = "/composition/criticalRawMaterials/0/massFraction/value";
        return List.of(
                Case.passes("value-temperatures-are-ordered", BATTERY_MODEL, limits, String.format(range, "45.0")),
                new Case(
                        "value-temperatures-are-ordered",
                        BATTERY_MODEL,
                        limits,
                        String.format(range, "45.1"),
                        limits + "/minimum",
                        "the lower temperature 45.1 Cel exceeds the upper 45 Cel (Annex XIII, point 1(h) and (i))"),
                Case.passes("each-state-of-charge-once", BATTERY_MODEL, atSoC + "/value", "50"),
                new Case(
                        "each-state-of-charge-once",
                        BATTERY_MODEL,
                        atSoC + "/value",
                        "20.0",
                        atSoC,
                        "the power at a state of charge of 20 % is given more than once (Annex XIII, point 1(i))"),
                Case.passes("efficiency-does-not-rise", BATTERY_MODEL, half + "/value", "94.50"),
                new Case(
                        "efficiency-does-not-rise",
                        BATTERY_MODEL,
                        half + "/value",
                        "94.6",
                        half,
                        "the efficiency at half of the cycle life, 94.6 %, exceeds the initial one, 94.5 %"
                                + " (Annex XIII, point 1(n))"),
                Case.passes("warranty-has-a-length", BATTERY_MODEL, "/warrantyPeriod", "\"P1Y6M\""),
                new Case(
                        "warranty-has-a-length",
                        BATTERY_MODEL,
                        "/warrantyPeriod",
                        "\"P0M\"",
                        "/warrantyPeriod",
                        "a warranty of no time is none; leave the attribute out (Annex XIII, point 1(m))"),
                Case.passes("materials-are-part-of-the-whole", BATTERY_MODEL, material, "82.20"),
                new Case(
                        "materials-are-part-of-the-whole",
                        BATTERY_MODEL,
                        material,
                        "82.21",
                        "/composition/batteryMaterials",
                        "the materials make up 100.01 % of the battery's mass together, the whole is 100 %"
                                + " (Annex XIII, point 2(a))"),
                Case.passes("raw-materials-are-part-of-the-whole", BATTERY_MODEL, raw, "80.62"),
                new Case(
                        "raw-materials-are-part-of-the-whole",
                        BATTERY_MODEL,
                        raw,
                        "80.63",
                        "/composition/criticalRawMaterials",
                        "the critical raw materials make up 100.01 % of the battery's mass together, the whole is 100 %"
                                + " (Annex VI, part A, point 10)"));
    }

    private static List<Case> aboutPredecessors() {
        String one =
                "{\"batteryPassportIdentifier\":\"urn:uuid:0198c0de-0000-7c3d-8e4f-0a1b2c3d4e5f\",\"operation\":\"repurposing\"}";
        String two = one.replace("0000", "0001");
        String own = one.replace("0198c0de-0000", "0198c0de-5a6b");
        String second = "{\"batteryStatus\":\"repurposed\",\"predecessors\":[%s]}";
        return List.of(
                Case.passes("first-life-has-no-predecessors", BATTERY, "/batteryStatus", "\"original\""),
                new Case(
                        "first-life-has-no-predecessors",
                        BATTERY,
                        "/predecessors",
                        "[" + one + "]",
                        "/batteryStatus",
                        "a battery that comes from other passports is original no more (Article 77(7))"),
                Case.passes("is-not-its-own-predecessor", BATTERY, "", String.format(second, two)),
                new Case(
                        "is-not-its-own-predecessor",
                        BATTERY,
                        "",
                        String.format(second, one + "," + own),
                        "/predecessors/1/batteryPassportIdentifier",
                        "urn:uuid:0198c0de-5a6b-7c3d-8e4f-0a1b2c3d4e5f is this battery's own passport (Article 77(7))"),
                Case.passes("each-predecessor-once", BATTERY, "", String.format(second, one + "," + two)),
                new Case(
                        "each-predecessor-once",
                        BATTERY,
                        "",
                        String.format(second, one + "," + one),
                        "/predecessors/1/batteryPassportIdentifier",
                        "urn:uuid:0198c0de-0000-7c3d-8e4f-0a1b2c3d4e5f is named more than once (Article 77(7))"));
    }

    private static List<Case> aboutConditions() {
        String read = "/remainingCapacity/lastUpdate";
        String event =
                "{\"negativeEvent\":\"Deep discharge below 27.5 V in storage\",\"lastUpdate\":\"2026-11-17T05:12:00Z\"}";
        String later = "[" + event + ",{\"negativeEvent\":\"Fall\",\"lastUpdate\":\"2026-11-17T05:12:%sZ\"}]";
        String quantity = "{\"value\":99.5,\"unit\":\"%\"}";
        return List.of(
                Case.passes("battery-has-its-passport", CONDITION, "/modelId", "\"SC-NMC-77\""),
                Case.passes("battery-is-known", CONDITION, "/modelId", "\"SC-NMC-77\""),
                Case.passes("battery-is-of-the-model", CONDITION, "/modelId", "\"SC-NMC-77\""),
                new Case(
                        "battery-is-of-the-model",
                        CONDITION,
                        "/modelId",
                        "\"SC-NMC-78\"",
                        "/modelId",
                        "the condition names model SC-NMC-78, its battery is of model SC-NMC-77"
                                + " (Annex VI, part A, point 2)"),
                Case.passes("readings-are-not-of-the-future", CONDITION, "/lastUpdate", "\"2026-11-23T23:59:59Z\""),
                new Case(
                        "readings-are-not-of-the-future",
                        CONDITION,
                        "/lastUpdate",
                        "\"2026-11-24T00:00:00Z\"",
                        "/lastUpdate",
                        "read at 2026-11-24T00:00:00Z, today is 2026-11-23 (Annex XIII, point 4(d))"),
                Case.passes("readings-are-not-later-than-the-record", CONDITION, read, "\"2026-11-22T16:40:00Z\""),
                new Case(
                        "readings-are-not-later-than-the-record",
                        CONDITION,
                        read,
                        "\"2026-11-22T16:40:01Z\"",
                        read,
                        "read at 2026-11-22T16:40:01Z, the record's readings end at 2026-11-22T16:40:00Z"
                                + " (Annex XIII, point 4(d))"),
                Case.passes("events-are-in-order", "lmt", CONDITION, "/negativeEvents", String.format(later, "00")),
                new Case(
                        "events-are-in-order",
                        "lmt",
                        CONDITION,
                        "/negativeEvents",
                        String.format(later, "00").replace("05:12:00Z\"}]", "05:11:59Z\"}]"),
                        "/negativeEvents/1/lastUpdate",
                        "happened at 2026-11-17T05:11:59Z, the event before at 2026-11-17T05:12:00Z"
                                + " (Annex XIII, point 4(d))"),
                Case.passes("time-does-not-go-back", CONDITION, "/lastUpdate", "\"2026-11-22T16:40:00Z\""),
                new Case(
                        "time-does-not-go-back",
                        CONDITION,
                        "/lastUpdate",
                        "\"2026-11-22T16:39:59Z\"",
                        "/lastUpdate",
                        "read at 2026-11-22T16:39:59Z, the version before already tells of 2026-11-22T16:40:00Z"
                                + " (Annex XIII, point 4(d))"),
                Case.passes("counters-do-not-fall", CONDITION, "/energyThroughput/value", "231"),
                new Case(
                        "counters-do-not-fall",
                        CONDITION,
                        "/energyThroughput/value",
                        "230.9",
                        "/energyThroughput",
                        "230.9 kW.h, the version before already had 231.0 kW.h (Annex VII, part B)"),
                Case.passes("events-stay-told", "lmt", CONDITION, "/negativeEvents", "[" + event + "]"),
                new Case(
                        "events-stay-told",
                        "lmt",
                        CONDITION,
                        "/negativeEvents",
                        "[]",
                        "/negativeEvents",
                        "\"Deep discharge below 27.5 V in storage\" of 2026-11-17T05:12:00Z was told before and is"
                                + " missing now (Annex XIII, point 4(d))"),
                Case.passes("remaining-capacity-is-plausible", CONDITION, "/remainingCapacity/value", "252.0"),
                new Case(
                        "remaining-capacity-is-plausible",
                        CONDITION,
                        "/remainingCapacity/value",
                        "252.1",
                        "/remainingCapacity",
                        "252.1 A.h is more than 120 % of the model's rated capacity of 210.0 A.h (Annex VII, part A)"),
                Case.passes("certified-energy-is-for-ev-only", CONDITION, "/stateOfCertifiedEnergy", quantity),
                new Case(
                        "certified-energy-is-for-ev-only",
                        "lmt",
                        CONDITION,
                        "/stateOfCertifiedEnergy",
                        quantity,
                        "/stateOfCertifiedEnergy",
                        "only electric vehicle batteries have this attribute, the model's category is LMT"
                                + " (Annex VII, part A)"),
                Case.passes(
                        "evolution-of-self-discharge-is-not-for-ev",
                        "stationary-lfp",
                        CONDITION,
                        "/evolutionOfSelfDischarge",
                        quantity),
                new Case(
                        "evolution-of-self-discharge-is-not-for-ev",
                        CONDITION,
                        "/evolutionOfSelfDischarge",
                        quantity,
                        "/evolutionOfSelfDischarge",
                        "the state of health of an electric vehicle battery is its state of certified energy; leave"
                                + " this attribute out (Annex VII, part A)"));
    }
}
