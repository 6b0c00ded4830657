package dev.denchi.api.document;

import dev.denchi.api.document.ListDocuments.State;
import dev.denchi.api.problem.Parameters;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import java.util.Arrays;
import java.util.Locale;

/**
 * Which part of a list of documents is asked for.
 *
 * @param after only those behind this hash; empty for the first
 */
record DocumentPage(State state, String after, int limit) {
    private static final int MOST = 200;

    /** @throws Rejected when there is no such part */
    static DocumentPage of(String state, String after, String limit) {
        return new DocumentPage(state(state), after.isEmpty() ? after : Hash.of(after), Parameters.limit(limit, MOST));
    }

    /** The page behind this document (RFC 8288). */
    String next(String last) {
        return "</v1/documents?state=%s&after=%s&limit=%d>; rel=\"next\"".formatted(name(state), last, limit);
    }

    private static State state(String text) {
        return Arrays.stream(State.values())
                .filter(state -> name(state).equals(text))
                .findFirst()
                .orElseThrow(() -> Rejected.because(ProblemType.MALFORMED_REQUEST, "state is all, kept or missing"));
    }

    private static String name(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
