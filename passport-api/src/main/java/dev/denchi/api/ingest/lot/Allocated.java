package dev.denchi.api.ingest.lot;

import dev.denchi.model.massbalance.AllocationLedger;
import dev.denchi.model.massbalance.AllocationLedger.Entry;
import dev.denchi.model.massbalance.BalancingPeriod;
import dev.denchi.model.massbalance.LotLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a statement moved in the accounts of its site. */
final class Allocated {
    private Allocated() {}

    static List<Entry> between(LotLedger before, LotLedger after) {
        List<Entry> moved = new ArrayList<>();
        after.allocations()
                .entries()
                .forEach((account, periods) -> periods.forEach((period, entry) -> {
                    Entry earlier = entry(before.allocations(), account, period);
                    if (!entry.equals(earlier)) {
                        moved.add(earlier == null ? entry : difference(entry, earlier));
                    }
                }));
        return moved;
    }

    private static @Nullable Entry entry(
            AllocationLedger ledger, AllocationLedger.Account account, BalancingPeriod period) {
        return ledger.entries().getOrDefault(account, Map.of()).get(period);
    }

    private static Entry difference(Entry entry, Entry earlier) {
        return new Entry(
                entry.account(),
                entry.period(),
                entry.inflow().minus(earlier.inflow()),
                entry.allocated().minus(earlier.allocated()));
    }
}
