package dev.denchi.api.store.access;

import dev.denchi.model.identifier.OperatorId;

/**
 * Whom something is granted to.
 *
 * @param kind an operator of this service, or a participant of the dataspace, known by its identifier there
 */
public record Partner(Kind kind, String id) {

    /** What kinds there are, by the names of the interface. */
    public enum Kind {
        OPERATOR,
        PARTICIPANT
    }

    public static Partner operator(OperatorId id) {
        return new Partner(Kind.OPERATOR, id.value());
    }

    public static Partner participant(String id) {
        return new Partner(Kind.PARTICIPANT, id);
    }

    static Partner parse(String text) {
        int colon = text.indexOf(':');
        return new Partner(Kind.valueOf(text.substring(0, colon)), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return kind + ":" + id;
    }
}
