package dev.denchi.api.access.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.api.context.CallersContext;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * People who sign in with a password at the OpenID Connect provider (RFC 6749, 4.3 and 6). The password is handed on and kept nowhere; who
 * guesses too often is the provider's to stop.
 */
@Singleton
public class ProviderAccounts {
    private static final Logger LOG = Logger.getLogger(ProviderAccounts.class);

    private final SignInConfig config;
    private final Optional<TokenEndpoint> endpoint;

    ProviderAccounts(SignInConfig config) {
        this.config = config;
        this.endpoint = config.tokenUrl().map(url -> new TokenEndpoint(url, config));
    }

    /** Whether anybody can sign in there at all. */
    public boolean exist() {
        return endpoint.isPresent();
    }

    /** Where a password is changed. */
    public Optional<URI> accountPage() {
        return config.accountPage();
    }

    /** Empty when the provider knows no such account and password. Fails with {@link Rejected} when it does not give what it should. */
    public Uni<Optional<Tokens>> signIn(String account, String password) {
        Map<String, String> grant = new LinkedHashMap<>();
        grant.put("grant_type", "password");
        grant.put("username", account);
        grant.put("password", password);
        grant.put("scope", config.scope());
        return asked(grant)
                .map(answer ->
                        answer.map(given -> new Tokens(token(given, "access_token"), token(given, "refresh_token"))));
    }

    /** A new access token; empty when the refresh token is none of the provider's, or expired. Fails as {@link #signIn}. */
    public Uni<Optional<String>> refresh(String refreshToken) {
        return asked(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken))
                .map(answer -> answer.map(given -> token(given, "access_token")));
    }

    private Uni<Optional<JsonNode>> asked(Map<String, String> grant) {
        return CallersContext.back(Uni.createFrom()
                        .completionStage(() -> endpoint.orElseThrow().ask(grant)))
                .onFailure()
                .transform(ProviderAccounts::unavailable);
    }

    private static String token(JsonNode given, String name) {
        String token = given.path(name).textValue();
        if (token == null || token.isEmpty()) {
            throw unavailable(new IllegalStateException("the token endpoint gave no " + name));
        }
        return token;
    }

    private static Rejected unavailable(Throwable failure) {
        LOG.warnf(
                "the OpenID Connect provider does not sign anybody in: %s", failure); // anybody can cause it: no trace
        return Rejected.because(ProblemType.UNAVAILABLE, "the OpenID Connect provider does not sign anybody in now");
    }
}
