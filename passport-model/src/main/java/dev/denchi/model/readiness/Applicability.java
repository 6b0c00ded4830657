package dev.denchi.model.readiness;

/** Whether a category of battery wants a data point. */
enum Applicability {
    MANDATORY("mandatory"),
    CONDITIONAL("conditional"),
    OPTIONAL("optional"),
    /** Wanted, but not yet. */
    DEFERRED("deferred"),
    NOT_TO_BE_FILLED("notToBeFilled");

    private final String label;

    Applicability(String label) {
        this.label = label;
    }

    /** @throws IllegalArgumentException when there is no such word */
    static Applicability of(String label) {
        for (Applicability applicability : values()) {
            if (applicability.label.equals(label)) {
                return applicability;
            }
        }
        throw new IllegalArgumentException("the data points know no applicability \"" + label + "\"");
    }
}
