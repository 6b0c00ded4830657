package dev.denchi.api.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** The parts of a passport as a reader was answered with it: its records' attributes, and its own members. */
final class PassportAttributes {
    private static final Map<String, String> KINDS = Map.of(
            "battery", "battery",
            "batteryModel", "battery-model",
            "carbonFootprint", "carbon-footprint",
            "recycledContent", "recycled-content",
            "dueDiligence", "due-diligence",
            "condition", "condition");

    private PassportAttributes() {}

    static Map<String, JsonNode> of(JsonNode view) {
        Map<String, JsonNode> parts = new HashMap<>();
        KINDS.forEach((member, kind) -> {
            if (view.has(member)) {
                parts.put(kind, view.path(member));
            }
        });
        parts.put("passport", view);
        return parts;
    }
}
