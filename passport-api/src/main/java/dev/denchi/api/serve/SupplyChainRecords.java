package dev.denchi.api.serve;

import dev.denchi.api.access.Caller;
import dev.denchi.api.access.Role;
import dev.denchi.api.access.reader.PolicyHistory;
import dev.denchi.api.access.reader.Readers;
import dev.denchi.api.access.reader.Readership;
import dev.denchi.api.store.lineage.Trades;
import dev.denchi.api.store.record.StoredRecord;
import dev.denchi.model.identifier.OperatorId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Who reads records of a supply chain: their operator, authorities, and of a lot the other party of a transfer, who sees the attributes that
 * the access policy has for partners in trade. For everyone else there is no such record, as its very subject would name who trades.
 * Customers read a supplier's due diligence where they asked for it, and nowhere else.
 */
@Singleton
class SupplyChainRecords {
    private final Readers readers;
    private final Trades trades;
    private final PolicyHistory history;

    SupplyChainRecords(Readers readers, Trades trades, PolicyHistory history) {
        this.readers = readers;
        this.trades = trades;
        this.history = history;
    }

    static boolean isOne(StoredRecord record) {
        return record.token().header().kind().isOfSupplyChain();
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
            return Readership.ofTradePartner(history.policies().today());
        });
    }
}
