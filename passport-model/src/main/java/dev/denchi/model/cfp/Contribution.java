package dev.denchi.model.cfp;

import dev.denchi.model.part.Figure;

/** What a part in a part adds to it: so much, of what its buyer states itself, or of what its supplier answered. */
public sealed interface Contribution {

    /** How much of it one unit of the whole needs. */
    Figure amount();

    /** A part that the operator accounts for itself. */
    record Own(Figure amount, Footprint totals) implements Contribution {}

    /** A part whose supplier was asked. */
    record Supplied(Figure amount, Answer answer) implements Contribution {}
}
