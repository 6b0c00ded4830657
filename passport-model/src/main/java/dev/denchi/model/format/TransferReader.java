package dev.denchi.model.format;

import dev.denchi.model.identifier.FacilityIdentifier;
import dev.denchi.model.identifier.LotId;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.identifier.TransferId;
import dev.denchi.model.lot.Party;
import dev.denchi.model.lot.Transfer;
import dev.denchi.model.quantity.Mass;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads a transfer whole, or not at all. */
final class TransferReader {
    private TransferReader() {}

    static @Nullable Transfer transfer(Fields fields) {
        TransferId id = fields.identifier("/transferId", TransferId::parse);
        Transfer.Step step = fields.named("/step", Transfer.Step.class);
        LotId lot = fields.identifier("/lotId", LotId::parse);
        Mass mass = fields.mass("/mass");
        Party from = party(fields, "/from");
        Party to = party(fields, "/to");
        LocalDate on = fields.date("/date");
        return id == null || step == null || lot == null || mass == null || from == null || to == null || on == null
                ? null
                : new Transfer(
                        id,
                        step,
                        lot,
                        mass,
                        from,
                        to,
                        on,
                        fields.isTrue("/tellsMaker"),
                        LotReader.evidence(fields, "/evidence"));
    }

    private static @Nullable Party party(Fields fields, String at) {
        OperatorId operator = fields.identifier(at + "/operator", OperatorId::new);
        FacilityIdentifier facility = fields.facility(at + "/facility");
        return operator == null || facility == null ? null : new Party(operator, facility);
    }
}
