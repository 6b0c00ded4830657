package dev.denchi.api.ingest.lot;

import dev.denchi.api.store.lineage.Chain;
import dev.denchi.api.store.lot.KnownLot;
import dev.denchi.api.store.lot.LotSnapshot;
import dev.denchi.api.store.lot.StatedTransfer;
import dev.denchi.model.identifier.LotId;
import dev.denchi.model.identifier.TransferId;
import dev.denchi.model.identifier.TransformationId;
import dev.denchi.model.lot.LotEvent;
import dev.denchi.model.lot.MaterialLot;
import dev.denchi.model.lot.Transfer;
import dev.denchi.model.lot.Transformation;
import dev.denchi.model.massbalance.Balance;
import dev.denchi.model.massbalance.Holding;
import dev.denchi.model.massbalance.LotLedger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is known of lots as the ledger that {@code massbalance} judges by. */
final class KnownLedger {
    private final Map<LotId, MaterialLot> lots = new HashMap<>();
    private final Map<Holding, Balance> balances = new HashMap<>();
    private final Map<TransformationId, Transformation> transformations = new HashMap<>();
    private final Map<TransferId, Transfer> given = new HashMap<>();
    private final Map<TransferId, Transfer> answered = new HashMap<>();

    private KnownLedger() {}

    static LotLedger of(LotSnapshot known, Chain upstream) {
        KnownLedger ledger = new KnownLedger();
        known.lots().values().forEach(ledger::add);
        upstream.lots().values().forEach(lot -> ledger.lots.put(lot.lot().id(), lot.lot()));
        upstream.steps()
                .values()
                .forEach(step -> ledger.transformations.put(step.name(), step.withoutLosses(upstream.lots())));
        if (known.transfer() != null) {
            ledger.add(known.transfer(), known);
        }
        return new LotLedger(
                ledger.lots,
                ledger.balances,
                ledger.transformations,
                ledger.given,
                ledger.answered,
                Map.of(),
                known.allocations());
    }

    private void add(KnownLot known) {
        MaterialLot lot = known.stated().lot();
        lots.put(lot.id(), lot);
        for (KnownLot.Holding holding : known.holdings()) {
            balances.put(
                    new Holding(lot.id(), holding.holder()),
                    new Balance(holding.received(), holding.drawn(), holding.claimed()));
        }
    }

    private void add(StatedTransfer transfer, LotSnapshot known) {
        known.lots().values().stream()
                .filter(lot -> lot.stated().id().equals(transfer.lot()))
                .map(lot -> lot.stated().lot().id())
                .forEach(lot -> add(transfer, lot));
    }

    private void add(StatedTransfer stated, LotId lot) {
        Transfer transfer = new Transfer(
                stated.name(),
                Transfer.Step.GIVEN,
                lot,
                stated.mass(),
                stated.from(),
                stated.to(),
                stated.on(),
                true, // it was judged when it was given
                List.of());
        given.put(stated.name(), transfer);
        if (stated.state() != StatedTransfer.State.GIVEN) {
            answered.put(stated.name(), transfer);
        }
    }

    /** With statements that stand on its lots already; what they moved is in the balances. */
    static LotLedger with(LotLedger ledger, List<LotEvent> standing) {
        LotLedger after = ledger;
        for (LotEvent event : standing) {
            after = after.with(event);
        }
        return new LotLedger(
                ledger.lots(),
                ledger.balances(),
                after.transformations(),
                after.given(),
                after.answered(),
                after.claims(),
                ledger.allocations());
    }
}
