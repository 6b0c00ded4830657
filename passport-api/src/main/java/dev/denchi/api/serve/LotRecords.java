package dev.denchi.api.serve;

import dev.denchi.api.access.Caller;
import dev.denchi.api.access.PolicyHistory;
import dev.denchi.api.access.Readers;
import dev.denchi.api.access.Readership;
import dev.denchi.api.access.Role;
import dev.denchi.api.store.StoredRecord;
import dev.denchi.api.store.Trades;
import dev.denchi.model.access.Reader;
import dev.denchi.model.identifier.OperatorId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Who reads records of material lots: their operator, authorities, and the other party of a transfer, who sees the attributes that the
 * access policy has for partners in trade. For everyone else there is no such record, as its very subject would name who trades.
 */
@Singleton
class LotRecords {
    private final Readers readers;
    private final Trades trades;
    private final PolicyHistory history;

    LotRecords(Readers readers, Trades trades, PolicyHistory history) {
        this.readers = readers;
        this.trades = trades;
        this.history = history;
    }

    static boolean isOfLots(StoredRecord record) {
        return switch (record.token().header().kind()) {
            case LOT, TRANSFORMATION, TRANSFER -> true;
            case BATTERY_MODEL, CARBON_FOOTPRINT, RECYCLED_CONTENT, DUE_DILIGENCE, BATTERY, CONDITION -> false;
        };
    }

    Uni<Readership> readership(StoredRecord record, Caller caller) {
        if (caller.belongsTo(record.operator()) || caller.role() == Role.AUTHORITY) {
            return readers.of(caller, Set.of(record.operator()));
        }
        OperatorId asker = caller.operator();
        var id = record.token().header().id();
        if (asker == null) {
            throw RecordViewResource.notFound(id.toString());
        }
        return trades.isOf(asker, id).map(isParty -> {
            if (!isParty) {
                throw RecordViewResource.notFound(id.toString());
            }
            return partner();
        });
    }

    private Readership partner() {
        Reader granted = Reader.of(Set.of()).granted(history.policies().today().tradePartners());
        return new Readership(granted, null, Set.of());
    }
}
