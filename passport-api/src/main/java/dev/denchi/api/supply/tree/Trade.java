package dev.denchi.api.supply.tree;

import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.part.TraceId;
import dev.denchi.model.trade.Progress;
import dev.denchi.model.trade.RequestType;
import dev.denchi.model.trade.ResponseStatus;
import dev.denchi.model.trade.TradeId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request and where it stands.
 *
 * @param upstreamTrace the part that the one asked linked to it, {@code null} until then
 * @param completedAt when the number of answers last moved
 * @param tradesAt when the number of requests last moved
 */
public record Trade(
        TradeId id,
        UUID statusId,
        RequestType type,
        OperatorId downstream,
        TraceId downstreamTrace,
        OperatorId upstream,
        @Nullable TraceId upstreamTrace,
        @Nullable String message,
        @Nullable String replyMessage,
        LocalDate due,
        ResponseStatus status,
        Progress progress,
        Instant completedAt,
        Instant tradesAt) {}
