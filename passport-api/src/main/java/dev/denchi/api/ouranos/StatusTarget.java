package dev.denchi.api.ouranos;

import dev.denchi.api.ouranos.wire.Exchange;
import dev.denchi.api.ouranos.wire.Inputs;
import dev.denchi.api.ouranos.wire.Links;
import dev.denchi.api.ouranos.wire.Query;
import dev.denchi.api.ouranos.wire.Refusal;
import dev.denchi.api.ouranos.wire.Source;
import dev.denchi.api.supply.trade.TradeLists;
import dev.denchi.api.supply.trade.Trades;
import dev.denchi.model.ouranos.StatusInput;
import dev.denchi.model.trade.Move;
import dev.denchi.model.trade.Move.Side;
import dev.denchi.model.trade.TradeId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** {@code dataTarget} status. */
@Singleton
class StatusTarget {
    private final Trades trades;
    private final TradeLists lists;
    private final Links links;

    StatusTarget(Trades trades, TradeLists lists, Links links) {
        this.trades = trades;
        this.lists = lists;
        this.links = links;
    }

    /** Only when one status is named, one that was taken back is shown too. */
    Uni<Response> get(Exchange exchange) {
        Query query = exchange.query();
        int limit = query.limit();
        Set<Side> sides = sides(query);
        UUID statusId = query.uuid("statusId");
        UUID traceId = query.uuid("traceId");
        UUID after = query.uuid("after");
        UUID status = sides.contains(Side.UPSTREAM) ? statusId : null;
        Set<UUID> traces = sides.contains(Side.UPSTREAM) || traceId == null ? Set.of() : Set.of(traceId);
        boolean named = status != null || !traces.isEmpty();
        var search = new TradeLists.Search(sides, traces, status, status != null, named ? null : after, limit);
        return lists.search(exchange.operator(), search)
                .map(found -> exchange.page(
                        found.entries().stream().map(Views::status).toList(), links.next(query, found.next())));
    }

    private static Set<Side> sides(Query query) {
        String target = query.text("statusTarget");
        if (target == null) {
            return EnumSet.allOf(Side.class);
        }
        return switch (target) {
            case "REQUEST" -> Set.of(Side.DOWNSTREAM);
            case "RESPONSE" -> Set.of(Side.UPSTREAM);
            default -> throw Refusal.parameter(Source.DATASPACE, "statusTarget");
        };
    }

    Uni<Response> put(Exchange exchange, byte[] body) {
        StatusInput input = Inputs.status(body);
        Move move = Move.valueOf(Objects.requireNonNull(input.cfpResponseStatus()));
        return trades.end(
                        exchange.operator(),
                        new TradeId(UUID.fromString(Objects.requireNonNull(input.tradeId()))),
                        UUID.fromString(Objects.requireNonNull(input.statusId())),
                        move,
                        input.replyMessage())
                .map(trade -> exchange.created(Map.of()));
    }
}
