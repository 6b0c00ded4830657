package dev.denchi.api.ouranos;

import static dev.denchi.api.access.Role.ANYONE;
import static dev.denchi.api.access.Role.AUTHORITY;
import static dev.denchi.api.access.Role.ECONOMIC_OPERATOR;
import static dev.denchi.api.access.Role.LEGITIMATE_INTEREST;

import dev.denchi.api.access.OpenTo;
import dev.denchi.api.ouranos.wire.Exchange;
import dev.denchi.api.ouranos.wire.Exchanges;
import dev.denchi.api.ouranos.wire.Refusal;
import dev.denchi.api.ouranos.wire.Source;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;

/** Operators and plants (openapi/ouranos-api.yaml). */
@Path("/api/v1/authInfo")
@Produces(MediaType.APPLICATION_JSON)
public class AuthInfoResource {
    private final Exchanges exchanges;
    private final MasterDataTarget masterData;

    AuthInfoResource(Exchanges exchanges, MasterDataTarget masterData) {
        this.exchanges = exchanges;
        this.masterData = masterData;
    }

    @GET
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST})
    public Uni<Response> get(@Context UriInfo address) {
        return exchanges.answer(Source.AUTH, "GET", address, this::get);
    }

    private Uni<Response> get(Exchange exchange) {
        return switch (exchange.query().dataTarget()) {
            case "operator" -> masterData.getOperator(exchange);
            case "plant" -> masterData.getPlants(exchange);
            default -> throw Refusal.parameter(Source.AUTH, "dataTarget");
        };
    }

    @PUT
    @Consumes(MediaType.WILDCARD)
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST})
    public Uni<Response> put(@Context UriInfo address, byte[] body) {
        return exchanges.answer(Source.AUTH, "PUT", address, exchange -> put(exchange, body));
    }

    private Uni<Response> put(Exchange exchange, byte[] body) {
        return switch (exchange.query().dataTarget()) {
            case "operator" -> masterData.putOperator(exchange, body);
            case "plant" -> masterData.putPlant(exchange, body);
            default -> throw Refusal.parameter(Source.AUTH, "dataTarget");
        };
    }

    @GET
    @Path("health")
    @OpenTo({ANYONE, ECONOMIC_OPERATOR, LEGITIMATE_INTEREST, AUTHORITY})
    public Map<String, Boolean> health() {
        return Map.of("isSystemHealthy", true);
    }
}
