package dev.denchi.api.problem;

import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses an address that is longer than any of ours, with a reason. One longer than the framework reads is cut off without a word. */
final class LongestAddress {
    static final int LARGEST = 4096;

    @ServerRequestFilter(preMatching = true)
    void limit(HttpServerRequest request) {
        int length = request.uri().length();
        if (length > LARGEST) {
            throw Rejected.because(
                    ProblemType.ADDRESS_TOO_LONG,
                    "the path and query have " + length + " characters, they may have " + LARGEST);
        }
    }
}
