package dev.denchi.model.passport;

import static java.util.Objects.requireNonNull;

import dev.denchi.model.identifier.FacilityIdentifier;
import dev.denchi.model.identifier.ModelId;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.quantity.Quantity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The carbon footprint of a model made in one plant (Article 7(1)), in kg CO2e per kWh over the service life. */
public record CarbonFootprint(
        @Nullable ModelId modelId,
        @Nullable FacilityIdentifier facility,
        @Nullable Quantity total,
        @Nullable Quantity totalEnergy,
        @Nullable Quantity absolute,
        List<Stage> stages)
        implements ModelStatement {

    /** One life cycle stage of Annex II, point 4, and its share of the total, both as far as readable. */
    public record Stage(@Nullable String name, @Nullable Quantity footprint) {}

    @Override
    public RecordKind kind() {
        return RecordKind.CARBON_FOOTPRINT;
    }

    @Override
    public Subject subject(OperatorId operator) {
        return Subject.carbonFootprint(operator, requireNonNull(modelId), requireNonNull(facility));
    }
}
