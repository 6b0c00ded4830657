package dev.denchi.model.trade;

import dev.denchi.model.trade.Move.Side;
import java.util.Optional;

/**
 * What one of the two of a request is told that the other one did (ABtC {@code notificationType}). Published are those of requests and
 * footprints; answers of the types that are this service's own are named in the same way.
 */
public enum NotificationType {
    /** Something is asked, or asked anew after it was rejected. */
    REQUEST_NEW(Side.UPSTREAM),
    /** The one who asked no longer wants to know. */
    REQUEST_CANCELED(Side.UPSTREAM),
    /** The one asked sent it back. */
    REQUEST_REJECTED(Side.DOWNSTREAM),
    /** The one asked says something about it. */
    REPLY_MESSAGE_REGISTERED(Side.DOWNSTREAM),
    /** The first answer. */
    CFP_RESPONSED(Side.DOWNSTREAM),
    /** Another answer than before; also that it is withheld from now on. */
    CFP_UPDATED(Side.DOWNSTREAM),
    DD_RESPONSED(Side.DOWNSTREAM),
    DD_UPDATED(Side.DOWNSTREAM),
    RECYCLED_CONTENT_RESPONSED(Side.DOWNSTREAM),
    RECYCLED_CONTENT_UPDATED(Side.DOWNSTREAM),
    PASSPORT_RESPONSED(Side.DOWNSTREAM),
    PASSPORT_UPDATED(Side.DOWNSTREAM);

    private final Side told;

    NotificationType(Side told) {
        this.told = told;
    }

    /** Who is told. */
    public Side told() {
        return told;
    }

    /**
     * Of a move. Empty when nobody is told: an answer is told by {@link #ofAnswer}.
     *
     * @param before where the request stood
     */
    public static Optional<NotificationType> of(Move move, ResponseStatus before) {
        return switch (move) {
            case RENEW -> before == ResponseStatus.REJECT ? Optional.of(REQUEST_NEW) : Optional.empty();
            case CANCEL -> Optional.of(REQUEST_CANCELED);
            case REJECT -> Optional.of(REQUEST_REJECTED);
            case ANSWER, WITHHOLD -> Optional.empty();
        };
    }

    /** @param first whether it is the first answer to the request */
    public static NotificationType ofAnswer(RequestType type, boolean first) {
        return switch (type) {
            case CFP -> first ? CFP_RESPONSED : CFP_UPDATED;
            case DD -> first ? DD_RESPONSED : DD_UPDATED;
            case RECYCLED_CONTENT -> first ? RECYCLED_CONTENT_RESPONSED : RECYCLED_CONTENT_UPDATED;
            case PASSPORT -> first ? PASSPORT_RESPONSED : PASSPORT_UPDATED;
        };
    }
}
