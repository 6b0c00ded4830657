package dev.denchi.api.supply.tree;

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
public class TradeRow {
    @Id
    @Column(name = "trade_id")
    private UUID tradeId;

    @Column(name = "status_id")
    private UUID statusId;

    @Column(name = "request_type")
    @Enumerated(EnumType.STRING)
    private RequestType requestType;

    @Column(name = "downstream_operator_id")
    private String downstreamOperatorId;

    @Column(name = "downstream_trace_id")
    private UUID downstreamTraceId;

    @Column(name = "upstream_operator_id")
    private String upstreamOperatorId;

    @Column(name = "upstream_trace_id")
    private @Nullable UUID upstreamTraceId;

    private @Nullable String message;

    @Column(name = "reply_message")
    private @Nullable String replyMessage;

    private LocalDate due;

    @Enumerated(EnumType.STRING)
    private ResponseStatus status;

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
    private int answerVersion;

    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    TradeRow() {}

    @SuppressWarnings("NullAway.Init")
    public TradeRow(Trade trade, Instant now) {
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

    /** Asked again, so that what was replied is no reply to it. */
    public void renew(@Nullable String message, LocalDate due) {
        this.message = message;
        this.due = due;
        replyMessage = null;
    }

    /** From now on that part of the one asked is what it is about. */
    public void link(TraceId trace) {
        upstreamTraceId = trace.value();
    }

    /** It is about no part of the one asked. */
    public void unlink() {
        upstreamTraceId = null;
    }

    public void reply(@Nullable String said) {
        replyMessage = said;
    }

    public void stands(ResponseStatus now) {
        status = now;
    }

    /** From now on there is a newer version of what is told. */
    public void toldAnew() {
        answerVersion++;
    }

    /** Each count remembers when it moved. */
    public void stands(Progress progress, Instant now) {
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

    public UUID tradeId() {
        return tradeId;
    }

    public UUID statusId() {
        return statusId;
    }

    public RequestType requestType() {
        return requestType;
    }

    public String downstreamOperatorId() {
        return downstreamOperatorId;
    }

    public UUID downstreamTraceId() {
        return downstreamTraceId;
    }

    public String upstreamOperatorId() {
        return upstreamOperatorId;
    }

    @Nullable
    public UUID upstreamTraceId() {
        return upstreamTraceId;
    }

    @Nullable
    public String replyMessage() {
        return replyMessage;
    }

    public ResponseStatus status() {
        return status;
    }

    public int answerVersion() {
        return answerVersion;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Progress progress() {
        return new Progress(completedCount, tradesCount, treeTerminated);
    }

    public Trade toDomain() {
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
