package dev.denchi.model.signature;

/** A header that is not accepted; the message says why. */
public final class RefusedHeader extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String member;

    RefusedHeader(String member, String message) {
        super(message);
        this.member = member;
    }

    /** The member that is to blame, such as {@code alg}. */
    public String member() {
        return member;
    }
}
