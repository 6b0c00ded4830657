package dev.denchi.api.ingest;

import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.serve.RecordReference;
import dev.denchi.api.store.record.Head;
import dev.denchi.api.store.record.Records;
import dev.denchi.api.store.record.StoredRecord;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.identifier.RecordId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** The current version of a record, to the operator whose it is: what every change of a record begins with. */
@Singleton
public class OwnVersion {
    private final Records records;

    OwnVersion(Records records) {
        this.records = records;
    }

    /** @param isRevoked whether its operator stands by it no more */
    public record Current(StoredRecord record, boolean isRevoked) {

        /**
         * @param advice what to do when another version is current
         * @throws Rejected (stale version) when the caller means another version
         */
        public void requireMatch(String ifMatch, String advice) {
            var header = record.token().header();
            if (!RecordReference.matches(
                    ifMatch, header.version(), record.token().sha256())) {
                throw Rejected.because(
                        ProblemType.STALE_VERSION, "version " + header.version() + " is current; " + advice);
            }
        }
    }

    /** Fails with {@link Rejected} when there is no such record, or it is another operator's. */
    public Uni<Current> of(RecordId id, OperatorId operator) {
        return records.head(id)
                .onItem()
                .ifNull()
                .failWith(() -> Rejected.because(ProblemType.NOT_FOUND, "there is no record " + id))
                .invoke(head -> requireOwner(head, operator))
                .flatMap(this::version);
    }

    private Uni<Current> version(Head head) {
        return records.version(head.id(), head.version()).map(record -> new Current(record, head.revoked()));
    }

    private static void requireOwner(Head head, OperatorId operator) {
        if (!head.operator().equals(operator)) {
            throw Rejected.because(ProblemType.FORBIDDEN, "record " + head.id() + " is another operator's");
        }
    }
}
