package dev.denchi.api.file;

/** Bytes that are something else than they are said to be. */
public final class Mistyped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Mistyped(String fault) {
        super(fault, null, false, false); // no fault of ours, hence no stack trace to pay for
    }

    /** What they are, as a sender is told. */
    public String fault() {
        return String.valueOf(getMessage());
    }
}
