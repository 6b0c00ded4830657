package dev.denchi.model.credential;

import dev.denchi.model.access.AccessPoint;
import dev.denchi.model.access.AccessPolicy;
import dev.denchi.model.passport.RecordKind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One object of a record's subject: which of its members are attributes, and how many digests it has. Where some attributes are
 * not for the public, a count that followed what the record has would tell how many of them there are, such as whether an accident was
 * reported; there it is always the number of attributes that could be, and decoys stand for the missing ones (RFC 9901, 4.2.5).
 *
 * @param pointer where the object stands, as JSON Pointer
 * @param attributes the pointers of its attributes, by name
 * @param groups the objects in it that have attributes, by name
 * @param hidesSome whether there is an attribute in it that is not for the public
 * @param most how many attributes there are in it and all objects in it
 */
record DigestCounts(
        String pointer, Map<String, String> attributes, Map<String, DigestCounts> groups, boolean hidesSome, int most) {
    static final DigestCounts NONE = new DigestCounts("", Map.of(), Map.of(), false, 0);

    /** The subject of each kind. */
    static Map<RecordKind, DigestCounts> ofKinds(AccessPolicy policy) {
        Map<RecordKind, DigestCounts> counts = new EnumMap<>(RecordKind.class);
        Set<AccessPoint> open = policy.pointsOf("public");
        policy.attributes().forEach((kind, attributes) -> counts.put(kind, of("", attributes, open)));
        return counts;
    }

    /** How many digests it has at least. */
    int least() {
        return hidesSome ? attributes.size() : 0;
    }

    /** Whether a record that has nothing of it shows it all the same, full of decoys. */
    boolean isAlwaysThere() {
        return hidesSome || groups.values().stream().anyMatch(DigestCounts::isAlwaysThere);
    }

    /** An object that stands in this one; without attributes where the policy knows none. */
    DigestCounts group(String name) {
        @Nullable DigestCounts known = groups.get(name);
        return known == null ? new DigestCounts(pointer + "/" + name, Map.of(), Map.of(), false, 0) : known;
    }

    private static DigestCounts of(String pointer, Map<String, AccessPoint> points, Set<AccessPoint> open) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Map<String, DigestCounts> groups = new LinkedHashMap<>();
        boolean hidesSome = false;
        int most = 0;
        for (Map.Entry<String, AccessPoint> each : points.entrySet()) {
            if (!each.getKey().startsWith(pointer + "/")) {
                continue;
            }
            String name = each.getKey().substring(pointer.length() + 1);
            most++;
            if (name.indexOf('/') < 0) {
                attributes.put(name, each.getKey());
                hidesSome |= !open.contains(each.getValue());
            } else {
                String group = name.substring(0, name.indexOf('/'));
                groups.computeIfAbsent(group, at -> of(pointer + "/" + at, points, open));
            }
        }
        return new DigestCounts(
                pointer, Collections.unmodifiableMap(attributes), Collections.unmodifiableMap(groups), hidesSome, most);
    }
}
