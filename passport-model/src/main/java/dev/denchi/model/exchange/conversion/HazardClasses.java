package dev.denchi.model.exchange.conversion;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** The three hazard classes that BatteryPass knows, by the abbreviations of Regulation (EC) No 1272/2008, Annex VI. */
final class HazardClasses {
    private static final Map<String, List<String>> BEGINNINGS = Map.of(
            "AcuteToxicity", List.of("AcuteToxicity", "Acute Tox."),
            "SkinCorrosionOrIrritation", List.of("SkinCorrosionOrIrritation", "Skin Corr.", "Skin Irrit."),
            "EyeDamageOrIrritation", List.of("EyeDamageOrIrritation", "Eye Dam.", "Eye Irrit."));

    private HazardClasses() {}

    /** The first class named; none when it is another. */
    static JsonNode theirs(String ours) {
        return BEGINNINGS.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(ours::startsWith))
                .map(entry -> Values.text(entry.getKey()))
                .findFirst()
                .orElse(Converter.NONE);
    }
}
