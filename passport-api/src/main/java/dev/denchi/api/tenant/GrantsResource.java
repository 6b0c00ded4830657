package dev.denchi.api.tenant;

import static dev.denchi.api.access.Role.AUTHORITY;
import static dev.denchi.api.access.Role.ECONOMIC_OPERATOR;
import static dev.denchi.api.access.Role.LEGITIMATE_INTEREST;

import dev.denchi.api.access.CurrentCaller;
import dev.denchi.api.access.KeyHash;
import dev.denchi.api.access.OpenTo;
import dev.denchi.api.access.reader.GrantsInForce;
import dev.denchi.api.access.reader.PolicyHistory;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.access.Grant;
import dev.denchi.api.store.access.Grants;
import dev.denchi.api.store.access.Partner;
import dev.denchi.api.store.operator.Directory;
import dev.denchi.api.store.record.NewRecord.RequestKey;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.passport.Violation;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What an operator grants to partners, managed by its administrators; those of the partner see what they were granted. */
@Path("/v1/grants")
@Produces(MediaType.APPLICATION_JSON)
public class GrantsResource {
    private final Grants grants;
    private final GrantsInForce inForce;
    private final Directory directory;
    private final PolicyHistory history;
    private final CurrentCaller caller;
    private final Clock clock;

    GrantsResource(
            Grants grants,
            GrantsInForce inForce,
            Directory directory,
            PolicyHistory history,
            CurrentCaller caller,
            Clock clock) {
        this.grants = grants;
        this.inForce = inForce;
        this.directory = directory;
        this.history = history;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST})
    public Uni<Response> create(@RestHeader("Idempotency-Key") @Nullable String key, byte[] body) {
        OperatorId operator = administered();
        Grant grant = NewGrant.read(body, operator, history.policies().today(), now());
        return requireKnown(grant.partner())
                .chain(() ->
                        grants.add(grant, requestKey(key, body), caller.get().known()))
                .invoke(inForce::added)
                .map(kept -> Response.created(URI.create("/v1/grants/" + kept.id()))
                        .entity(GrantView.json(kept))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }

    @GET
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST, AUTHORITY})
    public Uni<Response> list(
            @RestQuery @DefaultValue("given") String direction,
            @RestQuery @DefaultValue("0") String offset,
            @RestQuery @DefaultValue("50") String limit) {
        OperatorId operator = administered();
        Page page = Page.of(offset, limit);
        return found(direction, operator, page)
                .map(found -> page.answer(
                        "grants", found.grants().stream().map(GrantView::json).toList(), found.total()));
    }

    @GET
    @Path("{id}")
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST, AUTHORITY})
    public Uni<Response> get(@RestPath String id) {
        OperatorId operator = administered();
        return grant(id, operator)
                .map(grant -> Response.ok(GrantView.json(grant))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }

    @DELETE
    @Path("{id}")
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST})
    public Uni<Void> revoke(@RestPath String id) {
        OperatorId operator = administered();
        return grant(id, operator)
                .invoke(grant -> requireGiver(grant, operator))
                .flatMap(grant -> grants.revoke(grant, now(), caller.get().known()));
    }

    private Uni<Grants.Page> found(String direction, OperatorId operator, Page page) {
        return switch (direction) {
            case "given" -> grants.given(operator, page.offset(), page.limit());
            case "received" -> grants.received(operator, page.offset(), page.limit());
            default -> throw Rejected.because(ProblemType.MALFORMED_REQUEST, "direction is given or received");
        };
    }

    /** What is neither given nor received is as unknown as what never was. */
    private Uni<Grant> grant(String id, OperatorId operator) {
        return grants.find(operator, Page.uuid(id)).map(grant -> {
            if (grant == null
                    || !(grant.operator().equals(operator) || grant.partner().equals(Partner.operator(operator)))) {
                throw Rejected.because(ProblemType.NOT_FOUND, operator + " has no grant " + id);
            }
            return grant;
        });
    }

    private Uni<Void> requireKnown(Partner partner) {
        return partner.kind() == Partner.Kind.PARTICIPANT
                ? Uni.createFrom().voidItem()
                : directory
                        .operator(new OperatorId(partner.id()))
                        .onItem()
                        .ifNull()
                        .failWith(() -> Rejected.invalid(
                                ProblemType.INVALID_REQUEST,
                                List.of(new Violation(
                                        "/partner/operator",
                                        "operator-is-known",
                                        "there is no operator " + partner.id() + " here"))))
                        .replaceWithVoid();
    }

    private static void requireGiver(Grant grant, OperatorId operator) {
        if (!grant.operator().equals(operator)) {
            throw Rejected.because(
                    ProblemType.FORBIDDEN, "grant " + grant.id() + " is " + grant.operator() + "'s to revoke");
        }
    }

    private static @Nullable RequestKey requestKey(@Nullable String key, byte[] body) {
        if (key == null) {
            return null;
        }
        if (!key.matches("[\\x20-\\x7E]{1,255}")) {
            throw Rejected.because(
                    ProblemType.MALFORMED_REQUEST, "an Idempotency-Key has 1 to 255 printable ASCII characters");
        }
        return new RequestKey(key, KeyHash.of(new String(body, StandardCharsets.UTF_8)));
    }

    private OperatorId administered() {
        return caller.get().administeredOperator();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
