package dev.denchi.model.lot;

import dev.denchi.model.identifier.FacilityIdentifier;
import dev.denchi.model.identifier.LotId;
import dev.denchi.model.identifier.ModelId;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.quantity.Mass;
import dev.denchi.model.quantity.Quantity;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a maker declares of a model made in one plant in one year (Article 8(1)), and the lots that the plant consumed for it. What backs
 * one claim backs no other.
 *
 * @param documents what backs the claim itself; its lots have their own
 */
public record RecycledContentClaim(
        Id id, List<Consumption> consumption, List<Declared> declared, List<Evidence> documents) implements LotEvent {

    public RecycledContentClaim {
        consumption = List.copyOf(consumption);
        declared = List.copyOf(declared);
        documents = List.copyOf(documents);
    }

    public record Id(OperatorId operator, ModelId model, FacilityIdentifier plant, int year) {
        @Override
        public String toString() {
            return operator + ":" + model + ":" + plant + ":" + year;
        }
    }

    /** So much of a lot that went into batteries of the model. */
    public record Consumption(LotId lot, Mass mass, LocalDate on) {}

    /**
     * The shares of one metal, in percent. Where the split is not known there is only the total.
     *
     * @param total {@code null} where both shares are given
     */
    public record Declared(
            Element element,
            @Nullable Quantity preConsumer,
            @Nullable Quantity postConsumer,
            @Nullable Quantity total) {}

    @Override
    public OperatorId operator() {
        return id.operator();
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.claim(this);
    }

    @Override
    public String key() {
        return "recycled-content:" + id;
    }

    @Override
    public String name() {
        return "Claim " + id;
    }

    @Override
    public List<Evidence> evidence() {
        return documents;
    }
}
