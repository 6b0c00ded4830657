package dev.denchi.api.supply.chain;

import dev.denchi.model.cfp.Dqr;
import dev.denchi.model.cfp.Emissions;
import dev.denchi.model.cfp.Footprint;
import dev.denchi.model.part.AmountUnit;
import dev.denchi.model.part.Figure;
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

/** A version of a footprint, as in table {@code footprint}. */
@Entity
@Immutable
@SuppressWarnings("UnusedVariable") // some columns are only written
@Table(name = "footprint")
public class FootprintRow {
    public static final String STATED = "STATED";
    static final String TOTAL = "TOTAL";

    @Embeddable
    public record Key(@Column(name = "trace_id") UUID traceId, String kind, int version) implements Serializable {}

    @EmbeddedId
    private Key key;

    @Column(name = "operator_id")
    private String operatorId;

    @Column(name = "cfp_id")
    private UUID cfpId;

    String unit;

    @Column(name = "pre_production")
    private @Nullable BigDecimal preProduction;

    @Column(name = "pre_component")
    private @Nullable BigDecimal preComponent;

    @Column(name = "pre_te_r")
    private @Nullable BigDecimal preTeR;

    @Column(name = "pre_ge_r")
    private @Nullable BigDecimal preGeR;

    @Column(name = "pre_ti_r")
    private @Nullable BigDecimal preTiR;

    @Column(name = "main_production")
    private @Nullable BigDecimal mainProduction;

    @Column(name = "main_component")
    private @Nullable BigDecimal mainComponent;

    @Column(name = "main_te_r")
    private @Nullable BigDecimal mainTeR;

    @Column(name = "main_ge_r")
    private @Nullable BigDecimal mainGeR;

    @Column(name = "main_ti_r")
    private @Nullable BigDecimal mainTiR;

    private Instant at;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    FootprintRow() {}

    public FootprintRow(Key key, String operator, UUID cfpId, String unit, Footprint footprint, Instant at) {
        this.key = key;
        this.operatorId = operator;
        this.cfpId = cfpId;
        this.unit = unit;
        this.at = at;
        preProduction = value(footprint.pre().production());
        preComponent = value(footprint.pre().component());
        preTeR = value(footprint.pre().dqr().teR());
        preGeR = value(footprint.pre().dqr().geR());
        preTiR = value(footprint.pre().dqr().tiR());
        mainProduction = value(footprint.main().production());
        mainComponent = value(footprint.main().component());
        mainTeR = value(footprint.main().dqr().teR());
        mainGeR = value(footprint.main().dqr().geR());
        mainTiR = value(footprint.main().dqr().tiR());
    }

    public UUID cfpId() {
        return cfpId;
    }

    public AmountUnit unit() {
        return AmountUnit.ofLabel(unit).orElseThrow();
    }

    public Footprint toDomain() {
        return new Footprint(
                new Emissions(figure(preProduction), figure(preComponent), dqr(preTeR, preGeR, preTiR)),
                new Emissions(figure(mainProduction), figure(mainComponent), dqr(mainTeR, mainGeR, mainTiR)));
    }

    static Dqr dqr(@Nullable BigDecimal teR, @Nullable BigDecimal geR, @Nullable BigDecimal tiR) {
        return new Dqr(figure(teR), figure(geR), figure(tiR));
    }

    static @Nullable Figure figure(@Nullable BigDecimal value) {
        return value == null ? null : new Figure(value);
    }

    static @Nullable BigDecimal value(@Nullable Figure figure) {
        return figure == null ? null : figure.value();
    }
}
