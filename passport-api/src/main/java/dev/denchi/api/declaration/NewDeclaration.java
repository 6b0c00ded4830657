package dev.denchi.api.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.serve.form.PassportGroups;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.identifier.ModelId;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.passport.Violation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which records shall be made of the answers about a part.
 *
 * @param groups of each record what the answers do not tell; with the model it is about
 */
record NewDeclaration(ModelId model, Map<RecordKind, ObjectNode> groups) {
    private static final List<RecordKind> KINDS =
            List.of(RecordKind.CARBON_FOOTPRINT, RecordKind.RECYCLED_CONTENT, RecordKind.DUE_DILIGENCE);

    /** @throws Rejected with everything that is wrong */
    static NewDeclaration read(byte[] body) {
        JsonNode document = StrictJson.read(body);
        if (!document.isObject()) {
            throw Rejected.because(ProblemType.MALFORMED_REQUEST, "the body is a JSON object");
        }
        List<Violation> violations = new ArrayList<>();
        ModelId model = model(document.path("modelId"), violations);
        Map<RecordKind, ObjectNode> groups = groups(document, violations);
        if (groups.isEmpty() && violations.isEmpty()) {
            violations.add(new Violation("", "declares-something", "name at least one of " + names()));
        }
        if (!violations.isEmpty()) {
            throw Rejected.invalid(ProblemType.INVALID_REQUEST, violations);
        }
        ModelId known = Objects.requireNonNull(model);
        groups.values().forEach(group -> group.put("modelId", known.value()));
        return new NewDeclaration(known, groups);
    }

    private static @Nullable ModelId model(JsonNode member, List<Violation> violations) {
        if (!member.isTextual()) {
            violations.add(new Violation("/modelId", "schema:required", "modelId is missing, or no text"));
            return null;
        }
        try {
            return new ModelId(member.textValue());
        } catch (IllegalArgumentException e) {
            violations.add(new Violation("/modelId", "schema:pattern", String.valueOf(e.getMessage())));
            return null;
        }
    }

    private static Map<RecordKind, ObjectNode> groups(JsonNode document, List<Violation> violations) {
        Map<RecordKind, ObjectNode> groups = new EnumMap<>(RecordKind.class);
        for (Map.Entry<String, JsonNode> member : document.properties()) {
            String at = "/" + member.getKey().replace("~", "~0").replace("/", "~1");
            RecordKind kind = PassportGroups.kindOf(member.getKey())
                    .filter(KINDS::contains)
                    .orElse(null);
            if (kind != null && member.getValue() instanceof ObjectNode group) {
                groups.put(kind, group.deepCopy());
                if (group.has("modelId")) {
                    violations.add(
                            new Violation(at + "/modelId", "model-is-said-once", "it is said beside the groups"));
                }
            } else if (kind != null) {
                violations.add(new Violation(at, "schema:type", member.getKey() + " is an object"));
            } else if (!member.getKey().equals("modelId")) {
                violations.add(new Violation(
                        at, "schema:additionalProperties", "there is no such member; records are made of " + names()));
            }
        }
        return groups;
    }

    private static List<String> names() {
        return KINDS.stream().map(PassportGroups::of).toList();
    }
}
