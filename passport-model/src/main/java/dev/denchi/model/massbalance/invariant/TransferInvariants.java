package dev.denchi.model.massbalance.invariant;

import dev.denchi.model.lot.Transfer;
import dev.denchi.model.massbalance.Holding;
import dev.denchi.model.massbalance.LotLedger;
import dev.denchi.model.massbalance.invariant.Findings.Place;
import java.time.LocalDate;

/** A transfer debits the giver (I2, I9); only what was given can be accepted, once, and not before. */
final class TransferInvariants {
    private final Transfer transfer;
    private final LotLedger ledger;
    private final Findings findings;
    private final Place place;

    TransferInvariants(Transfer transfer, LotLedger ledger, Findings findings) {
        this.transfer = transfer;
        this.ledger = ledger;
        this.findings = findings;
        this.place = Place.ofLot("/mass", transfer.lot());
    }

    void judge() {
        Draws draws = new Draws(ledger, findings);
        if (!draws.isKnown(transfer.lot(), "/lotId")) {
            return;
        }
        switch (transfer.step()) {
            case GIVEN -> {
                draws.draw(new Holding(transfer.lot(), transfer.from()), transfer.mass(), "/mass");
                givesItsOwn();
                ledger.lot(transfer.lot()).ifPresent(lot -> notBefore(lot.producedOn(), "the lot was made on"));
            }
            case ACCEPTED, REFUSED -> answered();
        }
    }

    private void givesItsOwn() {
        if (!transfer.from().operator().equals(transfer.id().operator())) {
            findings.add(
                    Invariant.CUSTODIAN_STANDS_BY_IT,
                    Place.at("/from/operator", transfer),
                    transfer.id().operator(),
                    transfer.from().operator(),
                    "%s gives away what %s holds",
                    transfer.id().operator(),
                    transfer.from().operator());
        }
    }

    private void answered() {
        Transfer given = ledger.given().get(transfer.id());
        if (given == null) {
            nothingToAnswer("%s answered by transfer %s, which nobody gave");
            return;
        }
        boolean isSame = given.lot().equals(transfer.lot())
                && given.from().equals(transfer.from())
                && given.to().equals(transfer.to());
        if (!isSame) {
            nothingToAnswer("%s answered by transfer %s, which gave another lot, or between others");
        } else if (ledger.answered().containsKey(transfer.id())) {
            nothingToAnswer("%s answered by transfer %s, which was answered before");
        } else if (transfer.mass().isMoreThan(given.mass())) {
            findings.add(
                    Invariant.LOT_IS_NOT_OVERDRAWN,
                    place,
                    transfer.mass(),
                    given.mass(),
                    "%s taken exceed the %s given by %s",
                    transfer.mass(),
                    given.mass(),
                    transfer.mass().minus(given.mass()));
        } else if (transfer.step() == Transfer.Step.REFUSED && !transfer.mass().equals(given.mass())) {
            findings.add(
                    Invariant.MASS_CLOSES,
                    place,
                    transfer.mass(),
                    given.mass(),
                    "%s refused of the %s given; refuse all of it, or accept a part",
                    transfer.mass(),
                    given.mass());
        }
        notBefore(given.on(), "it was given on");
    }

    private void nothingToAnswer(String sentence) {
        findings.add(
                Invariant.LOT_IS_NOT_OVERDRAWN,
                place,
                transfer.mass(),
                "nothing",
                sentence,
                transfer.mass(),
                transfer.id());
    }

    private void notBefore(LocalDate day, String what) {
        if (transfer.on().isBefore(day)) {
            findings.add(
                    Invariant.LOTS_COME_IN_ORDER,
                    Place.ofLot("/date", transfer.lot()),
                    transfer.on(),
                    day,
                    "handed over on %s, %s %s",
                    transfer.on(),
                    what,
                    day);
        }
    }
}
