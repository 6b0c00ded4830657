package dev.denchi.model.passport;

import static java.util.Objects.requireNonNull;

import dev.denchi.model.identifier.FacilityIdentifier;
import dev.denchi.model.identifier.ModelId;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.lot.Element;
import dev.denchi.model.lot.Evidence;
import dev.denchi.model.lot.RecycledContentClaim;
import dev.denchi.model.lot.RecycledContentClaim.Consumption;
import dev.denchi.model.lot.RecycledContentClaim.Declared;
import dev.denchi.model.quantity.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The recycled content of a model made in one plant in one year (Article 8(1)), in percent of each metal. */
public record RecycledContent(
        @Nullable ModelId modelId,
        @Nullable FacilityIdentifier facility,
        @Nullable Integer year,
        List<Share> shares,
        List<ElementMass> masses,
        @Nullable Backing backing)
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

    /** The lots that the plant consumed for the model, and what backs that besides them. */
    public record Backing(List<Consumption> consumption, List<Evidence> evidence) {}

    @Override
    public RecordKind kind() {
        return RecordKind.RECYCLED_CONTENT;
    }

    @Override
    public Subject subject(OperatorId operator) {
        return Subject.recycledContent(
                operator, requireNonNull(modelId), requireNonNull(facility), requireNonNull(year));
    }

    /** The claim on lots that it makes, when it broke no rule of form; empty when it names none. */
    public Optional<RecycledContentClaim> claim(OperatorId operator) {
        if (backing == null) {
            return Optional.empty();
        }
        return Optional.of(new RecycledContentClaim(
                new RecycledContentClaim.Id(
                        operator, requireNonNull(modelId), requireNonNull(facility), requireNonNull(year)),
                backing.consumption(),
                shares.stream().flatMap(RecycledContent::declared).toList(),
                backing.evidence()));
    }

    private static Stream<Declared> declared(Share share) {
        return Optional.ofNullable(share.metal()).flatMap(Element::ofLabel).stream()
                .map(element -> new Declared(element, share.preConsumer(), share.postConsumer(), share.total()));
    }
}
