package dev.denchi.api.supply.chain;

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
import org.hibernate.annotations.Immutable;

/** A version of what is stated of a part, as in table {@code part_statement}. */
@Entity
@Immutable
@SuppressWarnings("UnusedVariable") // some columns are only written
@Table(name = "part_statement")
public class StatementRow extends StatementColumns {
    @Embeddable
    public record Key(
            @Column(name = "trace_id") UUID traceId,

            @Column(name = "request_type") @Enumerated(EnumType.STRING)
            RequestType requestType,

            int version)
            implements Serializable {}

    @EmbeddedId
    private Key key;

    @Column(name = "operator_id")
    private String operatorId;

    private Instant at;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    StatementRow() {}

    public StatementRow(Key key, String operator, Statement statement, Instant at) {
        super(statement);
        this.key = key;
        operatorId = operator;
        this.at = at;
    }

    public UUID traceId() {
        return key.traceId();
    }

    public int version() {
        return key.version();
    }
}
