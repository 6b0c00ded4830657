package dev.denchi.api.store.lot;

import dev.denchi.model.identifier.LotId;
import dev.denchi.model.massbalance.AllocationLedger;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was known of the lots that a statement names when it was judged. The statement is kept only if all of it still holds then.
 *
 * @param lots those that its operator may know of
 * @param transfer the one that it answers or states anew
 * @param allocations the accounts of its site, where it allocates
 * @param siteMoves how often those had moved
 * @param corrections how many statements had been stated anew
 */
public record LotSnapshot(
        Map<LotId, KnownLot> lots,
        @Nullable StatedTransfer transfer,
        AllocationLedger allocations,
        int siteMoves,
        long corrections) {

    public static LotSnapshot of(Map<LotId, KnownLot> lots) {
        return new LotSnapshot(lots, null, AllocationLedger.EMPTY, 0, 0);
    }

    public LotSnapshot withLots(Map<LotId, KnownLot> known) {
        return new LotSnapshot(known, transfer, allocations, siteMoves, corrections);
    }

    public LotSnapshot with(@Nullable StatedTransfer given) {
        return new LotSnapshot(lots, given, allocations, siteMoves, corrections);
    }

    public LotSnapshot with(Allocations accounts) {
        return new LotSnapshot(lots, transfer, accounts.ledger(), accounts.moves(), corrections);
    }

    public LotSnapshot after(long earlierCorrections) {
        return new LotSnapshot(lots, transfer, allocations, siteMoves, earlierCorrections);
    }

    /**
     * The accounts of one site.
     *
     * @param moves how often they had moved
     */
    public record Allocations(AllocationLedger ledger, int moves) {}
}
