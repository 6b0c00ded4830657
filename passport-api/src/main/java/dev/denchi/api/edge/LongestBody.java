package dev.denchi.api.edge;

import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Cuts off unread what is far larger than any record; one that is a little too large is refused with its size. The framework's
 * own limit knows no exception; an upload of many records, which is never in memory, has no largest size, and files, which are not either, have one of
 * their own.
 */
final class LongestBody {
    static final String EXCHANGE = LongestBody.class.getName();
    static final long LARGEST = 8L * 1024 * 1024;
    private static final Pattern UPLOAD = Pattern.compile(
            "/v1/records/[^/]+/bulk|/v1/documents/[^/]+|/v1/evidence|/api/v1/cfpCertificationFiles/[^/]+");

    private final Vertx vertx;

    LongestBody(Vertx vertx) {
        this.vertx = vertx;
    }

    @ServerRequestFilter
    void limit(ContainerRequestContext request, RoutingContext exchange) {
        if (UPLOAD.matcher(exchange.request().path()).matches()) {
            RestOfUpload.thrownAway(exchange, vertx);
        } else {
            requireBelow(request.getHeaderString(HttpHeaders.CONTENT_LENGTH));
            request.setProperty(EXCHANGE, exchange);
            // the framework cuts off without a word: CountedBody refuses before it, and is heard
            exchange.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, 2 * LARGEST);
        }
    }

    private static void requireBelow(@Nullable String length) {
        if (length != null && Long.parseLong(length) > LARGEST) {
            throw Rejected.because(
                    ProblemType.BODY_TOO_LARGE, "a body may have 1 MiB, this one has " + length + " bytes");
        }
    }
}
