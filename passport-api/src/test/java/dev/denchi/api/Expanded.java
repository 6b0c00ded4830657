package dev.denchi.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/** Reads the expanded form of EN 18223 back into the compressed one, by the object types alone. */
final class Expanded {
    private static final Map<String, String> DOCUMENT = Map.of("resourceTitle", "title", "contentType", "mediaType");
    private static final Set<String> OF_EACH_ELEMENT = Set.of("elementId", "dictionaryReference", "objectType");

    private Expanded() {}

    static ObjectNode compressed(JsonNode elements) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        elements.forEach(element -> object.set(element.get("elementId").textValue(), value(element)));
        return object;
    }

    static JsonNode value(JsonNode element) {
        return switch (element.get("objectType").textValue()) {
            case "SingleValuedDataElement" -> element.get("value");
            case "DataElementCollection" -> compressed(element.get("elements"));
            case "RelatedResource" -> document(element);
            case "MultiValuedDataElement" -> values(element.get("value"));
            default -> throw new AssertionError("unknown " + element);
        };
    }

    private static JsonNode document(JsonNode element) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        element.properties().stream()
                .filter(member -> !OF_EACH_ELEMENT.contains(member.getKey()))
                .forEach(member ->
                        document.set(DOCUMENT.getOrDefault(member.getKey(), member.getKey()), member.getValue()));
        return document;
    }

    private static JsonNode values(JsonNode values) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        values.forEach(value -> array.add(value.isArray() ? group(value) : value));
        return array;
    }

    private static JsonNode group(JsonNode elements) {
        boolean itself = elements.size() == 1
                && elements.get(0).get("elementId").textValue().matches("[0-9]+");
        return itself ? value(elements.get(0)) : compressed(elements);
    }
}
