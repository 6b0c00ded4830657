package dev.denchi.model.massbalance;

import dev.denchi.model.identifier.LotId;
import dev.denchi.model.identifier.TransferId;
import dev.denchi.model.identifier.TransformationId;
import dev.denchi.model.lot.LotEvent;
import dev.denchi.model.lot.MaterialLot;
import dev.denchi.model.lot.RecycledContentClaim;
import dev.denchi.model.lot.Transfer;
import dev.denchi.model.lot.Transformation;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A snapshot of what was said of lots, as far as the next statement needs it: the lots that it names, their balances at the holders
 * that it names, the transfer that it accepts, the allocations of its site. A claim's answer needs all that lies upstream.
 *
 * @param answered by the receiver: accepted or refused
 * @param balances by lot and holder; a lot that another statement has not yielded yet has none
 */
public record LotLedger(
        Map<LotId, MaterialLot> lots,
        Map<Holding, Balance> balances,
        Map<TransformationId, Transformation> transformations,
        Map<TransferId, Transfer> given,
        Map<TransferId, Transfer> answered,
        Map<RecycledContentClaim.Id, RecycledContentClaim> claims,
        AllocationLedger allocations) {
    public static final LotLedger EMPTY =
            new LotLedger(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), AllocationLedger.EMPTY);

    public LotLedger {
        lots = Map.copyOf(lots);
        balances = Map.copyOf(balances);
        transformations = Map.copyOf(transformations);
        given = Map.copyOf(given);
        answered = Map.copyOf(answered);
        claims = Map.copyOf(claims);
    }

    /** The ledger after {@code event}, which is not judged here. */
    public LotLedger with(LotEvent event) {
        return event.match(new Booking(this, true));
    }

    /** The ledger as if {@code event}, which is in it, had never been said. Balances may fall below zero. */
    public LotLedger without(LotEvent event) {
        return event.match(new Booking(this, false));
    }

    public Optional<MaterialLot> lot(LotId id) {
        return Optional.ofNullable(lots.get(id));
    }

    public Balance balance(Holding holding) {
        return Objects.requireNonNullElse(balances.get(holding), Balance.NONE);
    }

    /** Whether a lot is there at all: it entered the chain here, or the transformation that yields it was accepted. */
    boolean isThere(MaterialLot lot) {
        if (lot.madeBy() == null) {
            return true;
        }
        Transformation maker = transformations.get(lot.madeBy());
        return maker != null && maker.outputs().contains(lot.id());
    }
}
