package dev.denchi.api.ouranos;

import static dev.denchi.api.access.Role.ANYONE;
import static dev.denchi.api.access.Role.AUTHORITY;
import static dev.denchi.api.access.Role.ECONOMIC_OPERATOR;
import static dev.denchi.api.access.Role.LEGITIMATE_INTEREST;

import dev.denchi.api.access.LocalAccounts;
import dev.denchi.api.access.OpenTo;
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
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestHeader;

/** Signing in with a password, where there are accounts: in development. Elsewhere there is nothing at these addresses. */
@Path("/auth")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class SignInResource {
    private final LocalAccounts accounts;

    SignInResource(LocalAccounts accounts) {
        this.accounts = accounts;
    }

    @POST
    @Path("login")
    @OpenTo({ANYONE, ECONOMIC_OPERATOR, LEGITIMATE_INTEREST, AUTHORITY})
    public Uni<Response> login(byte[] body) {
        return answer(() -> {
            Credentials credentials = Credentials.login(body);
            return accounts.signIn(credentials.first(), credentials.second())
                    .map(tokens -> created("accessToken", tokens.access(), "refreshToken", tokens.refresh()))
                    .orElseThrow(() -> Refusal.unauthorized("Invalid credentials"));
        });
    }

    @POST
    @Path("refresh")
    @OpenTo({ANYONE, ECONOMIC_OPERATOR, LEGITIMATE_INTEREST, AUTHORITY})
    public Uni<Response> refresh(byte[] body) {
        return answer(() -> accounts.refresh(Credentials.refresh(body))
                .map(token -> created("accessToken", token))
                .orElseThrow(() -> Refusal.unauthorized("Invalid or expired token")));
    }

    @POST
    @Path("change")
    @OpenTo(ECONOMIC_OPERATOR)
    public Uni<Response> change(@RestHeader(HttpHeaders.AUTHORIZATION) String authorization, byte[] body) {
        return answer(() -> {
            String password = Credentials.change(body);
            if (!accounts.change(authorization.substring("Bearer ".length()).strip(), password)) {
                throw Refusal.denied(Source.AUTH);
            }
            return created();
        });
    }

    private Uni<Response> answer(Supplier<Response> work) {
        return Uni.createFrom().item(answered(work));
    }

    private Response answered(Supplier<Response> work) {
        if (!accounts.exist()) {
            throw Rejected.because(ProblemType.NOT_FOUND, "the OpenID Connect provider gives out tokens");
        }
        try {
            return work.get();
        } catch (Refusal refusal) {
            return OuranosError.answer(
                    refusal.status().getStatusCode(),
                    refusal.code(),
                    refusal.message(),
                    OuranosError.where("", null, "POST"));
        }
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
