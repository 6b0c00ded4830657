package dev.denchi.api.store.lineage;

import dev.denchi.model.identifier.FacilityIdentifier;
import dev.denchi.model.identifier.LotId;
import dev.denchi.model.identifier.RecordId;
import dev.denchi.model.identifier.TransformationId;
import dev.denchi.model.lot.CustodyModel;
import dev.denchi.model.lot.Draw;
import dev.denchi.model.lot.Evidence;
import dev.denchi.model.lot.Transformation;
import dev.denchi.model.quantity.Mass;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A transformation as its operator states it now, as far as the lineage goes: what was added and lost stands in its record alone.
 *
 * @param inputs how much of which lots it consumed
 */
public record StatedStep(
        RecordId id,
        int version,
        String sha256,
        TransformationId name,
        Transformation.Type type,
        FacilityIdentifier facility,
        LocalDate from,
        LocalDate to,
        CustodyModel custody,
        List<Evidence> evidence,
        Map<RecordId, Mass> inputs,
        List<RecordId> outputs) {

    /** The transformation with these lots' names, without what was added and lost. */
    public Transformation withoutLosses(Map<RecordId, StatedLot> lots) {
        return new Transformation(
                name,
                type,
                facility,
                from,
                to,
                inputs.entrySet().stream()
                        .filter(input -> lots.containsKey(input.getKey()))
                        .map(input -> new Draw(nameOf(lots, input.getKey()), input.getValue()))
                        .toList(),
                outputs.stream()
                        .filter(lots::containsKey)
                        .map(output -> nameOf(lots, output))
                        .toList(),
                Mass.ZERO,
                List.of(),
                custody,
                evidence);
    }

    private static LotId nameOf(Map<RecordId, StatedLot> lots, RecordId lot) {
        return Objects.requireNonNull(lots.get(lot)).lot().id();
    }
}
