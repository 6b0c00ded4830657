package dev.denchi.model.passport;

/**
 * One fault in a record and what to do about it.
 *
 * @param pointer JSON Pointer (RFC 6901) of the place, empty for the whole document
 * @param rule the broken rule's name, or {@code schema:{keyword}}
 * @param message the thing, the value and the limit
 */
public record Violation(String pointer, String rule, String message) {

    /** The same, of a record that stands at {@code place} in a document. */
    public Violation below(String place) {
        return new Violation(place + pointer, rule, message);
    }
}
