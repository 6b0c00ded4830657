package dev.denchi.api.supply.trader;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A plant, as in table {@code plant}. */
@Entity
@Table(name = "plant")
@SuppressWarnings("UnusedVariable") // some columns are only queried
class PlantRow {
    @Id
    @Column(name = "plant_id")
    private UUID plantId;

    @Column(name = "operator_id")
    private String operatorId;

    private String name;
    private String address;

    @Column(name = "open_id")
    private String openId;

    @Column(name = "global_id")
    private @Nullable String globalId;

    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    PlantRow() {}

    @SuppressWarnings("NullAway.Init")
    PlantRow(String operator, Plant plant, Instant now) {
        plantId = plant.id();
        operatorId = operator;
        createdAt = now;
        change(plant);
    }

    void change(Plant plant) {
        name = plant.name();
        address = plant.address();
        openId = plant.openId();
        globalId = plant.globalId();
    }

    Plant toDomain() {
        return new Plant(plantId, name, address, openId, globalId);
    }
}
