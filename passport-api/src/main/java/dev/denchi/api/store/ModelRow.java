package dev.denchi.api.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/** A battery model on offer, as in table {@code battery_model}. */
@Entity
@Table(name = "battery_model")
class ModelRow {
    @Id
    private String subject;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "operator_id")
    private OperatorRow operator;

    @Column(name = "model_id")
    private String modelId;

    @Column(name = "battery_category")
    private String batteryCategory;

    @Column(name = "issued_at")
    private Instant issuedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    ModelRow() {}

    OfferedModel toDomain() {
        return new OfferedModel(operator.toDomain(), modelId, batteryCategory, issuedAt);
    }
}
