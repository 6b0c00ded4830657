package dev.denchi.api.supply;

import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.part.TraceId;
import dev.denchi.model.trade.Progress;
import dev.denchi.model.trade.RequestType;
import dev.denchi.model.trade.ResponseStatus;
import dev.denchi.model.trade.TradeId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A request, as in table {@code trade}. */
@Entity
@DynamicUpdate // who asks whom, and about what, may not be written again
@Table(name = "trade")
class TradeRow {
    @Id
    @Column(name = "trade_id")
    UUID tradeId;

    @Column(name = "status_id")
    UUID statusId;

    @Column(name = "request_type")
    @Enumerated(EnumType.STRING)
    RequestType requestType;

    @Column(name = "downstream_operator_id")
    String downstreamOperatorId;

    @Column(name = "downstream_trace_id")
    UUID downstreamTraceId;

    @Column(name = "upstream_operator_id")
    String upstreamOperatorId;

    @Column(name = "upstream_trace_id")
    @Nullable
    UUID upstreamTraceId;

    @Nullable
    String message;

    @Column(name = "reply_message")
    @Nullable
    String replyMessage;

    LocalDate due;

    @Enumerated(EnumType.STRING)
    ResponseStatus status;

    @Column(name = "completed_count")
    private int completedCount;

    @Column(name = "completed_at")
    private Instant completedAt;

    @Column(name = "trades_count")
    private int tradesCount;

    @Column(name = "trades_at")
    private Instant tradesAt;

    @Column(name = "tree_terminated")
    private boolean treeTerminated;

    @Column(name = "answer_version")
    int answerVersion;

    @Column(name = "created_at")
    Instant createdAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    TradeRow() {}

    @SuppressWarnings("NullAway.Init")
    TradeRow(Trade trade, Instant now) {
        tradeId = trade.id().value();
        statusId = trade.statusId();
        requestType = trade.type();
        downstreamOperatorId = trade.downstream().value();
        downstreamTraceId = trade.downstreamTrace().value();
        upstreamOperatorId = trade.upstream().value();
        message = trade.message();
        due = trade.due();
        status = ResponseStatus.NOT_COMPLETED;
        completedAt = now;
        tradesAt = now;
        createdAt = now;
    }

    /** Each count remembers when it moved. */
    void stands(Progress progress, Instant now) {
        if (completedCount != progress.completed()) {
            completedCount = progress.completed();
            completedAt = now;
        }
        if (tradesCount != progress.trades()) {
            tradesCount = progress.trades();
            tradesAt = now;
        }
        treeTerminated = progress.terminated();
    }

    Progress progress() {
        return new Progress(completedCount, tradesCount, treeTerminated);
    }

    Trade toDomain() {
        return new Trade(
                new TradeId(tradeId),
                statusId,
                requestType,
                new OperatorId(downstreamOperatorId),
                new TraceId(downstreamTraceId),
                new OperatorId(upstreamOperatorId),
                upstreamTraceId == null ? null : new TraceId(upstreamTraceId),
                message,
                replyMessage,
                due,
                status,
                progress(),
                completedAt,
                tradesAt);
    }
}
