package dev.denchi.model.credential;

/** Text that is no SD-JWT of a record; the message says what is wrong with it. */
public final class MalformedToken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean inDisclosures;

    MalformedToken(String message) {
        this(message, false);
    }

    private MalformedToken(String message, boolean inDisclosures) {
        super(message);
        this.inDisclosures = inDisclosures;
    }

    static MalformedToken inDisclosures(String message) {
        return new MalformedToken(message, true);
    }

    /** Whether the issuer's JWT has its form, and only what travels with it does not belong to it. */
    public boolean isInDisclosures() {
        return inDisclosures;
    }
}
