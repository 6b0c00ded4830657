package dev.denchi.api.supply.trader;

import dev.denchi.model.identifier.OperatorId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A trader, as in table {@code trader}. */
@Entity
@Table(name = "trader")
@SuppressWarnings("UnusedVariable") // some columns are only queried
public class TraderRow {
    @Id
    @Column(name = "operator_id")
    private String operatorId;

    @Column(name = "ouranos_id")
    private UUID ouranosId;

    private String name;
    private String address;

    @Column(name = "open_id")
    private String openId;

    @Column(name = "global_id")
    private @Nullable String globalId;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    TraderRow() {}

    public Trader toDomain() {
        return new Trader(new OperatorId(operatorId), ouranosId, name, address, openId, globalId);
    }
}
