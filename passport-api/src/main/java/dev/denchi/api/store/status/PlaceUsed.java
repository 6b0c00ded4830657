package dev.denchi.api.store.status;

/** The place that a record names in its operator's status lists is another version's by now. */
public final class PlaceUsed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private PlaceUsed() {
        super("a place in a status list was used meanwhile", null, false, false);
    }

    /** @throws PlaceUsed when fewer places were free than were named */
    public static void requireAll(int used, int named) {
        if (used != named) {
            throw new PlaceUsed();
        }
    }
}
