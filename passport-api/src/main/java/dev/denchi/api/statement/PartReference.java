package dev.denchi.api.statement;

import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.model.part.TraceId;

/** How a part is named in an address. */
public final class PartReference {
    private PartReference() {}

    /** @throws Rejected when it is no trace id */
    public static TraceId parse(String traceId) {
        try {
            return TraceId.of(traceId);
        } catch (IllegalArgumentException e) {
            throw Rejected.because(
                    ProblemType.MALFORMED_REQUEST, "\"" + traceId + "\" is no traceId of a part: a UUID");
        }
    }

    /** Of another operator's part nobody learns that it is there. */
    public static Rejected notFound(String traceId) {
        return Rejected.because(ProblemType.NOT_FOUND, "this operator has no part " + traceId);
    }
}
