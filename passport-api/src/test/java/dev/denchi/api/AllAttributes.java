package dev.denchi.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.model.format.StrictJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The access policy as it is published, and records that have every attribute of it. */
record AllAttributes(JsonNode policy) {
    /** The attributes that the examples do without. */
    private static final Map<String, String> MORE = Map.of("battery", """
                    {"predecessors": [{"batteryPassportIdentifier": "urn:uuid:0198c0de-5a6b-7c3d-8e4f-0a1b2c3d4e60",
                      "operation": "remanufacturing"}], "expirationDate": "2046-11-20", "dppStatus": "active", "modelOperator": "sakura-cells"}""");

    static AllAttributes ofPolicy() {
        try {
            return new AllAttributes(
                    StrictJson.read(Files.readAllBytes(Path.of("..", "openapi", "access-policy.json"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<Integer> pointsOf(String readers) {
        Set<Integer> points = new TreeSet<>();
        policy.at("/readers/" + readers).forEach(point -> points.add(point.intValue()));
        return points;
    }

    /** The attributes of a kind, each with its access point. */
    Map<String, Integer> of(String kind) {
        Map<String, Integer> points = new LinkedHashMap<>();
        policy.path("attributes")
                .path(kind)
                .properties()
                .forEach(attribute -> points.put(
                        attribute.getKey(),
                        attribute.getValue().path("accessPoint").intValue()));
        return points;
    }

    ObjectNode example(String folder, String kind, String model) {
        ObjectNode example = kind.equals("battery") ? Examples.newBattery(model) : Examples.of(folder + "/" + kind);
        if (of(kind).containsKey("/modelId")) {
            example.put("modelId", model);
        }
        if (kind.equals("battery")) {
            example.put("batteryStatus", "remanufactured");
        }
        // what a single reading says has the names of what the record says of all: an answer is searched for these
        example.findParents("value")
                .forEach(reading -> ((ObjectNode) reading).remove(List.of("lastUpdate", "originator", "method")));
        merge(example, StrictJson.read(MORE.getOrDefault(kind, "{}")));
        return example;
    }

    /** The attributes of a kind that a record has, each with its access point. */
    Map<String, Integer> in(String kind, JsonNode record) {
        Map<String, Integer> present = new LinkedHashMap<>(of(kind));
        present.keySet().removeIf(attribute -> record.at(attribute).isMissingNode());
        return present;
    }

    /** What the policy names and none of these records has. */
    Set<String> missingIn(String kind, List<JsonNode> records) {
        Set<String> missing = new TreeSet<>(of(kind).keySet());
        records.forEach(record -> missing.removeAll(in(kind, record).keySet()));
        return missing;
    }

    /** The attributes of a kind that these points open. */
    Set<String> open(String kind, Set<Integer> points) {
        Set<String> open = new TreeSet<>(of(kind).keySet());
        open.removeIf(attribute -> !points.contains(of(kind).get(attribute)));
        return open;
    }

    /** Where an answer shows more or less of a record than these points. */
    List<String> faults(String where, Shown shown, JsonNode record, Set<Integer> points) {
        return faults(where, shown, record, open(shown.kind(), points), points.toString());
    }

    /** Where an answer shows more or less of a record than these attributes. */
    List<String> faults(String where, Shown shown, JsonNode record, Set<String> open, String to) {
        List<String> faults = new ArrayList<>();
        Set<String> attributes = in(shown.kind(), record).keySet();
        attributes.forEach(attribute -> {
            if (shown.has(attribute) != open.contains(attribute)) {
                faults.add(where + (shown.has(attribute) ? " shows " : " hides ") + attribute + " to " + to);
            }
        });
        long granted = attributes.stream().filter(open::contains).count();
        if (shown.disclosures() != 0 && shown.disclosures() != granted) {
            faults.add(where + " has " + shown.disclosures() + " disclosures, granted are " + granted);
        }
        return faults;
    }

    private static void merge(ObjectNode into, JsonNode more) {
        more.properties().forEach(member -> {
            if (into.get(member.getKey()) instanceof ObjectNode group) {
                merge(group, member.getValue());
            } else {
                into.set(member.getKey(), member.getValue());
            }
        });
    }
}
