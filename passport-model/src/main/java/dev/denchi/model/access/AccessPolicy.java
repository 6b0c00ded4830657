package dev.denchi.model.access;

import dev.denchi.model.passport.RecordKind;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The access point of each attribute and the points open to each group of readers, as data (openapi/access-policy.json).
 *
 * <p>{@code tradePartners} are the attributes of lots that the other party of a transfer is granted with it.
 *
 * <p>What the policy does not name is open to nobody but the operator itself; an unknown group of readers sees nothing.
 */
public record AccessPolicy(
        String version,
        Map<String, Set<AccessPoint>> readers,
        Map<RecordKind, Map<String, AccessPoint>> attributes,
        Map<RecordKind, Set<String>> tradePartners) {

    public AccessPolicy {
        readers = copy(readers, Set::copyOf);
        attributes = copy(attributes, Map::copyOf);
        tradePartners = copy(tradePartners, Set::copyOf);
    }

    /** One that opens nothing to partners of a trade. */
    public AccessPolicy(
            String version,
            Map<String, Set<AccessPoint>> readers,
            Map<RecordKind, Map<String, AccessPoint>> attributes) {
        this(version, readers, attributes, Map.of());
    }

    private static <K, V> Map<K, V> copy(Map<K, V> map, UnaryOperator<V> value) {
        return map.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> value.apply(entry.getValue())));
    }

    /** A policy that opens nothing: what stands in for one that cannot be read. */
    public static AccessPolicy closed(String version) {
        return new AccessPolicy(version, Map.of(), Map.of());
    }

    /** The points open to a group such as {@code legitimateInterest}. */
    public Set<AccessPoint> pointsOf(String group) {
        return readers.getOrDefault(group, Set.of());
    }

    /** The attributes that have an access point, by JSON Pointer: each becomes a disclosure of its own. */
    public Set<String> attributesOf(RecordKind kind) {
        return attributes.getOrDefault(kind, Map.of()).keySet();
    }

    /** Whether {@code reader} may see the attribute at {@code pointer} of a record of this kind. */
    public boolean permits(Reader reader, RecordKind kind, String pointer) {
        if (reader.isItsOperator() || reader.isGranted(kind, pointer)) {
            return true;
        }
        AccessPoint point = attributes.getOrDefault(kind, Map.of()).get(pointer);
        Set<AccessPoint> open = reader.group() == null ? reader.points() : pointsOf(reader.group());
        return point != null && open.contains(point);
    }
}
