package dev.denchi.api.ouranos;

import dev.denchi.api.ouranos.wire.Exchange;
import dev.denchi.api.ouranos.wire.Inputs;
import dev.denchi.api.ouranos.wire.Links;
import dev.denchi.api.ouranos.wire.Query;
import dev.denchi.api.ouranos.wire.Refusal;
import dev.denchi.api.ouranos.wire.Source;
import dev.denchi.api.supply.trade.TradeLists;
import dev.denchi.api.supply.trade.TradeLists.Received;
import dev.denchi.api.supply.trade.Trades;
import dev.denchi.api.supply.trader.Trader;
import dev.denchi.api.supply.trader.Traders;
import dev.denchi.api.supply.tree.Trade;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.ouranos.StatusInput;
import dev.denchi.model.ouranos.TradeRequestInput;
import dev.denchi.model.part.TraceId;
import dev.denchi.model.trade.Move.Side;
import dev.denchi.model.trade.Progress;
import dev.denchi.model.trade.RequestType;
import dev.denchi.model.trade.ResponseStatus;
import dev.denchi.model.trade.TradeId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code dataTarget} tradeRequest and tradeResponse. */
@Singleton
class TradesTarget {
    private static final int MOST_TRACES = 50;

    private final Trades trades;
    private final TradeLists lists;
    private final Traders traders;
    private final Links links;
    private final Clock clock;

    TradesTarget(Trades trades, TradeLists lists, Traders traders, Links links, Clock clock) {
        this.trades = trades;
        this.lists = lists;
        this.traders = traders;
        this.links = links;
        this.clock = clock;
    }

    /** With trace ids the whole answer comes at once, as published: the limit and the cursor say nothing then. */
    Uni<Response> getRequests(Exchange exchange) {
        Query query = exchange.query();
        int limit = query.limit();
        List<UUID> traces = query.uuids("traceIds", MOST_TRACES);
        UUID after = query.uuid("after");
        var search = new TradeLists.Search(
                Set.of(Side.DOWNSTREAM),
                Set.copyOf(traces),
                null,
                false,
                traces.isEmpty() ? after : null,
                traces.isEmpty() ? limit : Integer.MAX_VALUE - 1);
        return lists.search(exchange.operator(), search)
                .chain(found -> each(found.entries(), this::view)
                        .map(views -> exchange.page(views, links.next(query, found.next()))));
    }

    private Uni<Map<String, @Nullable Object>> view(Trade trade) {
        return traders.ouranosId(trade.downstream())
                .chain(downstream ->
                        traders.ouranosId(trade.upstream()).map(upstream -> Views.trade(trade, downstream, upstream)));
    }

    Uni<Response> getResponses(Exchange exchange) {
        Query query = exchange.query();
        int limit = query.limit();
        return lists.received(exchange.operator(), query.uuid("after"), limit)
                .chain(found -> each(found.entries(), this::view)
                        .map(views -> exchange.page(views, links.next(query, found.next()))));
    }

    private static <T> Uni<List<Map<String, @Nullable Object>>> each(
            List<T> found, Function<T, Uni<? extends Map<String, @Nullable Object>>> view) {
        return Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUniAndConcatenate(view)
                .collect()
                .asList();
    }

    /** How much the customer needs of it is not told. */
    private Uni<Map<String, @Nullable Object>> view(Received received) {
        return traders.ouranosId(received.trade().downstream())
                .chain(downstream -> view(received.trade()).map(trade -> {
                    Map<String, @Nullable Object> view = new LinkedHashMap<>();
                    view.put("tradeModel", trade);
                    view.put("statusModel", Views.status(received.trade()));
                    view.put("partsModel", Views.part(received.part(), downstream, null));
                    return view;
                }));
    }

    Uni<Response> putRequest(Exchange exchange, byte[] body) {
        TradeRequestInput input = Inputs.tradeRequest(body);
        exchange.requireOwn(input.downstreamOperatorId());
        return traders.byOuranosId(UUID.fromString(Objects.requireNonNull(input.upstreamOperatorId())))
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.notFound(Source.DATASPACE))
                .chain(upstream -> asked(exchange, input, upstream))
                .chain(this::requestView)
                .map(exchange::created);
    }

    private Uni<Trade> asked(Exchange exchange, TradeRequestInput input, Trader upstream) {
        if (upstream.operator().equals(exchange.operator())) {
            throw Refusal.validation(Source.DATASPACE, "upstreamOperatorId: must be another operator.");
        }
        return input.tradeId() == null
                ? trades.ask(newTrade(exchange.operator(), input, upstream.operator()))
                : trades.renew(exchange.operator(), question(input, upstream.operator()));
    }

    private Uni<Object> requestView(Trade trade) {
        return view(trade).map(view -> {
            Map<String, @Nullable Object> request = new LinkedHashMap<>();
            request.put("statusModel", Views.newStatus(trade));
            request.put("tradeModel", view);
            return request;
        });
    }

    private Trade newTrade(OperatorId downstream, TradeRequestInput input, OperatorId upstream) {
        Trades.Question question = question(input, upstream);
        Instant now = clock.instant();
        return new Trade(
                question.id(),
                question.statusId(),
                question.type(),
                downstream,
                question.downstreamTrace(),
                upstream,
                null,
                question.message(),
                null,
                question.due(),
                ResponseStatus.NOT_COMPLETED,
                Progress.NONE,
                now,
                now);
    }

    private static Trades.Question question(TradeRequestInput input, OperatorId upstream) {
        StatusInput status = input.status();
        return new Trades.Question(
                new TradeId(idOrNew(input.tradeId())),
                idOrNew(status.statusId()),
                upstream,
                TraceId.of(Objects.requireNonNull(input.downstreamTraceId())),
                RequestType.ofName(Objects.requireNonNull(status.requestType())).orElseThrow(),
                status.message(),
                LocalDate.parse(Objects.requireNonNull(status.responseDueDate())));
    }

    private static UUID idOrNew(@Nullable String id) {
        return id == null ? UUID.randomUUID() : UUID.fromString(id);
    }

    Uni<Response> putResponse(Exchange exchange) {
        TradeId trade = new TradeId(exchange.query().requiredUuid("tradeId"));
        TraceId trace = new TraceId(exchange.query().requiredUuid("traceId"));
        return trades.link(exchange.operator(), trade, trace).chain(this::view).map(exchange::created);
    }
}
