package dev.denchi.api.certificate;

import java.util.List;

/** What was sent is no certificate that can be kept, or no file of one. Raised in a transaction, it undoes it. */
public final class Unfit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param fault names the field first */
    Unfit(String fault) {
        super(fault, null, false, false); // no fault of ours, hence no stack trace to pay for
    }

    static void ifAny(List<String> faults) {
        if (!faults.isEmpty()) {
            throw new Unfit(String.join("; ", faults) + ".");
        }
    }

    /** All of it, as a sender is told. */
    public String faults() {
        return String.valueOf(getMessage());
    }
}
