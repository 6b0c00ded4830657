package dev.denchi.api.ouranos.wire;

import dev.denchi.api.access.CurrentCaller;
import dev.denchi.api.certificate.Unfit;
import dev.denchi.api.supply.Refused;
import dev.denchi.api.supply.trade.Tracks;
import dev.denchi.api.supply.trade.Tracks.Track;
import dev.denchi.api.supply.trader.Traders;
import dev.denchi.model.identifier.OperatorId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Answers requests, refusals included, to operators that take part; to others nothing is open. */
@Singleton
public class Exchanges {
    private static final Logger LOG = Logger.getLogger(Exchanges.class);

    private final CurrentCaller caller;
    private final Traders traders;
    private final Tracks tracks;
    private final Clock clock;

    Exchanges(CurrentCaller caller, Traders traders, Tracks tracks, Clock clock) {
        this.caller = caller;
        this.traders = traders;
        this.tracks = tracks;
        this.clock = clock;
    }

    public Uni<Response> answer(Source source, String method, UriInfo address, Function<Exchange, Uni<Response>> work) {
        OperatorId operator = caller.get().writingOperator();
        Query query = new Query(address.getQueryParameters(), source);
        return traders.ouranosId(operator).chain(id -> {
            UUID named = id == null ? new UUID(0, 0) : id;
            Exchange exchange = new Exchange(operator, named, source, method, query, UUID.randomUUID());
            return id == null
                    ? Uni.createFrom().item(exchange.refused(Refusal.denied(Source.AUTH)))
                    : settled(exchange, clock.instant(), answered(exchange, work));
        });
    }

    /** A write that is kept stays so, also when it cannot be asked for later. */
    private Uni<Response> settled(Exchange exchange, Instant acceptedAt, Uni<Response> work) {
        return exchange.method().equals(HttpMethod.GET)
                ? work
                : work.call(answer -> kept(exchange, acceptedAt, answer)
                        .onFailure()
                        .invoke(failure -> LOG.warn("what became of a write is not kept", failure))
                        .onFailure()
                        .recoverWithNull());
    }

    private Uni<Void> kept(Exchange exchange, Instant acceptedAt, Response answer) {
        boolean succeeded = answer.getStatusInfo().getFamily() == Response.Status.Family.SUCCESSFUL;
        return tracks.keep(exchange.operator(), new Track(exchange.track(), acceptedAt, succeeded));
    }

    private static Uni<Response> answered(Exchange exchange, Function<Exchange, Uni<Response>> work) {
        return Uni.createFrom()
                .deferred(() -> work.apply(exchange))
                .onFailure(Refused.class)
                .transform(Refusals::of)
                .onFailure(Unfit.class)
                .transform(unfit -> Refusal.validation(Source.DATASPACE, unfit.faults()))
                .onFailure(Refusal.class)
                .recoverWithItem(exchange::refused);
    }
}
