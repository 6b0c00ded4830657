package dev.denchi.api.access;

import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The Ouranos API wants two: the key of the application, in {@code apiKey} or {@code API-Key}, and the token of who uses it. Here
 * both must be of one operator. Without a token the caller is anyone, to whom only signing in is open.
 */
@Singleton
final class OuranosCredentials {
    static final String NO_TOKEN = "Authentication required";
    static final String NO_RIGHT = "You do not have the necessary privileges";
    private static final String NO_KEY = "Invalid key";
    private static final String BAD_TOKEN = "Invalid or expired token";
    private static final String BEARER = "Bearer ";

    private final KnownKeys keys;
    private final Callers callers;
    private final LocalAccounts accounts;

    OuranosCredentials(KnownKeys keys, Callers callers, LocalAccounts accounts) {
        this.keys = keys;
        this.callers = callers;
        this.accounts = accounts;
    }

    static boolean areFor(String path) {
        return path.startsWith("/api/v1/") || path.startsWith("/auth/");
    }

    Uni<Caller> caller(ContainerRequestContext request) {
        if (request.getUriInfo().getPath().endsWith("/health")) {
            return Uni.createFrom().item(Caller.ANYONE);
        }
        List<String> sent = Stream.of("apiKey", "API-Key")
                .map(request::getHeaderString)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (sent.size() != 1) {
            throw noKey();
        }
        return keys.caller(sent.get(0))
                .onFailure(Rejected.class)
                .transform(refused -> noKey())
                .chain(application -> user(request.getHeaderString(HttpHeaders.AUTHORIZATION), application));
    }

    private Uni<Caller> user(@Nullable String authorization, Caller application) {
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Uni.createFrom().item(Caller.ANYONE);
        }
        String token = authorization.substring(BEARER.length()).strip();
        return accounts.caller(token)
                .map(Uni.createFrom()::item)
                .orElseGet(() -> Uni.createFrom().deferred(() -> callers.byBearerToken(token)))
                .onFailure(OuranosCredentials::isBadToken)
                .transform(refused -> Rejected.because(ProblemType.UNAUTHENTICATED, BAD_TOKEN))
                .invoke(user -> requireSameOperator(user, application));
    }

    private static boolean isBadToken(Throwable failure) {
        return failure instanceof Rejected refused && refused.type() == ProblemType.UNAUTHENTICATED;
    }

    private static void requireSameOperator(Caller user, Caller application) {
        if (user.operator() == null || !user.operator().equals(application.operator())) {
            throw Rejected.because(ProblemType.FORBIDDEN, NO_RIGHT);
        }
    }

    private static Rejected noKey() {
        return Rejected.because(ProblemType.FORBIDDEN, NO_KEY);
    }
}
