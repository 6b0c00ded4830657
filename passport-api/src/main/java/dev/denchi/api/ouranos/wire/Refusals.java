package dev.denchi.api.ouranos.wire;

import dev.denchi.api.supply.Refused;

/** What the published words are for what does not fit. One that nobody published says which field and why, in their manner. */
final class Refusals {

    private Refusals() {}

    static Refusal of(Refused refused) {
        return switch (refused.reason()) {
            case NO_SUCH_PART -> Refusal.of(TraceabilityMessage.TRACE_UNKNOWN);
            case NO_SUCH_REQUEST,
                    NO_SUCH_PLANT,
                    NO_SUCH_FOOTPRINT,
                    NO_SUCH_STATEMENT,
                    NO_SUCH_NOTIFICATION,
                    NO_SUCH_CERTIFICATE,
                    NO_SUCH_FILE -> Refusal.of(TraceabilityMessage.ID_UNKNOWN);
            case NOT_YOURS -> Refusal.denied(Source.DATASPACE);
            case TAKEN -> Refusal.validation(Source.DATASPACE, "downstreamTraceId: is already requested.");
            case CIRCULAR -> Refusal.validation(Source.DATASPACE, "traceId: must not be a part of itself.");
            case UNITS_DIFFER ->
                Refusal.validation(
                        Source.DATASPACE,
                        "amountRequiredUnit and ghgDeclaredUnit must be the same on both sides, nothing is converted.");
            case NOT_NOW ->
                Refusal.validation(
                        Source.DATASPACE, "requestStatus: (cfpResponseStatus: does not allow this any more.).");
            case HAS_STRUCTURE -> Refusal.of(TraceabilityMessage.PART_HAS_STRUCTURE);
            case IS_REQUESTED -> Refusal.of(TraceabilityMessage.PART_IS_REQUESTED);
            case IS_LINKED -> Refusal.of(TraceabilityMessage.PART_IS_LINKED);
        };
    }
}
