package dev.denchi.api.store.record;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What changes of a battery model on offer, as in table {@code battery_model}. */
@Entity
@SuppressWarnings("UnusedVariable") // the columns are only written, and by queries
@Table(name = "battery_model")
class ModelRow {
    @Id
    private String subject;

    @Column(name = "battery_category")
    private String batteryCategory;

    @Column(name = "issued_at")
    private Instant issuedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    ModelRow() {}
}
