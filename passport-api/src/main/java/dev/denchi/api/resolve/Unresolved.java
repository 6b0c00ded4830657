package dev.denchi.api.resolve;

/** A document that cannot be had, or is none; the message says why, and tells nothing of our network. */
public final class Unresolved extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unresolved(String message) {
        super(message, null, false, false); // others' fault, hence no stack trace to pay for
    }
}
