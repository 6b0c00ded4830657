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
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestPath;

/** Which lots stand behind a battery, a claim or a lot, and where a lot went, to any depth. */
@Path("/v1/provenance")
@Produces({MediaType.APPLICATION_JSON, LineageForms.SVG, LineageForms.EPCIS})
public class LineageResource {
    private final AskLineage ask;
    private final CurrentCaller caller;
    private final Clock clock;

    LineageResource(AskLineage ask, CurrentCaller caller, Clock clock) {
        this.ask = ask;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("batteries/{dppId}/upstream")
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST, AUTHORITY})
    public Uni<Response> behindBattery(@RestPath String dppId, @BeanParam AskedPage asked) {
        return answer(asked, () -> ask.behindBattery(caller.get(), Passports.identifier(dppId)));
    }

    @GET
    @Path("claims/{recordId}/upstream")
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST, AUTHORITY})
    public Uni<Response> behindClaim(@RestPath String recordId, @BeanParam AskedPage asked) {
        return answer(asked, () -> ask.behindClaim(caller.get(), RecordReference.parse(recordId)));
    }

    @GET
    @Path("lots/{lotId}/upstream")
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST, AUTHORITY})
    public Uni<Response> behindLot(@RestPath String lotId, @BeanParam AskedPage asked) {
        return answer(asked, () -> ask.behindLot(caller.get(), lot(lotId)));
    }

    @GET
    @Path("lots/{lotId}/downstream")
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST, AUTHORITY})
    public Uni<Response> aheadOfLot(@RestPath String lotId, @BeanParam AskedPage asked) {
        return answer(asked, () -> ask.aheadOfLot(caller.get(), lot(lotId)));
    }

    static LotId lot(String lotId) {
        try {
            return LotId.parse(lotId);
        } catch (IllegalArgumentException e) {
            throw Rejected.because(ProblemType.MALFORMED_REQUEST, e.getMessage());
        }
    }

    private Uni<Response> answer(AskedPage asked, Supplier<Uni<LineageQuestion>> question) {
        Page page = asked.page();
        return question.get().map(found -> LineageForms.of(found, page, asked, clock.instant()));
    }
}
