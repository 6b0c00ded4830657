package dev.denchi.model.credential;

import dev.denchi.model.access.AccessPoint;
import dev.denchi.model.access.AccessPolicy;
import dev.denchi.model.passport.RecordKind;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How many digests each object of a record's subject has. Where some attributes are not for the public, a count that followed what
 * the record has would tell how many of them there are, such as whether an accident was reported; there it is always the
 * number of attributes that could be, and decoys stand for the missing ones (RFC 9901, 4.2.5).
 *
 * @param attributes the attributes that have an access point, by JSON Pointer
 * @param counts by JSON Pointer of the object; objects with nothing but public attributes are not there
 * @param groups the names of the objects with a count, by the pointer of the object around them
 */
record DigestCounts(Set<String> attributes, Map<String, Integer> counts, Map<String, Set<String>> groups) {
    static final DigestCounts NONE = new DigestCounts(Set.of(), Map.of(), Map.of());

    static Map<RecordKind, DigestCounts> ofKinds(AccessPolicy policy) {
        Map<RecordKind, DigestCounts> counts = new EnumMap<>(RecordKind.class);
        policy.attributes().forEach((kind, attributes) -> counts.put(kind, of(policy, attributes)));
        return counts;
    }

    int in(String pointer) {
        return counts.getOrDefault(pointer, 0);
    }

    /** How many digests a record has at most. */
    int most() {
        return attributes.size();
    }

    Set<String> groupsIn(String pointer) {
        return groups.getOrDefault(pointer, Set.of());
    }

    private static DigestCounts of(AccessPolicy policy, Map<String, AccessPoint> attributes) {
        Set<AccessPoint> open = policy.pointsOf("public");
        Map<String, Integer> counts = new HashMap<>();
        Map<String, Set<String>> groups = new HashMap<>();
        attributes.forEach((pointer, point) -> {
            if (!open.contains(point)) {
                counts.put(parent(pointer), 0);
            }
        });
        attributes.keySet().forEach(pointer -> counts.computeIfPresent(parent(pointer), (at, count) -> count + 1));
        for (String pointer : counts.keySet()) {
            for (String group = pointer; !group.isEmpty(); group = parent(group)) {
                groups.computeIfAbsent(parent(group), at -> new TreeSet<>())
                        .add(group.substring(group.lastIndexOf('/') + 1));
            }
        }
        return new DigestCounts(attributes.keySet(), Map.copyOf(counts), Map.copyOf(groups));
    }

    private static String parent(String pointer) {
        return pointer.substring(0, pointer.lastIndexOf('/'));
    }
}
