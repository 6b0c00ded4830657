package dev.denchi.api.problem;

import dev.denchi.model.format.MalformedJson;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever was thrown into the caller's answer: expected refusals with what to change, all else with a correlation id alone. */
final class Problems {
    private static final int ALLOWED_ELSEWHERE = 405;
    private static final Logger LOG = Logger.getLogger(Problems.class);

    @ServerExceptionMapper
    Response rejected(Rejected rejected, HttpServerRequest request) {
        return ProblemAnswer.to(request, rejected);
    }

    @ServerExceptionMapper
    Response malformed(MalformedJson malformed, HttpServerRequest request) {
        return ProblemAnswer.to(request, Rejected.because(ProblemType.MALFORMED_REQUEST, malformed.getMessage()));
    }

    /** What the framework refuses before any of our code runs. */
    @ServerExceptionMapper
    Response refusedByFramework(WebApplicationException e, HttpServerRequest request) {
        Response framework = e.getResponse();
        if (framework.getStatus() >= 500) {
            return unexpected(e, request);
        }
        Response answer = ProblemAnswer.to(request, refusal(framework.getStatus()));
        return framework.getStatus() == ALLOWED_ELSEWHERE
                ? Response.fromResponse(answer)
                        .header(HttpHeaders.ALLOW, AllowedMethods.to(request))
                        .build()
                : answer;
    }

    @ServerExceptionMapper
    Response unexpected(Throwable e, HttpServerRequest request) {
        String correlation = UUID.randomUUID().toString();
        LOG.errorf(e, "%s %s failed, correlation id %s", request.method(), request.path(), correlation);
        return ProblemAnswer.internalError(request, correlation);
    }

    private static Rejected refusal(int status) {
        return switch (status) {
            case 404 -> Rejected.because(ProblemType.NOT_FOUND, "nothing is served at this address");
            case 405 -> Rejected.because(ProblemType.METHOD_NOT_ALLOWED, "the methods of this address are in Allow");
            case 406 -> Rejected.because(ProblemType.NOT_ACCEPTABLE, "the media types are in the OpenAPI document");
            case 413 -> Rejected.because(ProblemType.BODY_TOO_LARGE, "a body may have 1 MiB");
            case 415 ->
                Rejected.because(ProblemType.UNSUPPORTED_MEDIA_TYPE, "the media types are in the OpenAPI document");
            default -> Rejected.because(ProblemType.MALFORMED_REQUEST, "the request could not be read");
        };
    }
}
