package dev.denchi.api.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.audit.Submitter;
import dev.denchi.api.store.operator.Directory;
import dev.denchi.api.store.operator.Operator;
import dev.denchi.model.identifier.OperatorId;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Callers with a bearer token of the OpenID Connect provider. Quarkus verifies it; here is only what its claims mean. A token
 * that names no role known here, several, or no operator of this service is good, and opens nothing.
 */
@Singleton
final class OidcTokens {
    private static final Logger LOG = Logger.getLogger(OidcTokens.class);

    private final OidcConfig config;
    private final Map<String, Role> roles;
    private final CurrentVertxRequest request;
    private final Directory directory;
    private final Cache<OperatorId, Operator> operators;

    OidcTokens(OidcConfig config, AccessConfig access, CurrentVertxRequest request, Directory directory) {
        this.config = config;
        this.roles = config.roles().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> role(entry.getValue())));
        this.request = request;
        this.directory = directory;
        this.operators = Caffeine.newBuilder()
                .maximumSize(1000)
                .expireAfterWrite(access.callersKnownFor())
                .build();
    }

    boolean areAccepted() {
        return config.enabled();
    }

    /** Who sent the request at hand. Fails with {@link Rejected} when the token is refused, or says nothing of use here. */
    Uni<Caller> caller() {
        return QuarkusHttpUser.getSecurityIdentity(request.getCurrent(), null)
                .onFailure(AuthenticationFailedException.class)
                .transform(failure -> refused())
                .onFailure(failure -> !(failure instanceof Rejected))
                .transform(OidcTokens::unavailable)
                .flatMap(this::caller);
    }

    private Uni<Caller> caller(SecurityIdentity identity) {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw refused();
        }
        Role role = role(identity.getRoles());
        boolean administrator = !Collections.disjoint(identity.getRoles(), config.administrators());
        OperatorId operator = operator(token, role);
        String name = String.valueOf(token.getName());
        return operator == null
                ? Uni.createFrom().item(new Caller(name, role, null, false, null))
                : known(operator).map(found -> new Caller(name, role, identity(token, operator), administrator, null));
    }

    /** RFC 9068 asks for a subject: without one nobody could say later who it was. */
    private static Submitter identity(JsonWebToken token, OperatorId operator) {
        if (token.getSubject() == null) {
            throw Rejected.because(ProblemType.FORBIDDEN, "the bearer token names no subject (sub)");
        }
        return Submitter.subject(operator, token.getIssuer(), token.getSubject());
    }

    private Role role(Set<String> claimed) {
        Set<Role> found =
                claimed.stream().filter(roles::containsKey).map(roles::get).collect(Collectors.toUnmodifiableSet());
        if (found.size() != 1) {
            throw Rejected.because(
                    ProblemType.FORBIDDEN,
                    "the bearer token gives its bearer " + (found.isEmpty() ? "no role" : "several roles")
                            + " of this service; exactly one is needed");
        }
        return found.iterator().next();
    }

    /** Only an authority may belong to nobody here. */
    private @Nullable OperatorId operator(JsonWebToken token, Role role) {
        Object claim = token.getClaim(config.operatorClaim());
        if (claim == null && role == Role.AUTHORITY) {
            return null;
        }
        try {
            return new OperatorId(String.valueOf(claim));
        } catch (IllegalArgumentException e) {
            throw unknownOperator();
        }
    }

    private Uni<Operator> known(OperatorId id) {
        Operator found = operators.getIfPresent(id);
        return found != null
                ? Uni.createFrom().item(found)
                : directory
                        .operator(id)
                        .onItem()
                        .ifNull()
                        .failWith(this::unknownOperator)
                        .invoke(operator -> operators.put(id, operator));
    }

    private Rejected unknownOperator() {
        return Rejected.because(
                ProblemType.FORBIDDEN,
                "the claim " + config.operatorClaim() + " of the bearer token names no operator of this service");
    }

    private static Rejected refused() {
        return Rejected.because(
                ProblemType.UNAUTHENTICATED,
                "the bearer token is refused: expired, of another issuer, for another audience, or not signed by its issuer");
    }

    private static Rejected unavailable(Throwable failure) {
        LOG.error("the OpenID Connect provider cannot be asked", failure);
        return Rejected.because(ProblemType.UNAVAILABLE, "the token cannot be checked now; try again");
    }

    private static Role role(String name) {
        return Role.ofBearer(name)
                .orElseThrow(() -> new IllegalArgumentException("denchi.oidc.roles names the unknown role " + name));
    }
}
