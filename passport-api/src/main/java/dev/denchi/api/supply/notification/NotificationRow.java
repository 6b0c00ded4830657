package dev.denchi.api.supply.notification;

import dev.denchi.api.supply.tree.TradeRow;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.part.TraceId;
import dev.denchi.model.trade.Move.Side;
import dev.denchi.model.trade.NotificationType;
import dev.denchi.model.trade.TradeId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What an operator was told, as in table {@code notification}. */
@Entity
@Immutable
@Table(name = "notification")
class NotificationRow {
    @Id
    @Column(name = "notification_id")
    UUID notificationId;

    @Column(name = "operator_id")
    String operatorId;

    @Column(name = "from_operator_id")
    String fromOperatorId;

    @Enumerated(EnumType.STRING)
    NotificationType type;

    @Column(name = "trade_id")
    private UUID tradeId;

    @Column(name = "upstream_trace_id")
    private @Nullable UUID upstreamTraceId;

    @Column(name = "notified_at")
    Instant notifiedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    NotificationRow() {}

    NotificationRow(TradeRow trade, NotificationType type, Instant now) {
        boolean toAsker = type.told() == Side.DOWNSTREAM;
        notificationId = UUID.randomUUID();
        operatorId = toAsker ? trade.downstreamOperatorId() : trade.upstreamOperatorId();
        fromOperatorId = toAsker ? trade.upstreamOperatorId() : trade.downstreamOperatorId();
        this.type = type;
        tradeId = trade.tradeId();
        upstreamTraceId = trade.upstreamTraceId();
        notifiedAt = now;
    }

    Notification toDomain(TradeRow trade) {
        return new Notification(
                notificationId,
                type,
                new OperatorId(fromOperatorId),
                new TradeId(tradeId),
                trade.statusId(),
                new OperatorId(trade.downstreamOperatorId()),
                new OperatorId(trade.upstreamOperatorId()),
                new TraceId(trade.downstreamTraceId()),
                upstreamTraceId == null ? null : new TraceId(upstreamTraceId),
                notifiedAt);
    }
}
