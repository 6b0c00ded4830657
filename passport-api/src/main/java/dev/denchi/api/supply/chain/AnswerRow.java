package dev.denchi.api.supply.chain;

import static dev.denchi.api.supply.chain.FootprintRow.dqr;
import static dev.denchi.api.supply.chain.FootprintRow.figure;
import static dev.denchi.api.supply.chain.FootprintRow.value;

import dev.denchi.api.supply.tree.TradeRow;
import dev.denchi.model.cfp.Answer;
import dev.denchi.model.part.AmountUnit;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A version of what crossed the border of a company, as in table {@code answer}. */
@Entity
@Immutable
@SuppressWarnings("UnusedVariable") // some columns are only written
@Table(name = "answer")
public class AnswerRow {

    @Embeddable
    record Key(@Column(name = "trade_id") UUID tradeId, int version) implements Serializable {}

    @EmbeddedId
    private Key key;

    @Column(name = "upstream_operator_id")
    private String upstreamOperatorId;

    @Column(name = "downstream_operator_id")
    private String downstreamOperatorId;

    String unit;

    @Column(name = "pre_emission")
    private @Nullable BigDecimal preEmission;

    @Column(name = "pre_te_r")
    private @Nullable BigDecimal preTeR;

    @Column(name = "pre_ge_r")
    private @Nullable BigDecimal preGeR;

    @Column(name = "pre_ti_r")
    private @Nullable BigDecimal preTiR;

    @Column(name = "main_emission")
    private @Nullable BigDecimal mainEmission;

    @Column(name = "main_te_r")
    private @Nullable BigDecimal mainTeR;

    @Column(name = "main_ge_r")
    private @Nullable BigDecimal mainGeR;

    @Column(name = "main_ti_r")
    private @Nullable BigDecimal mainTiR;

    private Instant at;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    AnswerRow() {}

    AnswerRow(TradeRow trade, String unit, Answer answer, Instant at) {
        key = new Key(trade.tradeId(), trade.answerVersion());
        upstreamOperatorId = trade.upstreamOperatorId();
        downstreamOperatorId = trade.downstreamOperatorId();
        this.unit = unit;
        this.at = at;
        preEmission = value(answer.pre().emission());
        preTeR = value(answer.pre().dqr().teR());
        preGeR = value(answer.pre().dqr().geR());
        preTiR = value(answer.pre().dqr().tiR());
        mainEmission = value(answer.main().emission());
        mainTeR = value(answer.main().dqr().teR());
        mainGeR = value(answer.main().dqr().geR());
        mainTiR = value(answer.main().dqr().tiR());
    }

    UUID tradeId() {
        return key.tradeId();
    }

    public AmountUnit unit() {
        return AmountUnit.ofLabel(unit).orElseThrow();
    }

    public Answer toDomain() {
        return new Answer(
                new Answer.Told(figure(preEmission), dqr(preTeR, preGeR, preTiR)),
                new Answer.Told(figure(mainEmission), dqr(mainTeR, mainGeR, mainTiR)));
    }
}
