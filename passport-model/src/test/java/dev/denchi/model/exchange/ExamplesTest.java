package dev.denchi.model.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.format.Examples;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.passport.RecordKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract's own examples go out, or fail with what they lack. */
class ExamplesTest {
    @ParameterizedTest
    @MethodSource("dev.denchi.model.exchange.Samples#all")
    void an_example_goes_out_valid_or_fails_with_what_it_lacks(Samples.Sample sample) throws IOException {
        for (String folder : Examples.FOLDERS) {
            switch (kindOf(write(sample.format(), sample.document(), parts(folder)))) {
                case "Done" -> assertTrue(isAsValidAsTheSample(sample, folder), sample + " " + folder);
                default ->
                    assertFalse(missing(sample.format(), sample.document(), parts(folder))
                            .isEmpty());
            }
        }
    }

    @Test
    void the_ev_battery_goes_out_in_these_documents() {
        Set<String> done = new TreeSet<>();
        for (ExchangeFormat format : ExchangeFormats.all()) {
            format.documents().stream()
                    .filter(document -> write(format.name(), document, parts("ev-nmc")) instanceof Export.Done)
                    .forEach(document -> done.add(format.name() + " " + document));
        }
        assertEquals(
                Set.of(
                        "batterypass-1.2.0 CarbonFootprintForBatteries",
                        "batterypass-1.2.0 Labeling",
                        "batterypass-1.2.0 MaterialComposition",
                        "batterypass-1.2.0 SupplyChainDueDiligence",
                        "batterypass-1.2.1 CarbonFootprintForBatteries",
                        "batterypass-1.2.1 Labeling",
                        "batterypass-1.2.1 MaterialComposition",
                        "batterypass-1.2.1 SupplyChainDueDiligence",
                        "idta-batterypass-1.0 CarbonFootprint",
                        "idta-batterypass-1.0 DppMetadata",
                        "idta-batterypass-1.0 MaterialComposition"),
                done);
    }

    @Test
    void the_ev_battery_lacks_only_a_warranty_of_less_than_13_months_for_its_general_information() {
        assertEquals(
                List.of(new Note(
                        "GeneralProductInformation",
                        "/warrentyPeriod",
                        "required, and battery-model/warrantyPeriod does not fit: 1 to 12 months")),
                missing("batterypass-1.2.1", "GeneralProductInformation", parts("ev-nmc")));
    }

    @Test
    void nothing_that_the_records_do_not_say_stands_in_an_export() {
        Map<String, JsonNode> nothing = Map.of();
        for (ExchangeFormat format : ExchangeFormats.all()) {
            Export export = format.write(nothing, format.documents(), null);
            assertInstanceOf(Export.Incomplete.class, export);
            assertEquals(
                    "{}",
                    ((TableFormat) format).rendered(nothing, format.documents()).toString());
        }
    }

    @Test
    void an_attribute_that_is_cut_out_is_not_taken_from_the_import() {
        var format = ExchangeFormats.named("batterypass-1.2.1").orElseThrow();
        byte[] original = StrictJson.write(
                ((Export.Done) write("batterypass-1.2.1", "CarbonFootprintForBatteries", parts("ev-nmc"))).documents());
        Map<String, JsonNode> cut = parts("ev-nmc");
        cut.put("carbon-footprint", Examples.without(RecordKind.CARBON_FOOTPRINT, "/carbonFootprintStudy"));
        var incomplete = assertInstanceOf(
                Export.Incomplete.class, format.write(cut, Set.of("CarbonFootprintForBatteries"), original));
        assertEquals("/carbonFootprintStudy", incomplete.missing().get(0).pointer());
    }

    @Test
    void what_the_records_say_now_stands_before_what_came_in() {
        var format = ExchangeFormats.named("batterypass-1.2.1").orElseThrow();
        byte[] original = StrictJson.write(
                ((Export.Done) write("batterypass-1.2.1", "CarbonFootprintForBatteries", parts("ev-nmc"))).documents());
        Map<String, JsonNode> changed = parts("ev-nmc");
        changed.put(
                "carbon-footprint",
                Examples.with(RecordKind.CARBON_FOOTPRINT, "/batteryCarbonFootprint/value", "0.0900"));
        var done = assertInstanceOf(
                Export.Done.class, format.write(changed, Set.of("CarbonFootprintForBatteries"), original));
        assertEquals(
                "0.0900",
                done.documents()
                        .at("/CarbonFootprintForBatteries/batteryCarbonFootprint")
                        .decimalValue()
                        .toString());
    }

    @Test
    void losses_name_each_attribute_that_does_not_travel() {
        var done = (Export.Done) write("batterypass-1.2.1", "CarbonFootprintForBatteries", parts("ev-nmc"));
        List<String> lost = new ArrayList<>();
        done.losses().stream()
                .filter(note -> note.part().equals("carbon-footprint"))
                .forEach(note -> lost.add(note.pointer()));
        assertEquals(
                List.of(
                        "/modelId",
                        "/facility",
                        "/carbonFootprintPerformanceClass/schemeVersion",
                        "/carbonFootprintLabel",
                        "/totalEnergyProvided",
                        "/declarationOfConformityId",
                        "/method",
                        "/resultOfTestReport"),
                lost);
    }

    private static boolean isAsValidAsTheSample(Samples.Sample sample, String folder) throws IOException {
        var done = (Export.Done) write(sample.format(), sample.document(), parts(folder));
        return !sample.faults(sample.tree()).isEmpty()
                || sample.faults(done.documents().path(sample.document())).isEmpty();
    }

    private static List<Note> missing(String format, String document, Map<String, JsonNode> parts) {
        return ((Export.Incomplete) write(format, document, parts)).missing();
    }

    private static String kindOf(Export export) {
        return export.getClass().getSimpleName();
    }

    private static Export write(String format, String document, Map<String, JsonNode> parts) {
        return ExchangeFormats.named(format).orElseThrow().write(parts, Set.of(document), null);
    }

    private static Map<String, JsonNode> parts(String folder) {
        Map<String, JsonNode> parts = new HashMap<>();
        for (RecordKind kind : RecordKind.ofPassports()) {
            parts.put(kind.label(), Examples.of(folder, kind));
        }
        parts.put("passport", StrictJson.read("""
                        {"granularity": "item", "dppSchemaVersion": "EN 18223:2026", "dppStatus": "active",
                         "lastUpdated": "2026-11-22T16:40:00Z", "issuedAt": "2026-11-20T08:00:00Z",
                         "economicOperatorId": "https://id.gs1.org/417/4912345000019",
                         "facilityId": "https://id.gs1.org/414/4912345000026"}
                        """));
        return parts;
    }
}
