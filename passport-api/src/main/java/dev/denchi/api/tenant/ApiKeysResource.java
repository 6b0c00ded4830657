package dev.denchi.api.tenant;

import static dev.denchi.api.access.Role.AUTHORITY;
import static dev.denchi.api.access.Role.CONNECTOR;
import static dev.denchi.api.access.Role.ECONOMIC_OPERATOR;
import static dev.denchi.api.access.Role.LEGITIMATE_INTEREST;

import dev.denchi.api.access.CurrentCaller;
import dev.denchi.api.access.KnownKeys;
import dev.denchi.api.access.OpenTo;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.operator.ApiKey;
import dev.denchi.api.store.operator.ApiKeys;
import dev.denchi.model.identifier.OperatorId;
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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The API keys of an operator, managed by its administrators. A key is shown once, when it is made. */
@Path("/v1/api-keys")
@Produces(MediaType.APPLICATION_JSON)
public class ApiKeysResource {
    private final ApiKeys keys;
    private final KnownKeys known;
    private final CurrentCaller caller;
    private final Clock clock;
    private final Duration longest;

    ApiKeysResource(ApiKeys keys, KnownKeys known, CurrentCaller caller, Clock clock, TenantConfig config) {
        this.keys = keys;
        this.known = known;
        this.caller = caller;
        this.clock = clock;
        this.longest = config.keysValidFor();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST, AUTHORITY, CONNECTOR})
    public Uni<Response> create(byte[] body) {
        administered();
        NewApiKey key = NewApiKey.read(body, caller.get(), now(), longest);
        return keys.add(key.kept(), caller.get().known()).map(done -> shownOnce(key));
    }

    @GET
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST, AUTHORITY, CONNECTOR})
    public Uni<Response> list(
            @RestQuery @DefaultValue("0") String offset, @RestQuery @DefaultValue("50") String limit) {
        OperatorId operator = administered();
        Page page = Page.of(offset, limit);
        return keys.page(operator, page.offset(), page.limit())
                .flatMap(found -> keys.count(operator)
                        .map(total -> page.answer(
                                "apiKeys",
                                found.stream().map(ApiKeysResource::json).toList(),
                                total)));
    }

    @POST
    @Path("{id}/rotation")
    @Consumes(MediaType.APPLICATION_JSON)
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST, AUTHORITY, CONNECTOR})
    public Uni<Response> rotate(@RestPath String id, byte[] body) {
        OperatorId operator = administered();
        Instant lastMoment = now().plus(NewApiKey.overlap(body));
        return ofOperator(operator, id).invoke(this::requireRotatable).flatMap(old -> {
            NewApiKey next = NewApiKey.inPlaceOf(old, caller.get(), now(), longest);
            return keys.rotate(old, lastMoment, next.kept(), caller.get().known())
                    .invoke(done -> known.forget(old))
                    .map(done -> shownOnce(next));
        });
    }

    @DELETE
    @Path("{id}")
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST, AUTHORITY, CONNECTOR})
    public Uni<Void> revoke(@RestPath String id) {
        return ofOperator(administered(), id)
                .call(key -> keys.revoke(key, now(), caller.get().known()))
                .invoke(known::forget)
                .replaceWithVoid();
    }

    private OperatorId administered() {
        return caller.get().administeredOperator();
    }

    /** Another operator's key is as unknown as one that never was. */
    private Uni<ApiKey> ofOperator(OperatorId operator, String id) {
        return keys.find(operator, Page.uuid(id))
                .onItem()
                .ifNull()
                .failWith(() -> Rejected.because(ProblemType.NOT_FOUND, operator + " has no API key " + id));
    }

    private void requireRotatable(ApiKey key) {
        if (!key.role().equals(caller.get().role().name())) {
            throw Rejected.because(
                    ProblemType.FORBIDDEN, "key " + key.id() + " has the role " + key.role() + ", which is not yours");
        }
        if (!key.isGoodAt(now())) {
            throw Rejected.because(
                    ProblemType.INVALID_REQUEST, "key " + key.id() + " is revoked or expired; make a new one instead");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Response shownOnce(NewApiKey key) {
        Map<String, Object> json = new LinkedHashMap<>(json(key.kept()));
        json.put("key", key.key());
        return Response.created(URI.create("/v1/api-keys/" + key.kept().id()))
                .entity(json)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static Map<String, Object> json(ApiKey key) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", key.id().toString());
        json.put("name", key.name());
        json.put("operator", key.operator().value());
        json.put("role", key.role());
        json.put("administrator", key.administrator());
        json.put("createdAt", key.createdAt().toString());
        Page.put(json, "expiresAt", key.expiresAt());
        Page.put(json, "revokedAt", key.revokedAt());
        Page.put(json, "lastUsedOn", key.lastUsedOn());
        return json;
    }
}
