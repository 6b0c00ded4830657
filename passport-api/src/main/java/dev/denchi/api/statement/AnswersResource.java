package dev.denchi.api.statement;

import static dev.denchi.api.access.Role.ECONOMIC_OPERATOR;
import static dev.denchi.api.access.Role.LEGITIMATE_INTEREST;

import dev.denchi.api.access.CurrentCaller;
import dev.denchi.api.access.OpenTo;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.supply.Refused;
import dev.denchi.api.supply.answer.Bought;
import dev.denchi.api.supply.answer.SupplierAnswers;
import dev.denchi.api.supply.trader.Trader;
import dev.denchi.api.supply.trader.Traders;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.part.TraceId;
import dev.denchi.model.trade.RequestType;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which suppliers of a part answered, which did not, and how far it is behind them. */
@Path("/v1/parts/{traceId}/answers")
@Produces(MediaType.APPLICATION_JSON)
public class AnswersResource {
    private final SupplierAnswers answers;
    private final Traders traders;
    private final CurrentCaller caller;
    private final Clock clock;

    AnswersResource(SupplierAnswers answers, Traders traders, CurrentCaller caller, Clock clock) {
        this.answers = answers;
        this.traders = traders;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST})
    public Uni<Response> get(@RestPath String traceId, @RestQuery @Nullable String requestType) {
        OperatorId operator = caller.get().writingOperator();
        TraceId whole = PartReference.parse(traceId);
        RequestType type = type(requestType);
        return answers.of(operator, type, whole)
                .onFailure(Refused.class)
                .transform(refused -> PartReference.notFound(traceId))
                .chain(bought -> suppliers(bought).map(suppliers -> view(whole, type, bought, suppliers)))
                .map(view -> Response.ok(view)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }

    private static RequestType type(@Nullable String name) {
        return RequestType.ofName(name == null ? "" : name)
                .orElseThrow(() -> Rejected.because(
                        ProblemType.MALFORMED_REQUEST,
                        "say in requestType which requests are meant: CFP, DD, RECYCLED_CONTENT or PASSPORT"));
    }

    private Uni<Map<OperatorId, Trader>> suppliers(List<Bought> bought) {
        Set<OperatorId> asked = bought.stream()
                .filter(each -> each.trade() != null)
                .map(each -> each.trade().upstream())
                .collect(Collectors.toSet());
        Map<OperatorId, Trader> found = new HashMap<>();
        return Multi.createFrom()
                .iterable(asked)
                .onItem()
                .transformToUniAndConcatenate(traders::trader)
                .invoke(trader -> found.put(trader.operator(), trader))
                .collect()
                .asList()
                .replaceWith(found);
    }

    private Map<String, Object> view(
            TraceId whole, RequestType type, List<Bought> bought, Map<OperatorId, Trader> suppliers) {
        return AnswersView.of(whole, type, LocalDate.now(clock), bought, suppliers);
    }
}
