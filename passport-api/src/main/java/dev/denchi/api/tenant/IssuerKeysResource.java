package dev.denchi.api.tenant;

import static dev.denchi.api.access.Role.ECONOMIC_OPERATOR;
import static dev.denchi.api.access.Role.LEGITIMATE_INTEREST;

import dev.denchi.api.access.Caller;
import dev.denchi.api.access.CurrentCaller;
import dev.denchi.api.access.OpenTo;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.sign.ChangeKeys;
import dev.denchi.api.sign.RegisterKey;
import dev.denchi.api.store.issuer.SigningKey;
import dev.denchi.api.store.issuer.SigningKeys;
import dev.denchi.model.identifier.OperatorId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestPath;

/** The keys that an operator's records are signed with, settled by its administrators. None is ever removed. */
@Path("/v1/issuer-keys")
@Produces(MediaType.APPLICATION_JSON)
public class IssuerKeysResource {
    private final SigningKeys keys;
    private final RegisterKey register;
    private final ChangeKeys change;
    private final CurrentCaller caller;
    private final Clock clock;

    IssuerKeysResource(SigningKeys keys, RegisterKey register, ChangeKeys change, CurrentCaller caller, Clock clock) {
        this.keys = keys;
        this.register = register;
        this.change = change;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST})
    public Uni<Map<String, List<Map<String, Object>>>> list() {
        return keys.of(administered())
                .map(found -> Map.of(
                        "issuerKeys", found.stream().map(IssuerKeyView::json).toList()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST})
    public Uni<Response> register(byte[] body) {
        OperatorId operator = administered();
        Members members = Members.of(body);
        String proof = members.required("proof", text -> text);
        members.requireGood();
        return register.register(Objects.requireNonNull(proof), operator, by()).map(IssuerKeysResource::created);
    }

    @POST
    @Path("rotation")
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST})
    public Uni<Response> rotate(byte[] body) {
        if (body.length > 0) {
            throw Rejected.because(
                    ProblemType.MALFORMED_REQUEST,
                    "a rotation takes no body, and this one has " + body.length + " bytes");
        }
        return change.rotate(administered(), by()).map(IssuerKeysResource::created);
    }

    @POST
    @Path("{id}/revocation")
    @Consumes(MediaType.APPLICATION_JSON)
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST})
    public Uni<Map<String, Object>> revoke(@RestPath String id, byte[] body) {
        OperatorId operator = administered();
        KeyRevocation revocation = KeyRevocation.read(body, clock.instant());
        return ofOperator(operator, id)
                .flatMap(key -> change.revoke(key, revocation.from(), revocation.reason(), by()))
                .map(IssuerKeyView::json);
    }

    @GET
    @Path("{id}/certificate-request")
    @Produces("application/x-pem-file")
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST})
    public Uni<String> certificateRequest(@RestPath String id) {
        return ofOperator(administered(), id).flatMap(change::certificateRequest);
    }

    @PUT
    @Path("{id}/certificates")
    @Consumes(MediaType.APPLICATION_JSON)
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST})
    public Uni<Map<String, Object>> certify(@RestPath String id, byte[] body) {
        OperatorId operator = administered();
        Members members = Members.of(body);
        String certificates = members.required("certificates", text -> text);
        members.requireGood();
        return ofOperator(operator, id)
                .flatMap(key -> change.certify(key, Objects.requireNonNull(certificates)))
                .map(IssuerKeyView::json);
    }

    private OperatorId administered() {
        return caller.get().administeredOperator();
    }

    private String by() {
        Caller by = caller.get();
        return by.submitter().toString();
    }

    /** Another operator's key is as unknown as one that never was. */
    private Uni<SigningKey> ofOperator(OperatorId operator, String id) {
        return keys.find(operator, Page.uuid(id))
                .onItem()
                .ifNull()
                .failWith(() -> Rejected.because(ProblemType.NOT_FOUND, operator + " has no issuer key " + id));
    }

    private static Response created(SigningKey key) {
        return Response.created(URI.create("/v1/issuer-keys/" + key.id()))
                .entity(IssuerKeyView.json(key))
                .build();
    }
}
