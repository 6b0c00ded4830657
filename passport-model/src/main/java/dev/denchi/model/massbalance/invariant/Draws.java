package dev.denchi.model.massbalance.invariant;

import dev.denchi.model.identifier.LotId;
import dev.denchi.model.massbalance.Balance;
import dev.denchi.model.massbalance.Holding;
import dev.denchi.model.massbalance.LotLedger;
import dev.denchi.model.massbalance.invariant.Findings.Place;
import dev.denchi.model.quantity.Mass;

/** Whether so much of a lot is left with its holder: I2, and I9 where a claim has it. */
final class Draws {
    private final LotLedger ledger;
    private final Findings findings;

    Draws(LotLedger ledger, Findings findings) {
        this.ledger = ledger;
        this.findings = findings;
    }

    /** @return whether the lot is known at all */
    boolean isKnown(LotId lot, String pointer) {
        if (ledger.lot(lot).isPresent()) {
            return true;
        }
        findings.add(
                Invariant.LOTS_ARE_KNOWN,
                Place.ofLot(pointer, lot),
                "no record",
                "a record of it",
                "there is no record of it; post it first");
        return false;
    }

    void draw(Holding holding, Mass mass, String pointer) {
        Place place = Place.ofLot(pointer, holding.lot());
        if (!mass.isMoreThan(Mass.ZERO)) {
            findings.add(
                    Invariant.LOT_IS_NOT_OVERDRAWN, place, mass, "more than nothing", "%s is no mass to draw", mass);
            return;
        }
        Balance balance = ledger.balance(holding);
        if (!mass.isMoreThan(balance.left())) {
            return;
        }
        boolean isClaimed = !mass.isMoreThan(balance.received().minus(balance.drawn()));
        findings.add(
                isClaimed ? Invariant.ONE_CLAIM_FOR_A_KILOGRAM : Invariant.LOT_IS_NOT_OVERDRAWN,
                place,
                mass,
                balance.left(),
                isClaimed
                        ? "%1$s drawn exceed the %2$s left with %3$s at %4$s by %5$s; %6$s back a claim already"
                        : "%1$s drawn exceed the %2$s left with %3$s at %4$s by %5$s",
                mass,
                balance.left(),
                holding.holder().operator(),
                holding.holder().facility(),
                mass.minus(balance.left()),
                balance.claimed());
    }
}
