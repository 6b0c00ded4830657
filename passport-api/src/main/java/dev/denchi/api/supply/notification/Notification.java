package dev.denchi.api.supply.notification;

import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.part.TraceId;
import dev.denchi.model.trade.NotificationType;
import dev.denchi.model.trade.TradeId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an operator was told of one of its requests.
 *
 * @param from whose doing it was
 * @param statusId how ABtC names the request: {@code requestId}
 * @param upstreamTrace the part that was linked to the request at that moment, {@code null} when none was
 */
public record Notification(
        UUID id,
        NotificationType type,
        OperatorId from,
        TradeId trade,
        UUID statusId,
        OperatorId downstream,
        OperatorId upstream,
        TraceId downstreamTrace,
        @Nullable TraceId upstreamTrace,
        Instant at) {}
