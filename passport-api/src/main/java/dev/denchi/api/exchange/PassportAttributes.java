package dev.denchi.api.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.api.serve.form.PassportGroups;
import dev.denchi.model.passport.RecordKind;
import java.util.HashMap;
import java.util.Map;

/** The parts of a passport as a reader was answered with it: its records' attributes, and its own members. */
final class PassportAttributes {
    private PassportAttributes() {}

    static Map<String, JsonNode> of(JsonNode view) {
        Map<String, JsonNode> parts = new HashMap<>();
        for (RecordKind kind : PassportGroups.kinds()) {
            String group = PassportGroups.of(kind);
            if (view.has(group)) {
                parts.put(kind.label(), view.path(group));
            }
        }
        parts.put("passport", view);
        return parts;
    }
}
