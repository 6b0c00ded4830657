package dev.denchi.api.statement;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.api.access.CurrentCaller;
import dev.denchi.api.ingest.IssueRecord;
import dev.denchi.api.ingest.Submission;
import dev.denchi.api.ingest.SupersedeRecord;
import dev.denchi.api.store.record.Head;
import dev.denchi.api.store.record.Records;
import dev.denchi.api.store.record.StoredRecord;
import dev.denchi.api.supply.Refused;
import dev.denchi.api.supply.Refused.Reason;
import dev.denchi.api.supply.answer.Statements;
import dev.denchi.api.supply.answer.Statements.Decided;
import dev.denchi.api.supply.chain.Statement;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.identifier.RecordId;
import dev.denchi.model.part.TraceId;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.passport.Subject;
import dev.denchi.model.trade.RequestType;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * States the due diligence behind a part: its record is issued, or gets a new version where it says otherwise now, and answers whoever
 * asked. Done again it changes nothing, so that what was cut off in between is mended by repeating it.
 */
@Singleton
public class StateDueDiligence {
    private static final RecordKind KIND = RecordKind.SUPPLIER_DUE_DILIGENCE;
    private static final String WHATEVER_VERSION = "*";

    private final Records records;
    private final IssueRecord issue;
    private final SupersedeRecord supersede;
    private final Statements statements;
    private final CurrentCaller caller;

    StateDueDiligence(
            Records records,
            IssueRecord issue,
            SupersedeRecord supersede,
            Statements statements,
            CurrentCaller caller) {
        this.records = records;
        this.issue = issue;
        this.supersede = supersede;
        this.statements = statements;
        this.caller = caller;
    }

    /**
     * What the record shall say; the operator's key that this service keeps signs it.
     *
     * @param named the record that it was said to be, {@code null} when none was said
     * @return fails with {@link Refused} for a part or a record that is not the operator's, and as the issue of a record does
     */
    public Uni<StatedRecord> state(
            TraceId trace, @Nullable RecordId named, ObjectNode attributes, List<Decided> decided) {
        OperatorId operator = caller.get().writingOperator();
        return statements
                .requireOwn(operator, trace)
                .chain(() -> head(operator, trace))
                .invoke(head -> requireNamed(named, head))
                .chain(head -> recorded(head, attributes))
                .chain(record -> stated(operator, trace, record, decided));
    }

    /** A record that the operator issued before, such as one that it signed itself. */
    public Uni<StatedRecord> name(TraceId trace, RecordId named, List<Decided> decided) {
        OperatorId operator = caller.get().writingOperator();
        return statements
                .requireOwn(operator, trace)
                .chain(() -> head(operator, trace))
                .invoke(head -> requireNamed(named, head))
                .invoke(head -> Refused.unless(!Objects.requireNonNull(head).revoked(), Reason.NO_SUCH_STATEMENT))
                .chain(this::stored)
                .chain(record -> stated(operator, trace, record, decided));
    }

    private Uni<@Nullable Head> head(OperatorId operator, TraceId trace) {
        return records.heads(List.of(Subject.supplierDueDiligence(operator, trace.value())))
                .map(heads -> heads.isEmpty() ? null : heads.get(0));
    }

    private static void requireNamed(@Nullable RecordId named, @Nullable Head head) {
        if (named != null && (head == null || !head.id().equals(named))) {
            throw new Refused(Reason.NO_SUCH_STATEMENT);
        }
    }

    private Uni<StoredRecord> stored(@Nullable Head head) {
        Head current = Objects.requireNonNull(head);
        return records.version(current.id(), current.version());
    }

    private Uni<StoredRecord> recorded(@Nullable Head head, ObjectNode attributes) {
        Submission submission = Submission.of(caller.get(), "", null, StrictJson.write(attributes));
        if (head == null) {
            return issue.issue(KIND, submission)
                    .chain(receipt -> records.version(
                            receipt.header().id(), receipt.header().version()));
        }
        return stored(head)
                .chain(current ->
                        !head.revoked() && current.token().attributes().equals(attributes)
                                ? Uni.createFrom().item(current)
                                : supersede
                                        .supersede(head.id(), WHATEVER_VERSION, submission)
                                        .chain(receipt -> records.version(
                                                head.id(), receipt.header().version())));
    }

    private Uni<StatedRecord> stated(OperatorId operator, TraceId trace, StoredRecord record, List<Decided> decided) {
        var header = record.token().header();
        Statement.Signed signed = new Statement.Signed(
                header.id().uuid(), header.version(), record.token().sha256());
        return statements
                .state(operator, RequestType.DD, trace, new Statement(signed, null), decided)
                .map(own -> new StatedRecord(record.token(), own.decided()));
    }
}
