package dev.denchi.api.supply;

/** What was asked for would not fit what there is. Raised in a transaction, it undoes it. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public Refused(Reason reason) {
        super(reason.name(), null, false, false); // no fault of ours, hence no stack trace to pay for
        this.reason = reason;
    }

    public static void unless(boolean good, Reason otherwise) {
        if (!good) {
            throw new Refused(otherwise);
        }
    }

    public Reason reason() {
        return reason;
    }

    /** Why. */
    public enum Reason {
        /** No part of this operator has the trace id; also when one of another operator has it. */
        NO_SUCH_PART,
        /** The operator neither asked nor was asked this; also when others were. */
        NO_SUCH_REQUEST,
        /** It is the other one of a request who may do this. */
        NOT_YOURS,
        /** No plant of this operator has the id. */
        NO_SUCH_PLANT,
        /** The footprint of the part has another id. */
        NO_SUCH_FOOTPRINT,
        /** The operator was told nothing of this id; also when another was. */
        NO_SUCH_NOTIFICATION,
        /** The part has no certificate, or one with another id. */
        NO_SUCH_CERTIFICATE,
        /** No file of this operator has the id, and none that was released to it. */
        NO_SUCH_FILE,
        /** The statement of the part is another record, or there is none. */
        NO_SUCH_STATEMENT,
        /** Something that may be there once is there already. */
        TAKEN,
        /** It would be a part of itself, through whatever and whomever. */
        CIRCULAR,
        /** Two that belong together are counted in different units. */
        UNITS_DIFFER,
        /** The request is not where this is possible. */
        NOT_NOW,
        /** The part is in another, or others in it. */
        HAS_STRUCTURE,
        /** Somebody was asked about the part. */
        IS_REQUESTED,
        /** The part answers somebody's request. */
        IS_LINKED
    }
}
