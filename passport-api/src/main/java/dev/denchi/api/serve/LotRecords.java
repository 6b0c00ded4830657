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
    /** No group of the access policy: it opens nothing by itself, and names in the audit log by what right he read. */
    private static final String TRADE_PARTNER = "tradePartner";

    private final Readers readers;
    private final Trades trades;
    private final PolicyHistory history;

    LotRecords(Readers readers, Trades trades, PolicyHistory history) {
        this.readers = readers;
        this.trades = trades;
        this.history = history;
    }

    static boolean isOfLots(StoredRecord record) {
        return record.token().header().kind().isOfLots();
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
        Reader granted =
                Reader.inGroup(TRADE_PARTNER).granted(history.policies().today().tradePartners());
        return new Readership(granted, null, Set.of());
    }
}
