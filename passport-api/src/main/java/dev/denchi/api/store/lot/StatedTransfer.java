package dev.denchi.api.store.lot;

import dev.denchi.model.identifier.RecordId;
import dev.denchi.model.identifier.TransferId;
import dev.denchi.model.lot.Party;
import dev.denchi.model.quantity.Mass;
import java.time.LocalDate;

/** A transfer as its giver states it now, and whether its receiver has answered. */
public record StatedTransfer(
        RecordId id,
        int version,
        String sha256,
        TransferId name,
        RecordId lot,
        Mass mass,
        Party from,
        Party to,
        LocalDate on,
        State state) {

    /** Where it stands. */
    public enum State {
        GIVEN,
        ACCEPTED,
        REFUSED
    }
}
