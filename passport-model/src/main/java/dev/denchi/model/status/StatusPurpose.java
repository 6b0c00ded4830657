package dev.denchi.model.status;

import java.util.Arrays;
import java.util.Optional;

/** What a set bit means (Bitstring Status List 1.0, 2.2). Neither is ever taken back: a bit that was set stays set. */
public enum StatusPurpose {
    /** The issuer stands by the record no more. */
    REVOCATION("revocation"),
    /** There is a newer version of the record. */
    REFRESH("refresh");

    private final String label;

    StatusPurpose(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public static Optional<StatusPurpose> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.label.equals(label))
                .findFirst();
    }
}
