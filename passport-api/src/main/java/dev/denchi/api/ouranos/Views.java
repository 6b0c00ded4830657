package dev.denchi.api.ouranos;

import dev.denchi.api.supply.trader.Plant;
import dev.denchi.api.supply.trader.Trader;
import dev.denchi.api.supply.tree.Trade;
import dev.denchi.model.part.Figure;
import dev.denchi.model.part.Part;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is answered, in the names and the order of the published examples. What is not there is {@code null}, and never left out. */
final class Views {

    private Views() {}

    /** @param amount {@code null} also where it is nobody's to know */
    static Map<String, @Nullable Object> part(Part part, UUID operator, @Nullable Figure amount) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("amountRequired", amount == null ? null : amount.plain());
        view.put("amountRequiredUnit", part.unit() == null ? null : part.unit().label());
        view.put("operatorId", operator);
        view.put("partsName", part.key().name());
        view.put("plantId", part.key().plant());
        view.put("supportPartsName", part.key().supportName());
        view.put("terminatedFlag", part.terminated());
        view.put("traceId", part.trace().value());
        view.put("partsLabelName", part.labels().label());
        view.put("partsAddInfo1", part.labels().info1());
        view.put("partsAddInfo2", part.labels().info2());
        view.put("partsAddInfo3", part.labels().info3());
        return view;
    }

    static Map<String, @Nullable Object> trade(Trade trade, UUID downstream, UUID upstream) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("downstreamOperatorId", downstream);
        view.put("downstreamTraceId", trade.downstreamTrace().value());
        view.put("tradeId", trade.id().value());
        view.put("upstreamOperatorId", upstream);
        view.put(
                "upstreamTraceId",
                trade.upstreamTrace() == null ? null : trade.upstreamTrace().value());
        return view;
    }

    static Map<String, @Nullable Object> status(Trade trade) {
        Map<String, @Nullable Object> standing = new LinkedHashMap<>();
        standing.put("cfpResponseStatus", trade.status());
        standing.put("tradeTreeStatus", trade.progress().terminated() ? "TERMINATED" : "UNTERMINATED");
        standing.put("completedCount", trade.progress().completed());
        standing.put("completedCountModifiedAt", second(trade.completedAt()));
        standing.put("tradesCount", trade.progress().trades());
        standing.put("tradesCountModifiedAt", second(trade.tradesAt()));
        return status(trade, standing);
    }

    /** As it is answered to the one who just asked: published without where it stands. */
    static Map<String, @Nullable Object> newStatus(Trade trade) {
        Map<String, @Nullable Object> standing = new LinkedHashMap<>();
        standing.put("completedCount", null);
        standing.put("completedCountModifiedAt", null);
        standing.put("tradesCount", null);
        standing.put("tradesCountModifiedAt", null);
        return status(trade, standing);
    }

    private static Map<String, @Nullable Object> status(Trade trade, Map<String, @Nullable Object> standing) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("message", trade.message());
        view.put("replyMessage", trade.replyMessage());
        view.put("requestStatus", standing);
        view.put("requestType", trade.type());
        view.put("statusId", trade.statusId());
        view.put("tradeId", trade.id().value());
        view.put("responseDueDate", trade.due().toString());
        return view;
    }

    static Map<String, @Nullable Object> operator(Trader trader) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("openOperatorId", trader.openId());
        view.put("operatorAddress", trader.address());
        view.put("operatorAttribute", Collections.singletonMap("globalOperatorId", trader.globalId()));
        view.put("operatorId", trader.ouranosId());
        view.put("operatorName", trader.name());
        return view;
    }

    static Map<String, @Nullable Object> plant(Plant plant, UUID operator) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("openPlantId", plant.openId());
        view.put("operatorId", operator);
        view.put("plantAddress", plant.address());
        view.put("plantId", plant.id());
        view.put("plantName", plant.name());
        view.put("plantAttribute", Collections.singletonMap("globalPlantId", plant.globalId()));
        return view;
    }

    private static String second(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
