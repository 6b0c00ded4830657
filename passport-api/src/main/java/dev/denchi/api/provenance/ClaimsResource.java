package dev.denchi.api.provenance;

import static dev.denchi.api.access.Role.AUTHORITY;
import static dev.denchi.api.access.Role.ECONOMIC_OPERATOR;
import static dev.denchi.api.access.Role.LEGITIMATE_INTEREST;

import dev.denchi.api.access.CurrentCaller;
import dev.denchi.api.access.OpenTo;
import dev.denchi.api.serve.RecordReference;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What the lots say of a claim of recycled content. */
@Path("/v1/provenance")
@Produces(MediaType.APPLICATION_JSON)
public class ClaimsResource {
    private final AskLineage ask;
    private final Masks masks;
    private final CurrentCaller caller;

    ClaimsResource(AskLineage ask, Masks masks, CurrentCaller caller) {
        this.ask = ask;
        this.masks = masks;
        this.caller = caller;
    }

    @GET
    @Path("claims/{recordId}")
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST, AUTHORITY})
    public Uni<Response> claim(
            @RestPath String recordId, @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return ask.judged(caller.get(), RecordReference.parse(recordId))
                .flatMap(judged -> masks.of(caller.get()).map(mask -> ClaimView.json(judged, mask)))
                .map(json -> TaggedAnswer.json(json, ifNoneMatch));
    }
}
