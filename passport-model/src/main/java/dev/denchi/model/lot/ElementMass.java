package dev.denchi.model.lot;

import dev.denchi.model.quantity.Mass;

/** How much of an element a lot holds, and where that came from. Whether the parts make the whole is asked by invariant I6. */
public record ElementMass(Element element, Mass total, Mass preConsumer, Mass postConsumer, Mass primary) {

    /** What is neither pre- nor post-consumer is primary, as is what nobody knows. */
    public static ElementMass of(Element element, Mass total, Mass preConsumer, Mass postConsumer) {
        return new ElementMass(
                element,
                total,
                preConsumer,
                postConsumer,
                total.minus(preConsumer).minus(postConsumer));
    }

    public static ElementMass primary(Element element, Mass total) {
        return of(element, total, Mass.ZERO, Mass.ZERO);
    }

    public Mass of(Origin origin) {
        return switch (origin) {
            case PRE_CONSUMER -> preConsumer;
            case POST_CONSUMER -> postConsumer;
            case PRIMARY -> primary;
        };
    }
}
