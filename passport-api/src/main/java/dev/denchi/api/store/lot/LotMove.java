package dev.denchi.api.store.lot;

import dev.denchi.model.lot.MaterialLot;
import dev.denchi.model.lot.Party;
import dev.denchi.model.quantity.Mass;
import io.vertx.core.json.JsonObject;
import java.util.UUID;

/**
 * What a statement adds to what somebody has of a lot, and takes from it.
 *
 * @param lotVersion the version of the lot that was judged
 */
record LotMove(UUID lot, Party holder, Mass received, Mass drawn, Mass claimed, int lotVersion) {

    /** The maker's, of a lot that nobody knew before. */
    static LotMove first(UUID lot, MaterialLot stated) {
        Mass there = stated.madeBy() == null ? stated.mass() : Mass.ZERO; // else with its transformation
        return new LotMove(lot, maker(stated), there, Mass.ZERO, Mass.ZERO, 1);
    }

    static LotMove received(KnownLot lot, Party holder, Mass mass) {
        return of(lot, holder, mass, Mass.ZERO, Mass.ZERO);
    }

    static LotMove drawn(KnownLot lot, Party holder, Mass mass) {
        return of(lot, holder, Mass.ZERO, mass, Mass.ZERO);
    }

    static LotMove claimed(KnownLot lot, Party holder, Mass mass) {
        return of(lot, holder, Mass.ZERO, Mass.ZERO, mass);
    }

    private static LotMove of(KnownLot lot, Party holder, Mass received, Mass drawn, Mass claimed) {
        KnownLot.Holding holding = lot.of(holder);
        int version = holding == null ? lot.stated().version() : holding.lotVersion();
        return new LotMove(lot.stated().id().uuid(), holder, received, drawn, claimed, version);
    }

    static Party maker(MaterialLot lot) {
        return new Party(lot.operator(), lot.facility());
    }

    JsonObject json() {
        return new JsonObject()
                .put("lot", lot.toString())
                .put("operator_id", holder.operator().value())
                .put("facility_scheme", holder.facility().scheme())
                .put("facility_value", holder.facility().value())
                .put("received_mg", received.milligrams())
                .put("drawn_mg", drawn.milligrams())
                .put("claimed_mg", claimed.milligrams())
                .put("lot_version", lotVersion);
    }
}
