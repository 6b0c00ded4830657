package dev.denchi.model.trade;

import static dev.denchi.model.trade.Move.ANSWER;
import static dev.denchi.model.trade.Move.RENEW;
import static dev.denchi.model.trade.Move.WITHHOLD;

import java.util.List;
import java.util.Optional;

/**
 * Where a request stands (Ouranos {@code cfpResponseStatus}). Nothing leads out of {@link #CANCEL}; one that was rejected lives
 * again when the one who asked renews it. A cancelled request is kept, never deleted.
 */
public enum ResponseStatus {
    NOT_COMPLETED,
    COMPLETED,
    REJECT,
    CANCEL;

    private static final List<Transition> LEGAL = List.of(
            new Transition(NOT_COMPLETED, ANSWER, COMPLETED),
            new Transition(NOT_COMPLETED, Move.REJECT, REJECT),
            new Transition(NOT_COMPLETED, RENEW, NOT_COMPLETED),
            new Transition(NOT_COMPLETED, Move.CANCEL, CANCEL),
            new Transition(COMPLETED, ANSWER, COMPLETED),
            new Transition(COMPLETED, WITHHOLD, NOT_COMPLETED),
            new Transition(COMPLETED, Move.CANCEL, CANCEL),
            new Transition(REJECT, RENEW, NOT_COMPLETED),
            new Transition(REJECT, Move.CANCEL, CANCEL));

    private record Transition(ResponseStatus from, Move move, ResponseStatus to) {}

    /** Empty when the move is not allowed from here. */
    public Optional<ResponseStatus> after(Move move) {
        return LEGAL.stream()
                .filter(transition -> transition.from() == this && transition.move() == move)
                .map(Transition::to)
                .findFirst();
    }

    /** Whether the one who asked may hear of what is upstream, and whether it counts as a request of the tree. */
    public boolean isOpen() {
        return this == NOT_COMPLETED || this == COMPLETED;
    }
}
