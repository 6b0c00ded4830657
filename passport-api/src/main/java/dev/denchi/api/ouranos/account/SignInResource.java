package dev.denchi.api.ouranos.account;

import static dev.denchi.api.access.Role.ANYONE;
import static dev.denchi.api.access.Role.AUTHORITY;
import static dev.denchi.api.access.Role.ECONOMIC_OPERATOR;
import static dev.denchi.api.access.Role.LEGITIMATE_INTEREST;

import dev.denchi.api.access.LocalAccounts;
import dev.denchi.api.access.OpenTo;
import dev.denchi.api.access.account.ProviderAccounts;
import dev.denchi.api.access.account.Tokens;
import dev.denchi.api.ouranos.wire.Refusal;
import dev.denchi.api.ouranos.wire.Source;
import dev.denchi.api.problem.OuranosError;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestHeader;

/**
 * Signing in with a password: at the OpenID Connect provider, where that is set up, or with the accounts of development. Elsewhere there is
 * nothing at these addresses.
 */
@Path("/auth")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class SignInResource {
    private final ProviderAccounts provider;
    private final LocalAccounts local;

    SignInResource(ProviderAccounts provider, LocalAccounts local) {
        this.provider = provider;
        this.local = local;
    }

    @POST
    @Path("login")
    @OpenTo({ANYONE, ECONOMIC_OPERATOR, LEGITIMATE_INTEREST, AUTHORITY})
    public Uni<Response> login(byte[] body) {
        return answer(() -> {
            Credentials credentials = Credentials.login(body);
            return signedIn(credentials.first(), credentials.second())
                    .map(tokens -> tokens.orElseThrow(() -> Refusal.unauthorized("Invalid credentials")))
                    .map(tokens -> created("accessToken", tokens.access(), "refreshToken", tokens.refresh()));
        });
    }

    private Uni<Optional<Tokens>> signedIn(String account, String password) {
        return provider.exist()
                ? provider.signIn(account, password)
                : Uni.createFrom().item(local.signIn(account, password));
    }

    @POST
    @Path("refresh")
    @OpenTo({ANYONE, ECONOMIC_OPERATOR, LEGITIMATE_INTEREST, AUTHORITY})
    public Uni<Response> refresh(byte[] body) {
        return answer(() -> refreshed(Credentials.refresh(body))
                .map(token -> token.orElseThrow(() -> Refusal.unauthorized("Invalid or expired token")))
                .map(token -> created("accessToken", token)));
    }

    private Uni<Optional<String>> refreshed(String refreshToken) {
        return provider.exist()
                ? provider.refresh(refreshToken)
                : Uni.createFrom().item(local.refresh(refreshToken));
    }

    /** A provider has a page of its own for that, and OpenID Connect no request. */
    @POST
    @Path("change")
    @OpenTo(ECONOMIC_OPERATOR)
    public Uni<Response> change(@RestHeader(HttpHeaders.AUTHORIZATION) String authorization, byte[] body) {
        return answer(() -> {
            String password = Credentials.change(body);
            if (provider.exist()) {
                throw Refusal.passwordsAreElsewhere(provider.accountPage());
            }
            if (!local.change(authorization.substring("Bearer ".length()).strip(), password)) {
                throw Refusal.denied(Source.AUTH);
            }
            return Uni.createFrom().item(created());
        });
    }

    private Uni<Response> answer(Supplier<Uni<Response>> work) {
        if (!provider.exist() && !local.exist()) {
            throw Rejected.because(ProblemType.NOT_FOUND, "the OpenID Connect provider gives out tokens");
        }
        return Uni.createFrom().deferred(work::get).onFailure(Refusal.class).recoverWithItem(SignInResource::refused);
    }

    private static Response refused(Throwable failure) {
        Refusal refusal = (Refusal) failure;
        return OuranosError.answer(
                refusal.status().getStatusCode(),
                refusal.code(),
                refusal.message(),
                OuranosError.where("", null, "POST"));
    }

    private static Response created(String... members) {
        Map<String, String> body = new LinkedHashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            body.put(members[i], members[i + 1]);
        }
        return Response.status(Response.Status.CREATED)
                .entity(body)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
