package dev.denchi.model.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The XML Schema type of a value, as EN 18223 wants it named: what the contract says of its place, not what it looks like. */
public final class ValueTypes {
    private static final String TEXT = "xsd:string";
    private static final String SCHEMAS = "/dev/denchi/contract/schemas/";
    private static final Map<String, String> FORMATS =
            Map.of("date", "xsd:date", "date-time", "xsd:dateTime", "uri", "xsd:anyURI");
    private static final Map<String, String> TYPES =
            Map.of("boolean", "xsd:boolean", "integer", "xsd:integer", "number", "xsd:decimal", "string", TEXT);

    /** Forms that JSON Schema has no format for, by their place among the common ones. */
    private static final String DATE_OR_MONTH = "/$defs/dateOrMonth";

    private static final String DURATION = "/$defs/duration";

    private final Map<String, JsonNode> files = new ConcurrentHashMap<>();
    private final Map<String, Definition> definitions = new ConcurrentHashMap<>();

    /** A subschema without a reference, and where it stands. */
    private record Definition(String file, String pointer, JsonNode schema) {}

    /** @param place the address of the schema of the value, a JSON Pointer as its fragment, which may lead through references */
    public String of(String place, JsonNode value) {
        Definition definition = definitions.computeIfAbsent(place, this::definition);
        if (definition.pointer().equals(DATE_OR_MONTH)) {
            return value.asText().length() > "2027-02".length() ? "xsd:date" : "xsd:gYearMonth";
        }
        if (definition.pointer().equals(DURATION)) {
            return value.asText().contains("W") ? TEXT : "xsd:duration"; // XML Schema knows no weeks
        }
        String format = definition.schema().path("format").asText();
        String type = definition.schema().path("type").asText();
        return FORMATS.getOrDefault(format, TYPES.getOrDefault(type, looks(value)));
    }

    /** Of what the contract says by a constant or a list of values only. */
    private static String looks(JsonNode value) {
        if (value.isBoolean()) {
            return "xsd:boolean";
        }
        if (value.isNumber()) {
            return value.isIntegralNumber() ? "xsd:integer" : "xsd:decimal";
        }
        return TEXT;
    }

    private Definition definition(String place) {
        if (!place.startsWith(RecordSchemas.ADDRESS)) {
            return new Definition("", "", MissingNode.getInstance());
        }
        String[] parts = place.substring(RecordSchemas.ADDRESS.length()).split("#", 2);
        Definition at = resolved(new Definition(parts[0], "", file(parts[0])));
        for (String step : parts.length < 2 ? new String[0] : parts[1].split("/")) {
            if (!step.isEmpty()) {
                at = resolved(new Definition(
                        at.file(), at.pointer() + "/" + step, at.schema().path(step)));
            }
        }
        return at;
    }

    private Definition resolved(Definition definition) {
        String reference = definition.schema().path("$ref").asText();
        if (reference.isEmpty()) {
            return definition;
        }
        String[] parts = reference.split("#", 2);
        String name = parts[0].isEmpty() ? definition.file() : parts[0];
        return resolved(new Definition(name, parts[1], file(name).at(parts[1])));
    }

    private JsonNode file(String name) {
        return files.computeIfAbsent(name, ValueTypes::read);
    }

    private static JsonNode read(String name) {
        try (InputStream in = ValueTypes.class.getResourceAsStream(SCHEMAS + name)) {
            return in == null ? MissingNode.getInstance() : StrictJson.read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
