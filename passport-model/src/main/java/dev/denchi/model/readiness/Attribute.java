package dev.denchi.model.readiness;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.passport.RecordKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * An attribute that fills a data point.
 *
 * @param pointer JSON Pointer in a record of the kind
 * @param where members that one item of the array at the pointer must have; empty when the attribute itself will do
 */
public record Attribute(RecordKind kind, String pointer, Map<String, String> where) {

    public Attribute {
        where = Map.copyOf(where);
    }

    boolean isIn(Map<RecordKind, JsonNode> contents) {
        JsonNode record = contents.get(kind);
        JsonNode value = record == null ? null : record.at(pointer);
        if (value == null || value.isMissingNode() || value.isNull()) {
            return false;
        }
        return where.isEmpty()
                || StreamSupport.stream(value.spliterator(), false).anyMatch(this::fits);
    }

    private boolean fits(JsonNode item) {
        return where.entrySet().stream()
                .allMatch(member -> item.path(member.getKey()).asText().equals(member.getValue()));
    }

    Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("record", kind.label());
        json.put("pointer", pointer);
        if (!where.isEmpty()) {
            json.put("where", where);
        }
        return json;
    }
}
