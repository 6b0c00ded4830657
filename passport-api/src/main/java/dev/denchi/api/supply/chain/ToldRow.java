package dev.denchi.api.supply.chain;

import dev.denchi.api.supply.tree.TradeRow;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A version of a statement that crossed the border of a company, as in table {@code told_statement}. */
@Entity
@Immutable
@SuppressWarnings("UnusedVariable") // some columns are only written
@Table(name = "told_statement")
public class ToldRow {
    @Embeddable
    record Key(@Column(name = "trade_id") UUID tradeId, int version) implements Serializable {}

    @EmbeddedId
    private Key key;

    @Column(name = "upstream_operator_id")
    private String upstreamOperatorId;

    @Column(name = "downstream_operator_id")
    private String downstreamOperatorId;

    @Column(name = "record_id")
    private @Nullable UUID recordId;

    @Column(name = "record_version")
    private @Nullable Integer recordVersion;

    @Column(name = "record_sha256")
    private @Nullable String recordSha256;

    private @Nullable String content;
    private Instant at;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    ToldRow() {}

    ToldRow(TradeRow trade, Statement statement, Instant at) {
        key = new Key(trade.tradeId(), trade.answerVersion());
        upstreamOperatorId = trade.upstreamOperatorId();
        downstreamOperatorId = trade.downstreamOperatorId();
        if (statement.record() != null) {
            recordId = statement.record().id();
            recordVersion = statement.record().version();
            recordSha256 = statement.record().sha256();
        }
        content = statement.content();
        this.at = at;
    }

    public Instant at() {
        return at;
    }

    public Statement toDomain() {
        return new Statement(Statement.signed(recordId, recordVersion, recordSha256), content);
    }
}
