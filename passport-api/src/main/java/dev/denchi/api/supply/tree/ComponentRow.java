package dev.denchi.api.supply.tree;

import dev.denchi.model.chain.Node;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.part.Figure;
import dev.denchi.model.part.TraceId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.UUID;

/** A part in a part, as in table {@code component}. */
@Entity
@SuppressWarnings("UnusedVariable") // a column is only written
@Table(name = "component")
public class ComponentRow {

    @Embeddable
    record Key(
            @Column(name = "parent_trace_id") UUID parentTraceId,
            @Column(name = "trace_id") UUID traceId) implements Serializable {}

    @EmbeddedId
    private Key key;

    @Column(name = "operator_id")
    private String operatorId;

    private BigDecimal amount;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    ComponentRow() {}

    public ComponentRow(OperatorId operator, TraceId parent, TraceId part, Figure amount) {
        key = new Key(parent.value(), part.value());
        operatorId = operator.value();
        this.amount = amount.value();
    }

    public UUID parentTraceId() {
        return key.parentTraceId();
    }

    public UUID traceId() {
        return key.traceId();
    }

    public Figure amount() {
        return new Figure(amount);
    }

    public Node.Line line() {
        return new Node.Line(new TraceId(key.traceId()), amount());
    }
}
