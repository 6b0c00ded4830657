package dev.denchi.model.format;

import static dev.denchi.model.passport.RecordKind.BATTERY;
import static dev.denchi.model.passport.RecordKind.BATTERY_MODEL;
import static dev.denchi.model.passport.RecordKind.CARBON_FOOTPRINT;
import static dev.denchi.model.passport.RecordKind.CONDITION;
import static dev.denchi.model.passport.RecordKind.RECYCLED_CONTENT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.passport.Battery;
import dev.denchi.model.passport.BatteryModel;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.passport.RecycledContent;
import dev.denchi.model.passport.Violation;
import dev.denchi.model.passport.rule.Circumstances;
import dev.denchi.model.passport.rule.PassportRules;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordReaderTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final RecordReader READER = new RecordReader(new RecordSchemas());

    static Stream<Arguments> examples() {
        return Examples.FOLDERS.stream()
                .flatMap(folder -> RecordKind.ofPassports().stream().map(kind -> Arguments.of(folder, kind)));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void every_example_may_be_issued(String folder, RecordKind kind) {
        assertEquals(List.of(), faults(folder, kind, Examples.of(folder, kind)));
    }

    @ParameterizedTest
    @EnumSource(names = {"LOT", "TRANSFORMATION", "TRANSFER", "RECYCLED_CONTENT"})
    void every_example_of_lots_may_be_issued(RecordKind kind) {
        assertEquals(List.of(), faults("ev-nmc", kind, Examples.of("provenance", kind)));
    }

    @ParameterizedTest
    @CsvSource({
        "LOT, urn:denchi:lot:kita-recycling:BM-2026-019",
        "TRANSFORMATION, urn:denchi:transformation:kita-recycling:HM-2026-007",
        "TRANSFER, urn:denchi:transfer:kita-recycling:DN-2026-118",
        "BATTERY_MODEL, urn:denchi:model:sakura-cells:SC-NMC-77",
        "CARBON_FOOTPRINT, urn:denchi:carbon-footprint:sakura-cells:SC-NMC-77:GLN:4912345000026",
        "RECYCLED_CONTENT, urn:denchi:recycled-content:sakura-cells:SC-NMC-77:GLN:4912345000026:2026",
        "DUE_DILIGENCE, urn:denchi:due-diligence:sakura-cells",
        "BATTERY, urn:uuid:0198c0de-5a6b-7c3d-8e4f-0a1b2c3d4e5f",
        "CONDITION, urn:denchi:condition:sakura-cells:urn:uuid:0198c0de-5a6b-7c3d-8e4f-0a1b2c3d4e5f",
    })
    void every_example_has_its_subject(RecordKind kind, String subject) {
        var content = READER.read(kind, Examples.of(kind)).content();
        assertEquals(kind, content.kind());
        assertEquals(subject, content.subject(new OperatorId("sakura-cells")).value());
    }

    @Test
    void a_report_on_one_model_has_a_subject_of_its_own() {
        var content = READER.read(RecordKind.DUE_DILIGENCE, Examples.of("lmt", RecordKind.DUE_DILIGENCE))
                .content();

        assertEquals(
                "urn:denchi:due-diligence:hayate:HM-E36-500",
                content.subject(new OperatorId("hayate")).value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ratedCapacity",
                "/remainingCapacity",
                "/capacityFade",
                "/remainingEnergy",
                "/stateOfCertifiedEnergy",
                "/stateOfCharge",
                "/remainingPowerCapability/0",
                "/powerFade",
                "/internalResistance/cell",
                "/internalResistanceIncrease/cell",
                "/remainingRoundTripEnergyEfficiency",
                "/roundTripEfficiencyFade",
                "/currentSelfDischargingRate",
                "/numberOfFullCycles",
                "/energyThroughput",
                "/capacityThroughput",
                "/temperatureInformation/measuredTemp",
                "/temperatureInformation/timeExtremeHighTemp",
                "/numberOfDeepDischarges",
                "/numberOfOvercharges"
            })
    void a_reading_may_say_when_who_how_and_how_exactly(String pointer) {
        var condition = Examples.of(CONDITION);
        ((ObjectNode) condition.at(pointer))
                .put("lastUpdate", "2026-11-21T08:00:00Z")
                .put("originator", "Osaka Battery Workshop")
                .put("method", "IEC 62660-1:2018, 7.2")
                .put("uncertainty", new BigDecimal("0.05"));
        assertEquals(List.of(), faults(CONDITION, condition));

        ((ObjectNode) condition.at(pointer)).put("originator", "").put("uncertainty", -1);
        assertEquals(
                Set.of(pointer + "/originator schema:minLength", pointer + "/uncertainty schema:minimum"),
                places(faults(CONDITION, condition)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u202Esrorrim",
                "Sakura\u0007",
                "\u001B[31mred",
                "a\u2066b",
                "\uFDD0",
                "x\uFFFF",
                " \t ",
                "\u200B\uFEFF",
                "\u3164"
            })
    void a_text_that_shows_as_another_or_as_nothing_is_refused(String text) {
        ObjectNode model = Examples.of(BATTERY_MODEL);
        ((ObjectNode) model.at("/manufacturer")).put("tradeName", text);

        assertEquals(Set.of("/manufacturer/tradeName readable-text"), places(faults(BATTERY_MODEL, model)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"株式会社サクラ", "שלום\u200F (יפן)", "Lines\nand\ttabs", "👩\u200D🔧", "Zellen\u00ADfabrik", "\uE000"})
    void whatever_a_language_is_written_with_may_stand_in_a_text(String text) {
        ObjectNode model = Examples.of(BATTERY_MODEL);
        ((ObjectNode) model.at("/manufacturer")).put("tradeName", text);

        assertEquals(List.of(), faults(BATTERY_MODEL, model));
    }

    @Test
    void a_day_that_the_calendar_does_not_have_is_refused_wherever_a_month_would_do() {
        ObjectNode statement = Examples.of("provenance", RecordKind.SUPPLIER_DUE_DILIGENCE);
        ((ObjectNode) statement.at("/consignmentOrigins/0/transactions/0")).put("date", "2026-02-30");

        assertEquals(
                Set.of("/consignmentOrigins/0/transactions/0/date calendar"),
                places(faults(RecordKind.SUPPLIER_DUE_DILIGENCE, statement)));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(
                        BATTERY_MODEL,
                        "battery-model-several-faults.json",
                        Set.of(
                                "/batteryCategory schema:required",
                                "/batteryMass schema:required",
                                "/gtin identifier",
                                "/performance/minimumVoltage voltages-are-ordered")),
                Arguments.of(
                        BATTERY,
                        "battery-serial-differs-from-product-identifier.json",
                        Set.of("/serialNumber serial-is-in-the-product-identifier")),
                Arguments.of(
                        BATTERY,
                        "battery-without-manufacturing-date.json",
                        Set.of("/manufacturingDate schema:required")),
                Arguments.of(
                        CARBON_FOOTPRINT,
                        "carbon-footprint-stages-do-not-sum.json",
                        Set.of("/batteryCarbonFootprint stages-sum-to-total")),
                Arguments.of(
                        RECYCLED_CONTENT,
                        "recycled-content-above-100.json",
                        Set.of("/recycledContent/0 shares-sum-to-at-most-the-whole")));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void tells_every_fault_of_a_refused_example_in_one_answer(RecordKind kind, String file, Set<String> expected) {
        assertEquals(expected, places(faults(kind, StrictJson.read(Examples.bytes("refused/" + file)))));
    }

    @ParameterizedTest
    @CsvSource({
        "BATTERY, /serialNumber",
        "BATTERY, /operatorInformation/postalAddress/addressCountry",
        "BATTERY_MODEL, /performance/ratedCapacity",
        "BATTERY_MODEL, /composition/batteryChemistry/shortName",
        "CARBON_FOOTPRINT, /method/version",
        "RECYCLED_CONTENT, /year",
        "DUE_DILIGENCE, /reportingPeriod/to",
    })
    void points_at_a_required_member_that_is_missing(RecordKind kind, String pointer) {
        assertEquals(Set.of(pointer + " schema:required"), places(faults(kind, Examples.without(kind, pointer))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BATTERY | /surprise | 1 | schema:additionalProperties",
                "BATTERY | /batchNumber | 7 | schema:type",
                "BATTERY | /batchNumber | \"with space\" | schema:pattern",
                "BATTERY | /batchNumber | \"MZ-2026-W45\\n\" | schema:pattern",
                "BATTERY | /modelId | \"SC NMC\" | schema:pattern",
                "BATTERY | /modelId | \"SC-NMC-77\\n\" | schema:pattern",
                "BATTERY | /operatorInformation/emailAddress | \"a@b.example\\n\" | schema:pattern",
                "BATTERY | /batteryPassportIdentifier | \"urn:uuid:0198C0DE-5A6B-7C3D-8E4F-0A1B2C3D4E5F\" | schema:pattern",
                "BATTERY | /batteryStatus | \"new\" | schema:enum",
                "BATTERY | /placedOnMarketDate | \"2026-11-31\" | schema:format",
                "BATTERY | /manufacturingDate | \"2026-02-30\" | calendar",
                "BATTERY | /manufacturingDate | \"2026-13\" | schema:pattern",
                "BATTERY | /productIdentifier | \"https://id.sakura-cells.example/01/04912345077012/21/SC77-2026-000184\" | identifier",
                "BATTERY | /productIdentifier | \"https://id.sakura-cells.example/01/04912345077011\" | schema:pattern",
                "BATTERY_MODEL | /gtin | \"4912345077011\" | schema:pattern",
                "BATTERY_MODEL | /performance/expectedNumberOfCycles | 0 | schema:minimum",
                "BATTERY_MODEL | /batteryMass/value | \"452.60\" | schema:type",
                "BATTERY_MODEL | /batteryMass/unit | \"g\" | schema:const",
                "BATTERY_MODEL | /batteryMass/uncertainty | 1 | schema:additionalProperties",
                "BATTERY_MODEL | /renewableContent/value | 100.1 | schema:maximum",
                "BATTERY_MODEL | /performance/expectedNumberOfCycles | 1500.5 | schema:type",
                "BATTERY_MODEL | /performance/temperatureRangeIdleState/minimum/value | -273.16 | schema:minimum",
                "BATTERY_MODEL | /labels/separateCollection/sha256 | \"\" | schema:pattern",
                "BATTERY_MODEL | /labels/separateCollection/url | \"http://docs.example/\" | schema:pattern",
                "BATTERY_MODEL | /composition/batteryMaterials/0/casNumber | \"346417-97-9\" | identifier",
                "BATTERY_MODEL | /composition/batteryMaterials/0/casNumber | \"1\" | schema:pattern",
                "BATTERY_MODEL | /manufacturer/identifiers/0/value | \"4912345000018\" | identifier",
                "BATTERY_MODEL | /warrantyPeriod | \"8 years\" | schema:pattern",
                "BATTERY_MODEL | /warrantyPeriod | \"PT8H\" | schema:pattern",
                "BATTERY_MODEL | /labels/separateCollection/language | \"English\" | schema:pattern",
                "BATTERY_MODEL | /labels/separateCollection/mediaType | \"pdf\" | schema:pattern",
                "BATTERY_MODEL | /performance/initialInternalResistance | {} | schema:minProperties",
                "CONDITION | /stateOfCharge/value | 100.1 | schema:maximum",
                "CONDITION | /stateOfCharge/value | -0.1 | schema:minimum",
                "CONDITION | /stateOfCharge/unit | \"percent\" | schema:const",
                "CONDITION | /lastUpdate | \"2026-11-22T16:40:00+09:00\" | schema:pattern",
                "CONDITION | /negativeEvents | {} | schema:type",
                "RECYCLED_CONTENT | /recycledContent/3/preConsumerShare | {\"value\":1,\"unit\":\"%\"} | schema:false",
                "RECYCLED_CONTENT | /year | 2019 | schema:minimum",
                "RECYCLED_CONTENT | /recycledContent | [] | schema:minItems",
            })
    void tells_what_has_the_wrong_form_once_and_at_its_place(
            RecordKind kind, String pointer, String json, String rule) {
        assertEquals(Set.of(pointer + " " + rule), places(faults(kind, Examples.with(kind, pointer, json))));
    }

    @Test
    void a_split_that_is_unknown_has_a_total_and_no_shares() {
        var document = Examples.with(RECYCLED_CONTENT, "/recycledContent/0/split", "\"UNKNOWN\"");
        assertEquals(
                Set.of(
                        "/recycledContent/0/preConsumerShare schema:false",
                        "/recycledContent/0/postConsumerShare schema:false",
                        "/recycledContent/0/totalShare schema:required"),
                places(faults(RECYCLED_CONTENT, document)));
    }

    @Test
    void a_split_that_is_known_has_both_shares() {
        var document = Examples.without(RECYCLED_CONTENT, "/recycledContent/3/split");
        assertEquals(
                Set.of(
                        "/recycledContent/3/preConsumerShare schema:required",
                        "/recycledContent/3/postConsumerShare schema:required"),
                places(faults(RECYCLED_CONTENT, document)));
    }

    @ParameterizedTest
    @CsvSource({"null", "[]", "7", "\"battery\""})
    void refuses_a_document_that_is_no_object(String json) {
        assertEquals(Set.of(" schema:type"), places(faults(BATTERY, StrictJson.read(json))));
    }

    @Test
    void reads_a_whole_number_written_with_a_point() {
        var draft = READER.read(RECYCLED_CONTENT, Examples.with(RECYCLED_CONTENT, "/year", "2026.0"));
        assertEquals(List.of(), draft.violations());
        assertEquals(2026, ((RecycledContent) draft.content()).year());
    }

    @Test
    void speaks_english_wherever_it_runs() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.JAPAN);
        try {
            var violations = new RecordSchemas().violations(BATTERY, Examples.without(BATTERY, "/serialNumber"));
            assertEquals(List.of("required property 'serialNumber' not found"), messages(violations));
        } finally {
            Locale.setDefault(before);
        }
    }

    private static List<Violation> faults(RecordKind kind, JsonNode document) {
        return faults("ev-nmc", kind, document);
    }

    /** Judged beside the model and the battery of {@code folder}. */
    private static List<Violation> faults(String folder, RecordKind kind, JsonNode document) {
        RecordDraft draft = READER.read(kind, document);
        var model = (BatteryModel) RecordReader.content(BATTERY_MODEL, Examples.of(folder, BATTERY_MODEL));
        var battery = (Battery) RecordReader.content(BATTERY, Examples.of(folder, BATTERY));
        List<Violation> faults = new ArrayList<>(draft.violations());
        faults.addAll(PassportRules.judge(draft.content(), new Circumstances(TODAY, model, battery, null)));
        return faults;
    }

    private static List<String> messages(List<Violation> violations) {
        return violations.stream().map(Violation::message).toList();
    }

    private static Set<String> places(List<Violation> faults) {
        Set<String> places = faults.stream()
                .map(fault -> fault.pointer() + " " + fault.rule())
                .collect(Collectors.toSet());
        assertEquals(places.size(), faults.size(), () -> "told twice: " + faults);
        return places;
    }
}
