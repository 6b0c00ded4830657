package dev.denchi.api.serve.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.model.passport.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads data elements of EN 18223 back into the compressed form: the way of {@link ExpandedForm}, backwards. An element is known by its
 * {@code elementId} and read by its {@code objectType}; what it says of dictionary and type is the schema's to say.
 */
public final class CompressedForm {
    private static final Map<String, String> RESOURCE = Map.of("resourceTitle", "title", "contentType", "mediaType");
    private static final Set<String> OF_EACH_ELEMENT = Set.of("elementId", "dictionaryReference", "objectType");

    private final List<Violation> violations = new ArrayList<>();

    /** What could not be read so far, each with its place in the document. */
    public List<Violation> violations() {
        return violations;
    }

    /** The elements as members of an object, as far as they can be read. */
    public ObjectNode object(String pointer, JsonNode elements) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        if (!elements.isArray()) {
            fault(pointer, "data-elements", "data elements are an array");
        }
        for (int i = 0; elements.isArray() && i < elements.size(); i++) {
            member(pointer + "/" + i, elements.get(i), object);
        }
        return object;
    }

    private void member(String pointer, JsonNode element, ObjectNode object) {
        String name = element.path("elementId").asText();
        if (name.isEmpty()) {
            fault(pointer, "element-id", "a data element has an elementId");
        } else if (object.has(name)) {
            fault(pointer, "element-id", "there is an element " + name + " beside it already");
        } else {
            object.set(name, value(pointer, element));
        }
    }

    private JsonNode value(String pointer, JsonNode element) {
        String type = element.path("objectType").asText();
        return switch (type) {
            case "SingleValuedDataElement" -> single(pointer, element.path("value"));
            case "MultiValuedDataElement" -> several(pointer + "/value", element.path("value"));
            case "DataElementCollection" -> object(pointer + "/elements", element.path("elements"));
            case "RelatedResource" -> document(element);
            default -> fault(pointer, "object-type", "no attribute of a passport is a \"" + type + "\"");
        };
    }

    private JsonNode single(String pointer, JsonNode value) {
        return value.isValueNode() ? value : fault(pointer, "data-element", "a single-valued element has one value");
    }

    private JsonNode several(String pointer, JsonNode values) {
        if (!values.isArray()) {
            return fault(pointer, "data-element", "a multi-valued element has an array of values");
        }
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < values.size(); i++) {
            JsonNode value = values.get(i);
            array.add(value.isArray() ? group(pointer + "/" + i, value) : single(pointer + "/" + i, value));
        }
        return array;
    }

    /** The members of an object, or one element with its number for a name, which stands for itself. */
    private JsonNode group(String pointer, JsonNode elements) {
        boolean itself = elements.size() == 1
                && elements.get(0).path("elementId").asText().matches("[0-9]+");
        return itself ? value(pointer + "/0", elements.get(0)) : object(pointer, elements);
    }

    private static JsonNode document(JsonNode element) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        element.properties().stream()
                .filter(member -> !OF_EACH_ELEMENT.contains(member.getKey()))
                .forEach(member ->
                        document.set(RESOURCE.getOrDefault(member.getKey(), member.getKey()), member.getValue()));
        return document;
    }

    private JsonNode fault(String pointer, String rule, String message) {
        violations.add(new Violation(pointer, rule, message));
        return NullNode.getInstance();
    }
}
