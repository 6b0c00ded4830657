package dev.denchi.api.store.lot;

import dev.denchi.model.identifier.LotId;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.lot.LotEvent;
import dev.denchi.model.lot.Party;
import dev.denchi.model.massbalance.AllocationLedger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a record does to lots, as it was judged.
 *
 * @param before what the version before said, {@code null} for a first one
 * @param allocations what it moves in the accounts of its site
 * @param restated the lots of which something else is said now, so that claims on them are judged again
 */
public record LotChange(
        LotEvent event,
        LotSnapshot known,
        @Nullable LotEvent before,
        List<AllocationLedger.Entry> allocations,
        Set<LotId> restated) {

    /** The site whose accounts it moves. */
    Optional<Party> site() {
        return allocations.stream().findFirst().map(entry -> entry.account().site());
    }

    /** Whose rows it may write: all that have something of the lots, as what they have may be restated. */
    public Set<OperatorId> operators() {
        Set<OperatorId> operators = new LinkedHashSet<>();
        operators.add(event.operator());
        known.lots().values().forEach(lot -> {
            operators.add(lot.stated().lot().operator());
            lot.holdings().forEach(holding -> operators.add(holding.holder().operator()));
        });
        return operators;
    }
}
