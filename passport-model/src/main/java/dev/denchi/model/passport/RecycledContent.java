package dev.denchi.model.passport;

import static java.util.Objects.requireNonNull;

import dev.denchi.model.identifier.FacilityIdentifier;
import dev.denchi.model.identifier.ModelId;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.quantity.Quantity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The recycled content of a model made in one plant in one year (Article 8(1)), in percent of each metal. */
public record RecycledContent(
        @Nullable ModelId modelId,
        @Nullable FacilityIdentifier facility,
        @Nullable Integer year,
        List<Share> shares,
        List<ElementMass> masses)
        implements ModelStatement {

    /**
     * Recovered from battery manufacturing waste and from post-consumer waste: kept apart, never invented. Where the split
     * is unknown there is only the total.
     */
    public record Share(
            @Nullable String metal,
            @Nullable Quantity preConsumer,
            @Nullable Quantity postConsumer,
            @Nullable Quantity total) {}

    /** Of a metal in a battery's active materials; of lead in the battery. */
    public record ElementMass(
            @Nullable String element, @Nullable Quantity mass) {}

    @Override
    public RecordKind kind() {
        return RecordKind.RECYCLED_CONTENT;
    }

    @Override
    public Subject subject(OperatorId operator) {
        return Subject.recycledContent(
                operator, requireNonNull(modelId), requireNonNull(facility), requireNonNull(year));
    }
}
