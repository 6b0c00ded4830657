package dev.denchi.api.serve;

import dev.denchi.api.access.Caller;
import dev.denchi.api.access.reader.Readers;
import dev.denchi.api.access.reader.Readership;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.record.StoredRecord;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;

/** What a caller is as a reader of one version of a record, be it of a passport or of a supply chain. */
@Singleton
public class RecordReaders {
    private final Readers readers;
    private final DeletedPassports deleted;
    private final SupplyChainRecords supplyChain;

    RecordReaders(Readers readers, DeletedPassports deleted, SupplyChainRecords supplyChain) {
        this.readers = readers;
        this.deleted = deleted;
        this.supplyChain = supplyChain;
    }

    /** Fails with {@link Rejected} when there is no such record for him, or none any more. */
    public Uni<Readership> of(StoredRecord record, Caller reading) {
        return SupplyChainRecords.isOne(record)
                ? supplyChain.readership(record, reading)
                : deleted.requireReadable(record, reading)
                        .flatMap(readable -> readers.of(reading, Set.of(record.operator())));
    }
}
