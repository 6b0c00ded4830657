package dev.denchi.model.passport;

import static java.util.Objects.requireNonNull;

import dev.denchi.model.identifier.Gtin;
import dev.denchi.model.identifier.ModelId;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.quantity.Quantity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Static data of one battery model (Annex XIII, points 1 to 3). */
public record BatteryModel(
        @Nullable ModelId modelId,
        @Nullable Gtin gtin,
        @Nullable BatteryCategory category,
        @Nullable Quantity mass,
        List<Quantity> materialMasses,
        List<Quantity> substanceFractions,
        Voltages voltages,
        @Nullable Quantity exhaustionThreshold,
        @Nullable Quantity idleMinimum,
        @Nullable Quantity idleMaximum)
        implements RecordContent {

    /** Annex VI, part A, point 2. */
    public enum BatteryCategory {
        EV,
        LMT,
        INDUSTRIAL,
        STATIONARY
    }

    /** Annex XIII, point 1(h), in volts. */
    public record Voltages(
            @Nullable Quantity minimum,
            @Nullable Quantity nominal,
            @Nullable Quantity maximum) {}

    @Override
    public RecordKind kind() {
        return RecordKind.BATTERY_MODEL;
    }

    @Override
    public Subject subject(OperatorId operator) {
        return Subject.model(operator, requireNonNull(modelId));
    }
}
