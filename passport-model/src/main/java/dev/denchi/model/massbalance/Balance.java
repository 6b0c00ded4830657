package dev.denchi.model.massbalance;

import dev.denchi.model.quantity.Mass;

/**
 * What a holder has of a lot. A balance only ever counts: what is left is never kept apart from what it comes from.
 *
 * @param received made there, taken in, or accepted
 * @param drawn consumed or given away
 * @param claimed consumed for batteries, by a claim
 */
public record Balance(Mass received, Mass drawn, Mass claimed) {
    public static final Balance NONE = new Balance(Mass.ZERO, Mass.ZERO, Mass.ZERO);

    public Mass left() {
        return received.minus(drawn).minus(claimed);
    }

    Balance receiving(Mass mass) {
        return new Balance(received.plus(mass), drawn, claimed);
    }

    Balance drawing(Mass mass) {
        return new Balance(received, drawn.plus(mass), claimed);
    }

    Balance takingBack(Mass mass) {
        return new Balance(received, drawn.minus(mass), claimed);
    }

    Balance claiming(Mass mass) {
        return new Balance(received, drawn, claimed.plus(mass));
    }
}
