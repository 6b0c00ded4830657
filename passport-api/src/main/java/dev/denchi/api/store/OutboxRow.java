package dev.denchi.api.store;

import dev.denchi.api.store.NewRecord.NewEvent;
import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.identifier.OperatorId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** An event that is not published yet, as in table {@code outbox}. */
@Entity
@Table(name = "outbox")
@SuppressWarnings("UnusedVariable") // Hibernate reads the fields
class OutboxRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long position;

    private String id;
    private String aggregatetype;
    private String aggregateid;
    private String type;
    private byte[] payload;

    @Column(name = "operator_id")
    private String operatorId;

    private @Nullable String addressee;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    OutboxRow() {}

    OutboxRow(NewRecord record) {
        this(record.token(), record.operator(), record.event());
    }

    /** Something that happened to a record which was kept before. */
    OutboxRow(StoredRecord record, NewEvent event) {
        this(record.token(), record.operator(), event);
    }

    /** Something that is told to one operator alone. */
    OutboxRow(NewEvent event, String kind, OperatorId operator, OperatorId addressee) {
        this(event, kind, operator);
        this.addressee = addressee.value();
    }

    private OutboxRow(RecordToken token, OperatorId operator, NewEvent event) {
        this(event, token.header().kind().label(), operator);
    }

    private OutboxRow(NewEvent event, String kind, OperatorId operator) {
        id = event.id();
        aggregatetype = kind;
        aggregateid = event.subject();
        type = event.type();
        payload = event.payload();
        operatorId = operator.value();
    }
}
