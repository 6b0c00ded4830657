package dev.denchi.model.format;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.access.AccessPoint;
import dev.denchi.model.access.AccessPolicy;
import dev.denchi.model.passport.RecordKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Reads the access policy, openapi/access-policy.json. A policy that cannot be read opens nothing: reading it fails. */
public final class AccessPolicyFile {
    private static final String BUNDLED = "/dev/denchi/contract/access-policy.json";

    private AccessPolicyFile() {}

    /** The policy that came with this library. */
    public static AccessPolicy bundled() {
        return read(StrictJson.read(bundledBytes()));
    }

    /** The file of {@link #bundled}, for whoever keeps it. */
    public static byte[] bundledBytes() {
        try (InputStream in = AccessPolicyFile.class.getResourceAsStream(BUNDLED)) {
            if (in == null) {
                throw new IllegalStateException(BUNDLED + " is not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException when it names an unknown kind of record or access point */
    public static AccessPolicy read(JsonNode file) {
        Map<String, Set<AccessPoint>> readers = new HashMap<>();
        file.required("readers").properties().forEach(group -> readers.put(group.getKey(), points(group.getValue())));
        Map<RecordKind, Map<String, AccessPoint>> attributes = new EnumMap<>(RecordKind.class);
        file.required("attributes")
                .properties()
                .forEach(kind -> attributes.put(kind(kind.getKey()), attributes(kind.getValue())));
        Map<RecordKind, Set<String>> partners = new EnumMap<>(RecordKind.class);
        file.path("tradePartners")
                .properties()
                .forEach(kind ->
                        partners.put(kind(kind.getKey()), known(kind(kind.getKey()), kind.getValue(), attributes)));
        return new AccessPolicy(file.required("version").asText(), readers, attributes, partners);
    }

    private static Set<AccessPoint> points(JsonNode numbers) {
        Set<AccessPoint> points = EnumSet.noneOf(AccessPoint.class);
        numbers.forEach(number -> points.add(point(number)));
        return points;
    }

    private static AccessPoint point(JsonNode number) {
        if (!number.isInt()) {
            throw new IllegalArgumentException("the access policy names a point that is no whole number: " + number);
        }
        return AccessPoint.of(number.intValue());
    }

    private static Set<String> known(
            RecordKind kind, JsonNode pointers, Map<RecordKind, Map<String, AccessPoint>> attributes) {
        Set<String> named = new LinkedHashSet<>();
        pointers.forEach(pointer -> named.add(pointer.asText()));
        if (!attributes.getOrDefault(kind, Map.of()).keySet().containsAll(named)) {
            throw new IllegalArgumentException(
                    "the access policy opens attributes of a " + kind.label() + " that it does not name: " + named);
        }
        return named;
    }

    private static RecordKind kind(String label) {
        return RecordKind.ofLabel(label)
                .orElseThrow(() ->
                        new IllegalArgumentException("the access policy names an unknown kind of record: " + label));
    }

    private static Map<String, AccessPoint> attributes(JsonNode entries) {
        Map<String, AccessPoint> points = new LinkedHashMap<>();
        entries.properties()
                .forEach(entry ->
                        points.put(entry.getKey(), point(entry.getValue().required("accessPoint"))));
        return points;
    }
}
