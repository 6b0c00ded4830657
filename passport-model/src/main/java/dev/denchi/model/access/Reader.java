package dev.denchi.model.access;

import dev.denchi.model.passport.RecordKind;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Someone who reads a record, by what he may see of it.
 *
 * @param group the group of readers he belongs to, whose points each policy names; {@code null} for one with points of his own
 * @param points the points of Annex XIII that were agreed with him; empty for one of a group
 * @param isItsOperator whether the record is his own operator's, all of which he sees
 * @param granted single attributes that the record's operator granted him besides, by JSON Pointer
 */
public record Reader(
        @Nullable String group, Set<AccessPoint> points, boolean isItsOperator, Map<RecordKind, Set<String>> granted) {

    public Reader {
        points = Set.copyOf(points);
        granted = granted.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
    }

    public static Reader of(Set<AccessPoint> points) {
        return new Reader(null, points, false, Map.of());
    }

    /** One of a group such as {@code legitimateInterest}. A group that a policy does not know sees nothing under it. */
    public static Reader inGroup(String group) {
        return new Reader(group, Set.of(), false, Map.of());
    }

    public static Reader itsOperator() {
        return new Reader(null, Set.of(), true, Map.of());
    }

    /** The same reader, who was granted these attributes and no others. */
    public Reader granted(Map<RecordKind, Set<String>> attributes) {
        return new Reader(group, points, isItsOperator, attributes);
    }

    boolean isGranted(RecordKind kind, String pointer) {
        return granted.getOrDefault(kind, Set.of()).contains(pointer);
    }
}
