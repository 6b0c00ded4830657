package dev.denchi.api.store.operator;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** Passports on offer, by operator and model, as in view {@code offered_model}. */
@Entity
@Immutable
@Table(name = "offered_model")
class OfferRow {

    @Embeddable
    record Key(
            @Column(name = "operator_id") String operatorId,
            @Column(name = "model_id") String modelId) implements Serializable {}

    @EmbeddedId
    private Key key;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "operator_id", insertable = false, updatable = false)
    private OperatorRow operator;

    @Column(name = "battery_category")
    private String batteryCategory;

    @Column(name = "issued_at")
    private Instant issuedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    OfferRow() {}

    OfferedModel toDomain() {
        return new OfferedModel(operator.toDomain(), key.modelId(), batteryCategory, issuedAt);
    }
}
