package dev.denchi.api.provenance;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Batteries by model, with what their passports tell the asker of chemistry, hazards and dismantling, and their masses summed up. */
final class WasteContents {
    private static final List<String> COMPOSITION =
            List.of("batteryChemistry", "hazardousSubstances", "criticalRawMaterials", "batteryMaterials");
    private static final List<String> CIRCULARITY = List.of("dismantlingAndRemovalInformation", "safetyMeasures");

    private final Map<String, Map<String, Object>> models = new LinkedHashMap<>();
    private final Map<String, BigDecimal> elements = new TreeMap<>();
    private final List<String> unknown = new ArrayList<>();
    private BigDecimal mass = BigDecimal.ZERO;
    private int withoutMasses;

    private WasteContents() {}

    /** A product, and its passport as the asker is answered with it; empty when there is none. */
    record Battery(String product, Optional<JsonNode> passport) {}

    static Map<String, Object> of(List<Battery> batteries) {
        WasteContents contents = new WasteContents();
        batteries.forEach(battery ->
                battery.passport().ifPresentOrElse(contents::add, () -> contents.unknown.add(battery.product())));
        return contents.json(batteries.size());
    }

    private void add(JsonNode passport) {
        JsonNode model = passport.path("batteryModel");
        String name = passport.path("battery").path("modelId").asText();
        String operator = passport.path("economicOperatorId").asText();
        Map<String, Object> described = Objects.requireNonNull(
                models.computeIfAbsent(operator + " " + name, none -> described(operator, name, model)));
        described.merge("count", 1, (one, more) -> (int) one + (int) more);
        mass = mass.add(model.path("batteryMass").path("value").decimalValue());
        JsonNode masses = passport.path("recycledContent").path("massInActiveMaterials");
        withoutMasses += masses.isEmpty() ? 1 : 0;
        masses.forEach(held -> elements.merge(
                held.path("element").asText(), held.path("mass").path("value").decimalValue(), BigDecimal::add));
    }

    private static Map<String, Object> described(String operator, String name, JsonNode model) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("economicOperatorId", operator);
        described.put("modelId", name);
        described.put("count", 0);
        put(described, "batteryMass", model.path("batteryMass"));
        COMPOSITION.forEach(
                attribute -> put(described, attribute, model.path("composition").path(attribute)));
        CIRCULARITY.forEach(
                attribute -> put(described, attribute, model.path("circularity").path(attribute)));
        return described;
    }

    private static void put(Map<String, Object> json, String name, JsonNode value) {
        if (!value.isMissingNode()) {
            json.put(name, value);
        }
    }

    private Map<String, Object> json(int asked) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("batteries", asked - unknown.size());
        json.put("mass", kilograms(mass));
        json.put(
                "elements",
                elements.entrySet().stream()
                        .map(held -> Map.of("element", held.getKey(), "expectedMass", kilograms(held.getValue())))
                        .toList());
        json.put("batteriesWithoutElementMasses", withoutMasses);
        json.put("models", List.copyOf(models.values()));
        json.put("unknown", unknown);
        return json;
    }

    private static Map<String, Object> kilograms(BigDecimal value) {
        return Map.of("value", value, "unit", "kg");
    }
}
