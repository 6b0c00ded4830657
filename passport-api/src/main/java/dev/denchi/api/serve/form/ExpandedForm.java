package dev.denchi.api.serve.form;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.format.ValueTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes data elements in the expanded form of EN 18223, Annex A, from the compressed one. */
final class ExpandedForm {
    /** What makes an object a document. */
    private static final Set<String> DOCUMENT = Set.of("url", "mediaType");

    private static final Map<String, String> RESOURCE = Map.of("title", "resourceTitle", "mediaType", "contentType");

    private static final ValueTypes TYPES = new ValueTypes();

    private ExpandedForm() {}

    /**
     * @param dictionary where the element is defined, as an IRI; what it holds is defined below that
     */
    static Map<String, Object> element(String elementId, String dictionary, JsonNode value) {
        Map<String, Object> element = new LinkedHashMap<>();
        element.put("elementId", elementId);
        element.put("dictionaryReference", dictionary);
        if (isDocument(value)) {
            relatedResource(element, value);
        } else if (value.isObject()) {
            element.put("objectType", "DataElementCollection");
            element.put("elements", members(dictionary, value));
        } else if (value.isArray()) {
            multiValued(element, dictionary, value);
        } else {
            element.put("objectType", "SingleValuedDataElement");
            element.put("valueDataType", TYPES.of(dictionary, value));
            element.put("value", value);
        }
        return element;
    }

    /** The members of an object, each as an element. */
    static List<Map<String, Object>> members(String dictionary, JsonNode object) {
        List<Map<String, Object>> elements = new ArrayList<>();
        object.properties()
                .forEach(member -> elements.add(
                        element(member.getKey(), dictionary + "/properties/" + member.getKey(), member.getValue())));
        return elements;
    }

    private static boolean isDocument(JsonNode value) {
        return DOCUMENT.stream().allMatch(value::has);
    }

    /** All that is known of a document goes along, its hash first of all: where the standard has no name, by ours. */
    private static void relatedResource(Map<String, Object> element, JsonNode document) {
        element.put("objectType", "RelatedResource");
        document.properties()
                .forEach(member ->
                        element.put(RESOURCE.getOrDefault(member.getKey(), member.getKey()), member.getValue()));
    }

    private static void multiValued(Map<String, Object> element, String dictionary, JsonNode array) {
        element.put("objectType", "MultiValuedDataElement");
        List<Object> values = new ArrayList<>();
        for (JsonNode value : array) {
            if (value.isValueNode()) {
                element.put("valueDataType", TYPES.of(dictionary + "/items", value));
                values.add(value);
            } else {
                values.add(group(dictionary + "/items", value, values.size()));
            }
        }
        element.put("value", values);
    }

    private static List<Map<String, Object>> group(String dictionary, JsonNode value, int index) {
        return isDocument(value) || value.isArray()
                ? List.of(element(Integer.toString(index), dictionary, value))
                : members(dictionary, value);
    }
}
