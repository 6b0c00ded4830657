package dev.denchi.api.supply;

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
class ComponentRow {

    @Embeddable
    record Key(
            @Column(name = "parent_trace_id") UUID parentTraceId,
            @Column(name = "trace_id") UUID traceId) implements Serializable {}

    @EmbeddedId
    Key key;

    @Column(name = "operator_id")
    private String operatorId;

    private BigDecimal amount;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    ComponentRow() {}

    ComponentRow(OperatorId operator, TraceId parent, TraceId part, Figure amount) {
        key = new Key(parent.value(), part.value());
        operatorId = operator.value();
        this.amount = amount.value();
    }

    Figure amount() {
        return new Figure(amount);
    }

    Node.Line line() {
        return new Node.Line(new TraceId(key.traceId()), amount());
    }
}
