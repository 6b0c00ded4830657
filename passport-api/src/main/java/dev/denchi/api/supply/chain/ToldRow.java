package dev.denchi.api.supply.chain;

import dev.denchi.api.supply.tree.TradeRow;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A version of a statement that crossed the border of a company, as in table {@code told_statement}. */
@Entity
@Immutable
@SuppressWarnings("UnusedVariable") // some columns are only written
@Table(name = "told_statement")
public class ToldRow extends StatementColumns {
    @EmbeddedId
    private AnswerRow.Key key;

    @Column(name = "upstream_operator_id")
    private String upstreamOperatorId;

    @Column(name = "downstream_operator_id")
    private String downstreamOperatorId;

    private Instant at;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    ToldRow() {}

    ToldRow(TradeRow trade, Statement statement, Instant at) {
        super(statement);
        key = new AnswerRow.Key(trade.tradeId(), trade.answerVersion());
        upstreamOperatorId = trade.upstreamOperatorId();
        downstreamOperatorId = trade.downstreamOperatorId();
        this.at = at;
    }

    public Instant at() {
        return at;
    }
}
