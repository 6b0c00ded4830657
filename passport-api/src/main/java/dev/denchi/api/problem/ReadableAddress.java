package dev.denchi.api.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.URISyntaxException;

/** Refuses an address that is no URI (RFC 3986), with a reason; the framework would do so without a word, were it asked to look. */
final class ReadableAddress {
    private static final int EARLY = 1000;
    private static final String NUL = "%00";

    void refuseAllElse(@Observes Filters filters) {
        filters.register(ReadableAddress::require, EARLY);
    }

    private static void require(RoutingContext context) {
        String address = context.request().uri();
        try {
            String query = new URI(address).getRawQuery();
            if (query == null || !query.contains(NUL)) {
                context.next();
                return;
            }
            refuse(context, "the query has the character U+0000 (%00), which stands in nothing that is asked for here");
        } catch (URISyntaxException e) {
            refuse(
                    context,
                    "the address is no URI (RFC 3986) at its character " + (e.getIndex() + 1)
                            + "; percent-encode what is not a letter, a digit or one of -._~");
        }
    }

    private static void refuse(RoutingContext context, String detail) {
        ProblemAnswer.send(context.request(), Rejected.because(ProblemType.MALFORMED_REQUEST, detail));
    }
}
