package dev.denchi.model.lot;

import dev.denchi.model.identifier.FacilityIdentifier;
import dev.denchi.model.identifier.LotId;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.identifier.TransformationId;
import dev.denchi.model.quantity.Mass;
import dev.denchi.model.quantity.Quantity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A quantity of one material, homogeneous enough that any part of it has the same composition.
 *
 * @param facility where it was made or taken in
 * @param mass dry
 * @param producedOn the day it was made or taken in
 * @param madeBy the transformation that yields it; {@code null} for what enters the chain here. Nothing of it is there before that
 *     transformation is
 * @param waste what it was recovered from; {@code null} for what is no waste, or comes from lots
 */
public record MaterialLot(
        LotId id,
        Material material,
        FacilityIdentifier facility,
        Mass mass,
        LocalDate producedOn,
        @Nullable TransformationId madeBy,
        @Nullable WasteOrigin waste,
        List<ElementMass> elements,
        List<Assay> assays,
        CustodyModel custody,
        List<Evidence> evidence)
        implements LotEvent {

    public MaterialLot {
        elements = List.copyOf(elements);
        assays = List.copyOf(assays);
        evidence = List.copyOf(evidence);
    }

    /**
     * The waste that a lot was recovered from.
     *
     * @param wasteCode of the European List of Waste (Decision 2000/532/EC), such as 16 06 05
     */
    public record WasteOrigin(
            WasteClass wasteClass, @Nullable String wasteCode) {}

    /**
     * What a laboratory found.
     *
     * @param massFraction of the element in the dry lot, in percent
     * @param uncertainty expanded (k = 2), in percent of the lot's dry mass as well
     */
    public record Assay(Element element, Quantity massFraction, Quantity uncertainty) {}

    @Override
    public OperatorId operator() {
        return id.operator();
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.lot(this);
    }

    @Override
    public String key() {
        return "lot:" + id;
    }

    @Override
    public String name() {
        return "Lot " + id;
    }

    public Optional<ElementMass> element(Element element) {
        return elements.stream().filter(held -> held.element() == element).findFirst();
    }

    public Optional<Assay> assay(Element element) {
        return assays.stream().filter(assay -> assay.element() == element).findFirst();
    }
}
