package dev.denchi.api.ouranos.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.denchi.model.format.MalformedJson;
import dev.denchi.model.format.StrictJson;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An object of a body. A value of the wrong type is refused in the words of the published service, which is written in Go; members that
 * it does not know say nothing, as there.
 *
 * @param path where the object is, with a dot behind it; empty where the published service does not tell
 */
public record Body(JsonNode object, String path, Source source) {

    /** @throws Refusal when it is no JSON, or no object */
    public static Body object(byte[] body, Source source) {
        return new Body(required(read(body, source), JsonNode::isObject, "object", source), "", source);
    }

    /** @throws Refusal when it is no JSON, or no array of objects */
    static List<Body> objects(byte[] body, Source source) {
        JsonNode array = required(read(body, source), JsonNode::isArray, "array", source);
        return elements(array, "", source);
    }

    private static List<Body> elements(JsonNode array, String path, Source source) {
        List<Body> objects = new ArrayList<>();
        array.forEach(element ->
                objects.add(new Body(required(element, JsonNode::isObject, "object", source), path, source)));
        return objects;
    }

    private static JsonNode read(byte[] body, Source source) {
        try {
            return StrictJson.read(body);
        } catch (MalformedJson malformed) {
            throw Refusal.validation(source, GoSyntax.message(body, malformed));
        }
    }

    private static JsonNode required(JsonNode node, Function<JsonNode, Boolean> is, String expected, Source source) {
        if (!is.apply(node)) {
            throw Refusal.validation(
                    source, "Unmarshal type error: expected=" + expected + ", got=" + typeOf(node) + ".");
        }
        return node;
    }

    @Nullable
    public String text(String member) {
        JsonNode value = value(member);
        if (value.isMissingNode()) {
            return null;
        }
        return typed(member, value, value.isTextual(), "string").textValue();
    }

    @Nullable
    BigDecimal number(String member) {
        JsonNode value = value(member);
        if (value.isMissingNode()) {
            return null;
        }
        return typed(member, value, value.isNumber(), "float64").decimalValue();
    }

    @Nullable
    Boolean flag(String member) {
        JsonNode value = value(member);
        if (value.isMissingNode()) {
            return null;
        }
        return typed(member, value, value.isBoolean(), "bool").booleanValue();
    }

    /** The object of this name, {@code null} when it is not there. */
    @Nullable
    Body part(String member) {
        JsonNode value = value(member);
        return value.isMissingNode()
                ? null
                : new Body(typed(member, value, value.isObject(), "object"), path + member + ".", source);
    }

    /** As {@link #part}, empty when it is not there, and whose place is not told. */
    Body placeless(String member) {
        JsonNode value = value(member);
        JsonNode found = value.isMissingNode() ? value : typed(member, value, value.isObject(), "object");
        return new Body(found, "", source);
    }

    @Nullable
    List<Body> parts(String member) {
        JsonNode value = value(member);
        return value.isMissingNode()
                ? null
                : elements(typed(member, value, value.isArray(), "array"), path + member + ".", source);
    }

    /** What is {@code null} is not there. */
    private JsonNode value(String member) {
        JsonNode value = object.path(member);
        return value.isNull() ? MissingNode.getInstance() : value;
    }

    private JsonNode typed(String member, JsonNode value, boolean good, String expected) {
        if (!good) {
            throw Refusal.validation(
                    source,
                    path + member + ": Unmarshal type error: expected=" + expected + ", got=" + typeOf(value) + ".");
        }
        return value;
    }

    private static String typeOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "string";
            case NUMBER -> "number";
            case BOOLEAN -> "bool";
            case ARRAY -> "array";
            default -> "object";
        };
    }
}
