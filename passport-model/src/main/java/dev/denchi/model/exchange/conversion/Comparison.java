package dev.denchi.model.exchange.conversion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Holds two trees against each other: numbers with their scale, members in any order. */
public final class Comparison {
    /** What an element of an array of ours is known by, where it is not its place. */
    private static final List<String> KEYS = List.of("recycledMaterial", "lifecycleStage");

    private Comparison() {}

    static boolean same(JsonNode one, JsonNode other) {
        return differences(one, other).isEmpty() && differences(other, one).isEmpty();
    }

    /** Each place of the one tree that the other has not, or has otherwise; the topmost of what is missing whole. */
    public static List<String> differences(JsonNode one, JsonNode other) {
        List<String> found = new ArrayList<>();
        collect(one, other, "", found);
        return found;
    }

    private static void collect(JsonNode one, JsonNode other, String pointer, List<String> found) {
        if (one.isObject() && other.isObject()) {
            one.properties()
                    .forEach(member -> collect(
                            member.getValue(),
                            other.path(member.getKey()),
                            pointer + "/" + Tree.escaped(member.getKey()),
                            found));
        } else if (one.isArray() && other.isArray()) {
            for (int i = 0; i < one.size(); i++) {
                collect(one.get(i), counterpart(one.get(i), other, i), pointer + "/" + i, found);
            }
        } else if (!sameValue(one, other)) {
            found.add(pointer);
        }
    }

    private static boolean sameValue(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            var number = one.decimalValue();
            return number.compareTo(other.decimalValue()) == 0
                    && number.scale() == other.decimalValue().scale();
        }
        return one.isMissingNode() || one.equals(other);
    }

    private static JsonNode counterpart(JsonNode element, JsonNode array, int index) {
        for (String key : KEYS) {
            for (JsonNode candidate : array) {
                if (element.has(key) && element.path(key).equals(candidate.path(key))) {
                    return candidate;
                }
            }
        }
        return array.path(index);
    }

    /**
     * The original wherever the records still say what they said when it came in, else what they say now.
     *
     * @param base what the records said then
     * @param now what they say now
     */
    public static JsonNode merged(JsonNode original, JsonNode base, JsonNode now) {
        if (same(base, now)) {
            return original;
        }
        boolean objects = original.isObject() && now.isObject() && (base.isObject() || base.isMissingNode());
        if (!objects) {
            return now;
        }
        ObjectNode merged = Tree.object();
        for (String member : members(original, now)) {
            JsonNode value = merged(original.path(member), base.path(member), now.path(member));
            if (!value.isMissingNode()) {
                merged.set(member, value);
            }
        }
        return merged;
    }

    private static Set<String> members(JsonNode one, JsonNode other) {
        Set<String> members = new LinkedHashSet<>();
        one.fieldNames().forEachRemaining(members::add);
        other.fieldNames().forEachRemaining(members::add);
        return members;
    }
}
