package dev.denchi.api.supply.chain;

import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.trade.RequestType;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;

/** Whether one customer may know a statement, as in table {@code statement_release}. */
@Entity
@DynamicUpdate // whose it is, and for whom, may not be written again
@SuppressWarnings("UnusedVariable") // some columns are only written
@Table(name = "statement_release")
public class StatementReleaseRow {
    @Embeddable
    public record Key(
            @Column(name = "trace_id") UUID traceId,

            @Column(name = "request_type") @Enumerated(EnumType.STRING)
            RequestType requestType,

            @Column(name = "to_operator_id") String toOperatorId)
            implements Serializable {}

    @EmbeddedId
    private Key key;

    @Column(name = "operator_id")
    private String operatorId;

    private boolean released;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    StatementReleaseRow() {}

    @SuppressWarnings("NullAway.Init")
    public StatementReleaseRow(Key key, String operator) {
        this.key = key;
        operatorId = operator;
    }

    public void decide(boolean released, Instant now) {
        this.released = released;
        decidedAt = now;
    }

    public UUID traceId() {
        return key.traceId();
    }

    public boolean released() {
        return released;
    }

    public OperatorId to() {
        return new OperatorId(key.toOperatorId());
    }
}
