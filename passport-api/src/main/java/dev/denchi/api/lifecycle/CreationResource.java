package dev.denchi.api.lifecycle;

import static dev.denchi.api.access.Role.ECONOMIC_OPERATOR;
import static dev.denchi.api.access.Role.LEGITIMATE_INTEREST;

import dev.denchi.api.access.CurrentCaller;
import dev.denchi.api.access.OpenTo;
import dev.denchi.api.ingest.Receipt;
import dev.denchi.api.serve.PassportAnswers.Form;
import dev.denchi.api.serve.RecordReference;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** CreateDPP of EN 18222, for whoever places the battery on the market. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CreationResource {
    private final CreatePassport creation;
    private final CurrentCaller caller;

    CreationResource(CreatePassport creation, CurrentCaller caller) {
        this.creation = creation;
        this.caller = caller;
    }

    @POST
    @Path("dpps")
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST})
    public Uni<RestResponse<Map<String, String>>> createDPP(
            @RestQuery @Nullable String representation,
            @RestHeader("Idempotency-Key") @Nullable String key,
            byte[] body) {
        return creation.create(body, Form.asked(representation), caller.get(), key)
                .map(CreationResource::created);
    }

    private static RestResponse<Map<String, String>> created(Receipt receipt) {
        var passport = receipt.header().subject();
        return RestResponse.ResponseBuilder.create(
                        RestResponse.Status.CREATED, Map.of("digitalProductPassportId", passport.value()))
                .header(HttpHeaders.LOCATION, RecordReference.pathOf(passport))
                .build();
    }
}
