package dev.denchi.api.store.outbox;

import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.passport.RecordKind;
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
public class OutboxRow {
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

    /** Something that happened to a record of the operator. */
    public OutboxRow(NewEvent event, RecordKind kind, OperatorId operator) {
        this(event, kind.label(), operator);
    }

    /** Something that is told to one operator alone. */
    OutboxRow(NewEvent event, String kind, OperatorId operator, OperatorId addressee) {
        this(event, kind, operator);
        this.addressee = addressee.value();
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
