package dev.denchi.api.declaration;

import static dev.denchi.api.access.Role.ECONOMIC_OPERATOR;
import static dev.denchi.api.access.Role.LEGITIMATE_INTEREST;

import dev.denchi.api.access.CurrentCaller;
import dev.denchi.api.access.OpenTo;
import dev.denchi.api.ingest.Submission;
import dev.denchi.api.problem.Parameters;
import dev.denchi.api.statement.PartReference;
import dev.denchi.api.supply.Refused;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.part.TraceId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Turns what suppliers answered about a part into the records of a model's passports. */
@Path("/v1/parts/{traceId}/records")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DeclarationsResource {
    private final DeclarePart declare;
    private final CurrentCaller caller;

    DeclarationsResource(DeclarePart declare, CurrentCaller caller) {
        this.declare = declare;
        this.caller = caller;
    }

    @POST
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST})
    public Uni<Response> declare(
            @RestPath String traceId,
            @Context UriInfo address,
            @RestHeader("Idempotency-Key") @Nullable String key,
            byte[] body) {
        boolean nothingIsKept = Parameters.flag(address, "preview");
        OperatorId operator = caller.get().writingOperator();
        TraceId part = PartReference.parse(traceId);
        Submission submission = Submission.of(caller.get(), "POST parts " + part + " records", key, body);
        NewDeclaration asked = NewDeclaration.read(body);
        Uni<Response> answer = nothingIsKept
                ? declare.preview(operator, part, asked).map(declared -> answer(Response.Status.OK, declared.preview()))
                : declare.declare(operator, part, asked, submission).map(DeclarationsResource::answer);
        return answer.onFailure(Refused.class).transform(refused -> PartReference.notFound(traceId));
    }

    private static Response answer(Declared declared) {
        return answer(declared.isNew() ? Response.Status.CREATED : Response.Status.OK, declared.json());
    }

    private static Response answer(Response.Status status, Object body) {
        return Response.status(status)
                .entity(body)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
