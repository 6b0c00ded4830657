package dev.denchi.api.serve;

import static dev.denchi.api.access.Role.ANYONE;
import static dev.denchi.api.access.Role.AUTHORITY;
import static dev.denchi.api.access.Role.CONNECTOR;
import static dev.denchi.api.access.Role.ECONOMIC_OPERATOR;
import static dev.denchi.api.access.Role.LEGITIMATE_INTEREST;
import static dev.denchi.api.access.Role.PARTICIPANT;

import dev.denchi.api.access.OpenTo;
import dev.denchi.api.problem.Parameters;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.sign.Issuers;
import dev.denchi.model.signature.PublishedKeys;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;

/** The operators' public keys, for whoever verifies a record. */
@Path("/operators/{operatorId}")
public class KeysResource {
    private final Issuers issuers;

    KeysResource(Issuers issuers) {
        this.issuers = issuers;
    }

    @GET
    @Path("did.json")
    @Produces(MediaType.APPLICATION_JSON)
    @OpenTo({ANYONE, ECONOMIC_OPERATOR, LEGITIMATE_INTEREST, AUTHORITY, PARTICIPANT, CONNECTOR})
    public Uni<Map<String, Object>> didDocument(@RestPath String operatorId) {
        return keysOf(operatorId).map(PublishedKeys::didDocument);
    }

    @GET
    @Path("jwks.json")
    @Produces("application/jwk-set+json")
    @OpenTo({ANYONE, ECONOMIC_OPERATOR, LEGITIMATE_INTEREST, AUTHORITY, PARTICIPANT, CONNECTOR})
    public Uni<Map<String, Object>> jwks(@RestPath String operatorId) {
        return keysOf(operatorId).map(PublishedKeys::jwks);
    }

    private Uni<PublishedKeys> keysOf(String operatorId) {
        return issuers.published(Parameters.operator(operatorId)).invoke(published -> {
            if (published.keys().isEmpty()) {
                throw Rejected.because(ProblemType.NOT_FOUND, "no operator " + operatorId + " signs with this service");
            }
        });
    }
}
