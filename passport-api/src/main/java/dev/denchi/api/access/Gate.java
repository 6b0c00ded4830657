package dev.denchi.api.access;

import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.jspecify.annotations.Nullable;

/**
 * Every request passes here: who is calling, and whether the endpoint is open to him. An endpoint that does not say whom it
 * is open to is open to nobody; a key that is sent must be good even where none is needed.
 */
final class Gate {
    static final String API_KEY = "X-API-Key";
    private static final String BEARER = "Bearer ";

    private final Callers callers;
    private final CurrentCaller current;
    private final OuranosCredentials ouranos;

    Gate(Callers callers, CurrentCaller current, OuranosCredentials ouranos) {
        this.callers = callers;
        this.current = current;
        this.ouranos = ouranos;
    }

    /** @return nothing to go on; fails with {@link Rejected} to refuse */
    @ServerRequestFilter
    Uni<@Nullable Response> admit(ContainerRequestContext request, SimpleResourceInfo endpoint) {
        boolean atOuranos = OuranosCredentials.areFor(request.getUriInfo().getPath());
        return (atOuranos ? ouranos.caller(request) : callerOf(request))
                .invoke(caller -> requireOpen(endpoint, caller, atOuranos))
                .invoke(current::is)
                .map(caller -> null);
    }

    private Uni<Caller> callerOf(ContainerRequestContext request) {
        List<String> keys = request.getHeaders().getOrDefault(API_KEY, List.of());
        String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (keys.size() + (authorization == null ? 0 : 1) > 1) {
            throw Rejected.because(ProblemType.UNAUTHENTICATED, "send one API key or one bearer token, not several");
        }
        if (!keys.isEmpty()) {
            return callers.byApiKey(keys.get(0));
        }
        if (authorization == null) {
            return Uni.createFrom().item(Caller.ANYONE);
        }
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw Rejected.because(ProblemType.UNAUTHENTICATED, "the only Authorization scheme here is Bearer");
        }
        return callers.byBearerToken(authorization.substring(BEARER.length()).strip());
    }

    private static void requireOpen(SimpleResourceInfo endpoint, Caller caller, boolean atOuranos) {
        OpenTo open = openTo(endpoint);
        boolean admitted = open != null && Arrays.stream(open.value()).anyMatch(role -> role == caller.role());
        if (!admitted) {
            throw caller.role() == Role.ANYONE
                    ? Rejected.because(
                            ProblemType.UNAUTHENTICATED,
                            atOuranos ? OuranosCredentials.NO_TOKEN : "send your API key in the header " + API_KEY)
                    : Rejected.because(
                            ProblemType.FORBIDDEN,
                            atOuranos
                                    ? OuranosCredentials.NO_RIGHT
                                    : "this address is not open to the role " + caller.role());
        }
    }

    private static @Nullable OpenTo openTo(SimpleResourceInfo endpoint) {
        try {
            return endpoint.getResourceClass()
                    .getMethod(endpoint.getMethodName(), endpoint.parameterTypes())
                    .getAnnotation(OpenTo.class);
        } catch (NoSuchMethodException e) {
            return null;
        }
    }
}
