package dev.denchi.model.massbalance;

import dev.denchi.model.identifier.LotId;
import dev.denchi.model.lot.MaterialLot;
import dev.denchi.model.lot.Party;

/** A lot at one holder: the account that is drawn on. */
public record Holding(LotId lot, Party holder) {

    static Holding ofMaker(MaterialLot lot) {
        return new Holding(lot.id(), new Party(lot.operator(), lot.facility()));
    }
}
