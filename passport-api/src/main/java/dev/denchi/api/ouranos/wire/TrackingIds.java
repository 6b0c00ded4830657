package dev.denchi.api.ouranos.wire;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Says {@code X-TrackingId} back to whoever sent one, as the successor of the published API does, refusals included. Where none was sent it is
 * the {@code X-Track}. What is no UUID is as none: nothing else that a caller sends is ever written into a header.
 */
final class TrackingIds {
    private static final String HEADER = "X-TrackingId";
    private static final Pattern ADDRESS = Pattern.compile("/api/v1/.*");
    private static final Pattern UUID_FORM = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @ServerResponseFilter
    void say(ContainerRequestContext request, ContainerResponseContext answer) {
        if (ADDRESS.matcher(request.getUriInfo().getPath()).matches()) {
            answer.getHeaders().putSingle(HEADER, id(request.getHeaderString(HEADER), answer));
        }
    }

    private static String id(@Nullable String sent, ContainerResponseContext answer) {
        return sent != null && UUID_FORM.matcher(sent).matches()
                ? sent
                : Objects.requireNonNullElseGet(
                        answer.getHeaderString("X-Track"),
                        () -> UUID.randomUUID().toString());
    }
}
