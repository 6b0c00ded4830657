package dev.denchi.model.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.denchi.model.format.Shared;
import dev.denchi.model.format.StrictJson;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** What the makers of the formats publish: a sample of each document and its schema. */
final class Samples {
    record Sample(String format, String document, String sample, String schema) {

        byte[] bytes() throws IOException {
            return Shared.bytes(sample);
        }

        JsonNode tree() throws IOException {
            return StrictJson.readForeign(bytes());
        }

        List<String> faults(JsonNode document) throws IOException {
            Schema read = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                    .getSchema(new String(Shared.bytes(schema), java.nio.charset.StandardCharsets.UTF_8));
            return read.validate(document).stream().map(Object::toString).toList();
        }

        @Override
        public String toString() {
            return format + " " + document;
        }
    }

    private static final String IDTA = "idta-cx-batterypass/io.admin-shell.idta.";

    private Samples() {}

    static Stream<Sample> all() {
        return Stream.of(
                        Stream.of("batterypass-1.2.0", "batterypass-1.2.1").flatMap(Samples::batteryPass),
                        Stream.of(
                                new Sample(
                                        "batterypass-1.2.0",
                                        "PerformanceAndDurability",
                                        "batterypass/Performance_1.2.0/PerformanceAndDurability-payload.json",
                                        "batterypass/Performance_1.2.0/PerformanceAndDurability-schema.json"),
                                new Sample(
                                        "batterypass-1.2.1",
                                        "PerformanceAndDurability",
                                        "batterypass/Performance_1.2.1/PerformanceAndDurability.json",
                                        "batterypass/Performance_1.2.1/PerformanceAndDurability.schema"),
                                new Sample(
                                        "catenax-battery-pass-6.1.0",
                                        "BatteryPass",
                                        "catenax/io.catenax.battery.battery_pass/6.1.0/BatteryPass.json",
                                        "catenax/io.catenax.battery.battery_pass/6.1.0/BatteryPass-schema.json")),
                        Stream.of(
                                idta("DppMetadata", "dpp.dpp_metadata/1.0.0/gen/DppMetadata"),
                                idta("BatteryNameplate", "batterypass.digital_nameplate/1.0.0/gen/NameplateBattery"),
                                // upstream has a sample of 1.0.0 only, which its 1.0.1 refuses
                                new Sample(
                                        "idta-batterypass-1.0",
                                        "TechnicalData",
                                        IDTA + "batterypass.technical_data/1.0.0/gen/TechnicalDataBattery.json",
                                        IDTA + "batterypass.technical_data/1.0.1/gen/TechnicalDataBattery-schema.json"),
                                idta(
                                        "ProductCondition",
                                        "batterypass.product_condition/1.0.1/gen/ProductConditionBattery"),
                                idta(
                                        "MaterialComposition",
                                        "batterypass.material_composition/1.0.1/gen/MaterialCompositionBattery"),
                                idta(
                                        "CarbonFootprint",
                                        "batterypass.carbon_footprint/1.0.0/gen/CarbonFootprintBattery"),
                                idta(
                                        "HandoverDocumentation",
                                        "batterypass.handover_documentation/1.0.0/gen/HandoverDocumentationBattery")))
                .flatMap(samples -> samples);
    }

    private static Stream<Sample> batteryPass(String format) {
        return Stream.of(
                sample(format, "GeneralProductInformation", "GeneralProductInformation", "-payload"),
                sample(format, "CarbonFootprintForBatteries", "CarbonFootprint", "-payload"),
                sample(format, "Circularity", "Circularity", ""),
                sample(format, "Labeling", "Labels", "-payload"),
                sample(format, "MaterialComposition", "MaterialComposition", "-payload"),
                sample(format, "SupplyChainDueDiligence", "SupplyChainDueDiligence", "-payload"));
    }

    private static Sample sample(String format, String document, String folder, String end) {
        String path = "batterypass/" + folder + "_1.2.0/" + document;
        return new Sample(format, document, path + end + ".json", path + "-schema.json");
    }

    private static Sample idta(String document, String path) {
        return new Sample("idta-batterypass-1.0", document, IDTA + path + ".json", IDTA + path + "-schema.json");
    }
}
