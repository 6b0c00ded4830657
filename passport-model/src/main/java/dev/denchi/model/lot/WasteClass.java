package dev.denchi.model.lot;

/** What kind of waste a lot was recovered from (Article 3(1)(51), Recital 30). */
public enum WasteClass {
    BATTERY_MANUFACTURING_WASTE,
    POST_CONSUMER,
    /** Used again in the process that made it; never waste that was recycled. */
    RUN_AROUND_SCRAP,
    /** Scrap of other industries. */
    OTHER_PRE_CONSUMER;

    /** The origin that it gives an element at best. Of lead any waste counts, of the other metals only batteries' own and post-consumer waste. */
    public Origin originOf(Element element) {
        return switch (this) {
            case BATTERY_MANUFACTURING_WASTE -> Origin.PRE_CONSUMER;
            case POST_CONSUMER -> Origin.POST_CONSUMER;
            case RUN_AROUND_SCRAP -> Origin.PRIMARY;
            case OTHER_PRE_CONSUMER -> element == Element.LEAD ? Origin.PRE_CONSUMER : Origin.PRIMARY;
        };
    }
}
