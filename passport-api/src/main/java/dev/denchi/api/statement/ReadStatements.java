package dev.denchi.api.statement;

import dev.denchi.api.access.CurrentCaller;
import dev.denchi.api.access.reader.PolicyHistory;
import dev.denchi.api.access.reader.Readers;
import dev.denchi.api.access.reader.Readership;
import dev.denchi.api.audit.ReadLog;
import dev.denchi.api.store.record.Records;
import dev.denchi.api.store.record.StoredRecord;
import dev.denchi.api.supply.answer.Statements.Known;
import dev.denchi.api.supply.answer.Statements.Own;
import dev.denchi.api.supply.chain.Statement;
import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.identifier.RecordId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/**
 * The signed records of statements: whole to their operator, and cut to what partners in trade may see to the customer who was told. Each
 * reading is in the audit log before it is answered.
 */
@Singleton
public class ReadStatements {
    private final Records records;
    private final Readers readers;
    private final PolicyHistory history;
    private final ReadLog log;
    private final CurrentCaller caller;

    ReadStatements(Records records, Readers readers, PolicyHistory history, ReadLog log, CurrentCaller caller) {
        this.records = records;
        this.readers = readers;
        this.history = history;
        this.log = log;
        this.caller = caller;
    }

    /** @param known to the caller, and by what right it is his */
    public Uni<RecordToken> record(Known known, Statement.Signed signed) {
        return records.version(new RecordId(signed.id()), signed.version())
                .chain(record -> readership(known, record).chain(readership -> cut(record, readership)));
    }

    private Uni<Readership> readership(Known known, StoredRecord record) {
        return known instanceof Own
                ? readers.of(caller.get(), Set.of(record.operator()))
                : Uni.createFrom()
                        .item(Readership.ofTradePartner(history.policies().today()));
    }

    private Uni<RecordToken> cut(StoredRecord record, Readership readership) {
        return log.told(caller.get(), readership, List.of(record.head()))
                .replaceWith(() -> record.token().cut(history.policies(), readership.of(record)));
    }
}
