package dev.denchi.model.credential;

/** Text that is no SD-JWT of a record; the message says what is wrong with it. */
public final class MalformedToken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedToken(String message) {
        super(message);
    }
}
