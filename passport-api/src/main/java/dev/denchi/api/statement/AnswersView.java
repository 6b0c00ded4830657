package dev.denchi.api.statement;

import dev.denchi.api.supply.answer.Bought;
import dev.denchi.api.supply.trader.Trader;
import dev.denchi.api.supply.tree.Trade;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.part.TraceId;
import dev.denchi.model.trade.Progress;
import dev.denchi.model.trade.RequestType;
import dev.denchi.model.trade.ResponseStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The answers about a part, supplier by supplier. What is behind a supplier is told in numbers alone. */
final class AnswersView {

    /** Where the question about a part stands on a day. */
    enum Standing {
        ANSWERED,
        OPEN,
        /** Open, and later than the date that was asked for. */
        OVERDUE,
        REJECTED,
        NOT_ASKED;

        static Standing of(@Nullable Trade trade, LocalDate today) {
            if (trade == null) {
                return NOT_ASKED;
            }
            return switch (trade.status()) {
                case COMPLETED -> ANSWERED;
                case REJECT -> REJECTED;
                case NOT_COMPLETED -> trade.due().isBefore(today) ? OVERDUE : OPEN;
                case CANCEL -> NOT_ASKED;
            };
        }
    }

    private AnswersView() {}

    static Map<String, Object> of(
            TraceId whole, RequestType type, LocalDate today, List<Bought> bought, Map<OperatorId, Trader> suppliers) {
        Map<Standing, Integer> counts = new EnumMap<>(Standing.class);
        List<Map<String, @Nullable Object>> parts = new ArrayList<>();
        int answered = 0;
        int requests = 0;
        for (Bought each : bought) {
            Standing standing = Standing.of(each.trade(), today);
            Map<String, Object> upstream = upstream(each.trade());
            counts.merge(standing, 1, Integer::sum);
            answered += (int) Objects.requireNonNull(upstream.get("answered"));
            requests += (int) Objects.requireNonNull(upstream.get("requests"));
            parts.add(part(each, standing, upstream, suppliers));
        }
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("traceId", whole.value());
        view.put("requestType", type);
        view.put("asOf", today.toString());
        view.put("parts", parts);
        view.put("counts", counts(counts));
        view.put("upstream", Map.of("answered", answered, "requests", requests));
        return view;
    }

    private static Map<String, Integer> counts(Map<Standing, Integer> counted) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Standing standing : Standing.values()) {
            counts.put(camel(standing), counted.getOrDefault(standing, 0));
        }
        return counts;
    }

    private static String camel(Standing standing) {
        return standing == Standing.NOT_ASKED ? "notAsked" : standing.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, @Nullable Object> part(
            Bought bought, Standing standing, Map<String, Object> upstream, Map<OperatorId, Trader> suppliers) {
        Map<String, @Nullable Object> part = new LinkedHashMap<>();
        part.put("traceId", bought.part().trace().value());
        part.put("partsName", bought.part().key().name());
        part.put("terminatedFlag", bought.part().terminated());
        part.put("standing", standing);
        Trade trade = bought.trade();
        if (trade != null) {
            part.put("tradeId", trade.id().value());
            part.put("supplier", supplier(Objects.requireNonNull(suppliers.get(trade.upstream()))));
            part.put("responseDueDate", trade.due().toString());
            part.put("replyMessage", trade.replyMessage());
            part.put("upstream", upstream);
        }
        if (bought.statement() != null) {
            part.put("answeredAt", Objects.requireNonNull(bought.toldAt()).toString());
            part.put("record", record(bought));
        }
        return part;
    }

    private static Map<String, Object> supplier(Trader trader) {
        Map<String, Object> supplier = new LinkedHashMap<>();
        supplier.put("operatorId", trader.ouranosId());
        supplier.put("operatorName", trader.name());
        return supplier;
    }

    private static @Nullable Map<String, Object> record(Bought bought) {
        var signed = Objects.requireNonNull(bought.statement()).record();
        if (signed == null) {
            return null;
        }
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("recordId", signed.id());
        record.put("version", signed.version());
        record.put("sha256", signed.sha256());
        return record;
    }

    /** All requests of the tree but this one. */
    private static Map<String, Object> upstream(@Nullable Trade trade) {
        Progress progress = trade == null ? Progress.NONE : trade.progress();
        boolean taken = progress.trades() > 0;
        int own = trade != null && taken && trade.status() == ResponseStatus.COMPLETED ? 1 : 0;
        Map<String, Object> upstream = new LinkedHashMap<>();
        upstream.put("answered", progress.completed() - own);
        upstream.put("requests", taken ? progress.trades() - 1 : 0);
        upstream.put("terminated", progress.terminated());
        return upstream;
    }
}
