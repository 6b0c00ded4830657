package dev.denchi.api.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses headers that should name media types and do not, with a reason: the framework would call that a failure of its own. */
final class NamedMediaTypes {

    @ServerRequestFilter(preMatching = true)
    void require(ContainerRequestContext request) {
        try {
            request.getAcceptableMediaTypes();
        } catch (IllegalArgumentException e) {
            throw Rejected.because(
                    ProblemType.MALFORMED_REQUEST,
                    "Accept lists media types, such as application/json, and not: "
                            + request.getHeaderString(HttpHeaders.ACCEPT));
        }
        try {
            request.getMediaType();
        } catch (IllegalArgumentException e) {
            throw Rejected.because(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "Content-Type is a media type, such as application/json, and not: "
                            + request.getHeaderString(HttpHeaders.CONTENT_TYPE));
        }
    }
}
