package dev.denchi.api.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON Merge Patch, as RFC 7396 gives it in section 2. */
final class MergePatch {

    private MergePatch() {}

    /** The target as the patch leaves it; the target itself stays as it is. */
    static JsonNode applied(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode patched = target.isObject() ? target.deepCopy() : JsonNodeFactory.instance.objectNode();
        patch.properties().forEach(member -> {
            if (member.getValue().isNull()) {
                patched.remove(member.getKey());
            } else {
                patched.set(member.getKey(), applied(patched.path(member.getKey()), member.getValue()));
            }
        });
        return patched;
    }
}
