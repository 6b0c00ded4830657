package dev.denchi.model.exchange;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The formats that there are; another one is another {@link ExchangeFormat} in this list. */
public final class ExchangeFormats {
    private static final List<String> BATTERY_PASS = List.of(
            "GeneralProductInformation",
            "CarbonFootprintForBatteries",
            "Circularity",
            "Labeling",
            "MaterialComposition",
            "SupplyChainDueDiligence");
    private static final List<String> IDTA = List.of(
            "DppMetadata",
            "BatteryNameplate",
            "TechnicalData",
            "ProductCondition",
            "MaterialComposition",
            "CarbonFootprint",
            "Circularity",
            "HandoverDocumentation");

    private static final List<ExchangeFormat> ALL = List.of(
            batteryPass("1.2.0"),
            batteryPass("1.2.1"),
            new TableFormat(
                    "catenax-battery-pass-6.1.0",
                    List.of(MappingTable.read("BatteryPass", "catenax-6.1.0/BatteryPass.table"))),
            new TableFormat(
                    "idta-batterypass-1.0",
                    IDTA.stream().map(name -> table("idta-1.0", name)).toList()));

    private ExchangeFormats() {}

    public static List<ExchangeFormat> all() {
        return ALL;
    }

    public static Optional<ExchangeFormat> named(String name) {
        return ALL.stream().filter(format -> format.name().equals(name)).findFirst();
    }

    /** Only performance and durability changed from one to the other. */
    private static ExchangeFormat batteryPass(String version) {
        return new TableFormat(
                "batterypass-" + version,
                Stream.concat(
                                BATTERY_PASS.stream().map(name -> table("batterypass-1.2", name)),
                                Stream.of(MappingTable.read(
                                        "PerformanceAndDurability",
                                        "batterypass-1.2/PerformanceAndDurability-" + version + ".table")))
                        .toList());
    }

    private static MappingTable table(String folder, String name) {
        return MappingTable.read(name, folder + "/" + name + ".table");
    }
}
