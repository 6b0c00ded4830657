package dev.denchi.api.document;

import dev.denchi.api.access.Caller;
import dev.denchi.api.access.PullToken;
import dev.denchi.api.access.reader.PolicyHistory;
import dev.denchi.api.access.reader.Readers;
import dev.denchi.api.access.reader.Readership;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.serve.RecordReaders;
import dev.denchi.api.store.record.DocumentPins;
import dev.denchi.api.store.record.Head;
import dev.denchi.api.store.record.StoredRecord;
import dev.denchi.api.store.record.Versions;
import dev.denchi.model.identifier.OperatorId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/**
 * Who may have a document: its operator, and whoever is shown an attribute that points at it, in any version of a record of that
 * operator. The very cut that he would be served is asked, so that a document can be no more open than its record.
 */
@Singleton
class DocumentReaders {
    private final DocumentPins pins;
    private final Versions versions;
    private final Readers readers;
    private final RecordReaders recordReaders;
    private final PolicyHistory history;

    /**
     * By what somebody may have it.
     *
     * @param through the version that points at it; none for its operator
     */
    record Sight(Readership readership, List<Head> through) {}

    DocumentReaders(
            DocumentPins pins, Versions versions, Readers readers, RecordReaders recordReaders, PolicyHistory history) {
        this.pins = pins;
        this.versions = versions;
        this.readers = readers;
        this.recordReaders = recordReaders;
        this.history = history;
    }

    /** {@code null} when he may not: whether there is one is not asked before. */
    Uni<Sight> of(Caller reading, OperatorId operator, String sha256) {
        return reading.belongsTo(operator)
                ? readers.of(reading, Set.of(operator)).map(own -> new Sight(own, List.of()))
                : pins.of(operator, sha256).chain(pinning -> first(pinning, reading, sha256));
    }

    private Uni<Sight> first(List<Head> pinning, Caller reading, String sha256) {
        return Multi.createFrom()
                .iterable(pinning)
                .onItem()
                .transformToUniAndConcatenate(head -> through(head, reading, sha256))
                .select()
                .first()
                .toUni();
    }

    private Uni<Sight> through(Head head, Caller reading, String sha256) {
        return versions.of(head)
                .chain(record -> recordReaders
                        .of(record, reading)
                        .map(readership -> isCovered(reading, record) && isShown(record, readership, sha256)
                                ? new Sight(readership, List.of(head))
                                : null))
                .onFailure(Rejected.class)
                .recoverWithNull();
    }

    private boolean isShown(StoredRecord record, Readership readership, String sha256) {
        return record.token().cut(history.policies(), readership.of(record)).documents().stream()
                .anyMatch(document -> document.sha256().equals(sha256));
    }

    /** An agreement covers one operator's passports of one model; a report of the operator is in them all. */
    private static boolean isCovered(Caller reading, StoredRecord record) {
        PullToken token = reading.token();
        if (token == null) {
            return true;
        }
        var model = record.token().attributes().path("modelId");
        return token.operator().equals(record.operator())
                && (model.isMissingNode() || model.asText().equals(token.model().value()));
    }
}
