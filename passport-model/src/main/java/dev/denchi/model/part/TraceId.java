package dev.denchi.model.part;

import java.util.UUID;

/** A kind of part of one plant (Ouranos {@code traceId}): no serial number and no batch. */
public record TraceId(UUID value) {

    /** @throws IllegalArgumentException when it is no UUID */
    public static TraceId of(String text) {
        return new TraceId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
