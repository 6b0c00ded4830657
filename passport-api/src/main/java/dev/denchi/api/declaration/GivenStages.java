package dev.denchi.api.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.quantity.Quantity;
import dev.denchi.model.quantity.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The life cycle stages that no answer tells of: the request says them, and no others. */
final class GivenStages {
    static final String ATTRIBUTE = "carbonFootprintPerLifecycleStage";
    private static final List<String> NOT_TOLD = List.of("Distribution", "Recycling");

    private GivenStages() {}

    /** In Annex II's order; what is missing, or not the request's to say, is noted in the draft. */
    static Map<String, Quantity> of(Drafting draft) {
        JsonNode stages = draft.document().path(ATTRIBUTE);
        Map<String, Quantity> given = new LinkedHashMap<>();
        for (String name : NOT_TOLD) {
            stage(stages, name)
                    .ifPresentOrElse(
                            footprint -> given.put(name, footprint),
                            () -> draft.fault(
                                    "/" + ATTRIBUTE,
                                    "stage-is-not-told",
                                    "no answer tells of %s; give it in kg{CO2e}/(kW.h)".formatted(name)));
        }
        for (int i = 0; i < stages.size(); i++) {
            String name = stages.path(i).path("lifecycleStage").asText();
            if (!NOT_TOLD.contains(name)) {
                draft.fault(
                        "/" + ATTRIBUTE + "/" + i,
                        "value-is-derived",
                        "%s is filled in from the answers".formatted(name));
            }
        }
        return given;
    }

    private static Optional<Quantity> stage(JsonNode stages, String name) {
        List<Quantity> found = new ArrayList<>();
        for (JsonNode stage : stages) {
            JsonNode footprint = stage.path("carbonFootprint");
            boolean readable = footprint.path("value").isNumber()
                    && footprint.path("value").decimalValue().signum() >= 0
                    && Unit.KILOGRAM_CO2E_PER_KILOWATT_HOUR
                            .ucum()
                            .equals(footprint.path("unit").asText());
            if (readable && name.equals(stage.path("lifecycleStage").asText())) {
                found.add(new Quantity(footprint.path("value").decimalValue(), Unit.KILOGRAM_CO2E_PER_KILOWATT_HOUR));
            }
        }
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}
