package dev.denchi.model.massbalance;

import dev.denchi.model.identifier.LotId;
import dev.denchi.model.identifier.TransferId;
import dev.denchi.model.identifier.TransformationId;
import dev.denchi.model.lot.Draw;
import dev.denchi.model.lot.LotEvent;
import dev.denchi.model.lot.MaterialLot;
import dev.denchi.model.lot.Party;
import dev.denchi.model.lot.RecycledContentClaim;
import dev.denchi.model.lot.Transfer;
import dev.denchi.model.lot.Transformation;
import dev.denchi.model.quantity.Mass;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;

/** Enters one statement into a ledger, or takes it out again. */
final class Booking implements LotEvent.Cases<LotLedger> {
    private final LotLedger before;
    private final boolean enters;
    private final Map<LotId, MaterialLot> lots;
    private final Map<Holding, Balance> balances;
    private final Map<TransformationId, Transformation> transformations;
    private final Map<TransferId, Transfer> given;
    private final Map<TransferId, Transfer> answered;
    private final Map<RecycledContentClaim.Id, RecycledContentClaim> claims;
    private AllocationLedger allocations;

    Booking(LotLedger before, boolean enters) {
        this.before = before;
        this.enters = enters;
        this.lots = new HashMap<>(before.lots());
        this.balances = new HashMap<>(before.balances());
        this.transformations = new HashMap<>(before.transformations());
        this.given = new HashMap<>(before.given());
        this.answered = new HashMap<>(before.answered());
        this.claims = new HashMap<>(before.claims());
        this.allocations = before.allocations();
    }

    @Override
    public LotLedger lot(MaterialLot lot) {
        enter(lots, lot.id(), lot);
        if (before.isThere(lot)) {
            book(Holding.ofMaker(lot), lot.mass(), Balance::receiving);
        }
        return after();
    }

    @Override
    public LotLedger transformation(Transformation transformation) {
        enter(transformations, transformation.id(), transformation);
        Party holder = new Party(transformation.operator(), transformation.facility());
        for (Draw input : transformation.inputs()) {
            book(new Holding(input.lot(), holder), input.mass(), Balance::drawing);
        }
        for (LotId output : transformation.outputs()) {
            before.lot(output).ifPresent(lot -> book(Holding.ofMaker(lot), lot.mass(), Balance::receiving));
        }
        for (AllocationLedger.Entry entry : Flows.of(transformation, before).allocations()) {
            allocations = allocations.with(enters ? entry : entry.reversed());
        }
        return after();
    }

    @Override
    public LotLedger transfer(Transfer transfer) {
        switch (transfer.step()) {
            case GIVEN -> {
                enter(given, transfer.id(), transfer);
                book(new Holding(transfer.lot(), transfer.from()), transfer.mass(), Balance::drawing);
            }
            case ACCEPTED -> {
                enter(answered, transfer.id(), transfer);
                book(new Holding(transfer.lot(), transfer.to()), transfer.mass(), Balance::receiving);
            }
            case REFUSED -> {
                enter(answered, transfer.id(), transfer);
                book(new Holding(transfer.lot(), transfer.from()), transfer.mass(), Balance::takingBack);
            }
        }
        return after();
    }

    @Override
    public LotLedger claim(RecycledContentClaim claim) {
        enter(claims, claim.id(), claim);
        Party holder = new Party(claim.operator(), claim.id().plant());
        claim.consumption().forEach(used -> book(new Holding(used.lot(), holder), used.mass(), Balance::claiming));
        return after();
    }

    private <K, V> void enter(Map<K, V> statements, K id, V statement) {
        if (enters) {
            statements.put(id, statement);
        } else {
            statements.remove(id);
        }
    }

    private void book(Holding holding, Mass mass, BiFunction<Balance, Mass, Balance> entry) {
        Balance balance = Objects.requireNonNullElse(balances.get(holding), Balance.NONE);
        balances.put(holding, entry.apply(balance, enters ? mass : Mass.ZERO.minus(mass)));
    }

    private LotLedger after() {
        return new LotLedger(lots, balances, transformations, given, answered, claims, allocations);
    }
}
