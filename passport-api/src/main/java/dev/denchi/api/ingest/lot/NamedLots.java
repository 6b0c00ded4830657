package dev.denchi.api.ingest.lot;

import dev.denchi.model.identifier.LotId;
import dev.denchi.model.lot.Draw;
import dev.denchi.model.lot.LotEvent;
import dev.denchi.model.lot.MaterialLot;
import dev.denchi.model.lot.RecycledContentClaim;
import dev.denchi.model.lot.RecycledContentClaim.Consumption;
import dev.denchi.model.lot.Transfer;
import dev.denchi.model.lot.Transformation;
import java.util.LinkedHashSet;
import java.util.Set;

/** The lots that a statement names. */
final class NamedLots implements LotEvent.Cases<Set<LotId>> {
    static Set<LotId> in(LotEvent event) {
        return event.match(new NamedLots());
    }

    @Override
    public Set<LotId> lot(MaterialLot lot) {
        return Set.of(lot.id());
    }

    @Override
    public Set<LotId> transformation(Transformation transformation) {
        Set<LotId> named = new LinkedHashSet<>(transformation.outputs());
        transformation.inputs().stream().map(Draw::lot).forEach(named::add);
        return named;
    }

    @Override
    public Set<LotId> transfer(Transfer transfer) {
        return Set.of(transfer.lot());
    }

    @Override
    public Set<LotId> claim(RecycledContentClaim claim) {
        Set<LotId> named = new LinkedHashSet<>();
        claim.consumption().stream().map(Consumption::lot).forEach(named::add);
        return named;
    }
}
