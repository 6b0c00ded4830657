package dev.denchi.api.lifecycle;

import static dev.denchi.api.access.Role.ECONOMIC_OPERATOR;
import static dev.denchi.api.access.Role.LEGITIMATE_INTEREST;

import dev.denchi.api.access.OpenTo;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** CreateDPP of EN 18222, which is no way into this service: a passport is there as soon as its battery's record is. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
public class CreationResource {

    @POST
    @Path("dpps")
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST})
    public Uni<Response> createDPP() {
        throw Rejected.because(
                ProblemType.NOT_IMPLEMENTED,
                "a passport is made of signed records; post the battery's to /v1/records/battery and the passport is there");
    }
}
