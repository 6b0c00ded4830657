package dev.denchi.model.access;

import java.util.Set;

/**
 * Someone who reads a record, by what he may see of it.
 *
 * @param points the points of Annex XIII open to him
 * @param isItsOperator whether the record is his own operator's, all of which he sees
 */
public record Reader(Set<AccessPoint> points, boolean isItsOperator) {

    public static Reader of(Set<AccessPoint> points) {
        return new Reader(Set.copyOf(points), false);
    }

    public static Reader itsOperator() {
        return new Reader(Set.of(), true);
    }
}
