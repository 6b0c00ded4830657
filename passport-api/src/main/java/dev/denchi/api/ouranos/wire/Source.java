package dev.denchi.api.ouranos.wire;

/** Which system of Ouranos would have said it: the first word of an error's {@code code}. */
public enum Source {
    DATASPACE("dataspace"),
    AUTH("auth"),
    TRACEABILITY("traceability");

    private final String label;

    Source(String label) {
        this.label = label;
    }

    String code(String kind) {
        return "[" + label + "] " + kind;
    }
}
