package dev.denchi.model.trust;

/**
 * Whether an anchor vouches for a certificate.
 *
 * @param reason who vouches, or why nobody does; for anyone who has to act on it
 */
public record Vouching(Answer answer, String reason) {

    public enum Answer {
        YES,
        NO,
        /** The anchors do not tell about that time. */
        UNKNOWN
    }
}
