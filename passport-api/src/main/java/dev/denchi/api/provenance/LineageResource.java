package dev.denchi.api.provenance;

import static dev.denchi.api.access.Role.AUTHORITY;
import static dev.denchi.api.access.Role.ECONOMIC_OPERATOR;
import static dev.denchi.api.access.Role.LEGITIMATE_INTEREST;

import dev.denchi.api.access.CurrentCaller;
import dev.denchi.api.access.OpenTo;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.serve.Passports;
import dev.denchi.api.serve.RecordReference;
import dev.denchi.model.identifier.LotId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Which lots stand behind a battery, a claim or a lot, and where a lot went, to any depth. */
@Path("/v1/provenance")
@Produces({MediaType.APPLICATION_JSON, LineageForms.SVG, LineageForms.EPCIS})
public class LineageResource {
    private final AskLineage ask;
    private final Masks masks;
    private final CurrentCaller caller;
    private final Clock clock;

    LineageResource(AskLineage ask, Masks masks, CurrentCaller caller, Clock clock) {
        this.ask = ask;
        this.masks = masks;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("batteries/{dppId}/upstream")
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST, AUTHORITY})
    public Uni<Response> behindBattery(
            @RestPath String dppId,
            @RestQuery @DefaultValue("0") String offset,
            @RestQuery @DefaultValue("200") String limit,
            @Context UriInfo address,
            @Context Request request) {
        Page page = Page.of(offset, limit);
        return ask.behindBattery(caller.get(), Passports.identifier(dppId))
                .flatMap(question -> answer(question, page, address, request));
    }

    @GET
    @Path("claims/{recordId}/upstream")
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST, AUTHORITY})
    public Uni<Response> behindClaim(
            @RestPath String recordId,
            @RestQuery @DefaultValue("0") String offset,
            @RestQuery @DefaultValue("200") String limit,
            @Context UriInfo address,
            @Context Request request) {
        Page page = Page.of(offset, limit);
        return ask.behindClaim(caller.get(), RecordReference.parse(recordId))
                .flatMap(question -> answer(question, page, address, request));
    }

    @GET
    @Path("lots/{lotId}/upstream")
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST, AUTHORITY})
    public Uni<Response> behindLot(
            @RestPath String lotId,
            @RestQuery @DefaultValue("0") String offset,
            @RestQuery @DefaultValue("200") String limit,
            @Context UriInfo address,
            @Context Request request) {
        Page page = Page.of(offset, limit);
        return ask.behindLot(caller.get(), lot(lotId)).flatMap(question -> answer(question, page, address, request));
    }

    @GET
    @Path("lots/{lotId}/downstream")
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST, AUTHORITY})
    public Uni<Response> aheadOfLot(
            @RestPath String lotId,
            @RestQuery @DefaultValue("0") String offset,
            @RestQuery @DefaultValue("200") String limit,
            @Context UriInfo address,
            @Context Request request) {
        Page page = Page.of(offset, limit);
        return ask.aheadOfLot(caller.get(), lot(lotId)).flatMap(question -> answer(question, page, address, request));
    }

    static LotId lot(String lotId) {
        try {
            return LotId.parse(lotId);
        } catch (IllegalArgumentException e) {
            throw Rejected.because(ProblemType.MALFORMED_REQUEST, e.getMessage());
        }
    }

    private Uni<Response> answer(LineageQuestion question, Page page, UriInfo address, Request request) {
        return masks.of(caller.get())
                .map(mask -> LineageForms.of(question, mask, page, address, request, clock.instant()));
    }
}
