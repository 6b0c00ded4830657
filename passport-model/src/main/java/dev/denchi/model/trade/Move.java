package dev.denchi.model.trade;

/** What can happen to a request, and who does it. */
public enum Move {
    /** The answer is there, and released to the one who asked. */
    ANSWER(Side.UPSTREAM),
    /** The release of the answer is taken back. */
    WITHHOLD(Side.UPSTREAM),
    /** The one asked sends it back, saying why. */
    REJECT(Side.UPSTREAM),
    /** The one who asked asks again, or changes what he asked. */
    RENEW(Side.DOWNSTREAM),
    /** The one who asked no longer wants to know. */
    CANCEL(Side.DOWNSTREAM);

    private final Side side;

    Move(Side side) {
        this.side = side;
    }

    public Side side() {
        return side;
    }

    /** Downstream asks, upstream answers. */
    public enum Side {
        DOWNSTREAM,
        UPSTREAM
    }
}
