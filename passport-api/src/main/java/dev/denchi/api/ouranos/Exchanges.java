package dev.denchi.api.ouranos;

import dev.denchi.api.access.CurrentCaller;
import dev.denchi.api.supply.Refused;
import dev.denchi.api.supply.Traders;
import dev.denchi.model.identifier.OperatorId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import java.util.function.Function;

/** Answers requests, refusals included, to operators that take part; to others nothing is open. */
@Singleton
class Exchanges {
    private final CurrentCaller caller;
    private final Traders traders;

    Exchanges(CurrentCaller caller, Traders traders) {
        this.caller = caller;
        this.traders = traders;
    }

    Uni<Response> answer(Source source, String method, UriInfo address, Function<Exchange, Uni<Response>> work) {
        OperatorId operator = caller.get().writingOperator();
        Query query = new Query(address.getQueryParameters(), source);
        return traders.ouranosId(operator).chain(id -> {
            UUID named = id == null ? new UUID(0, 0) : id;
            Exchange exchange = new Exchange(operator, named, source, method, query, UUID.randomUUID());
            return id == null
                    ? Uni.createFrom().item(exchange.refused(Refusal.denied(Source.AUTH)))
                    : answered(exchange, work);
        });
    }

    private static Uni<Response> answered(Exchange exchange, Function<Exchange, Uni<Response>> work) {
        return Uni.createFrom()
                .deferred(() -> work.apply(exchange))
                .onFailure(Refused.class)
                .transform(Refusals::of)
                .onFailure(Refusal.class)
                .recoverWithItem(exchange::refused);
    }
}
