package dev.denchi.api.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

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

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    OutboxRow() {}

    OutboxRow(NewRecord record) {
        id = record.event().id();
        aggregatetype = record.token().header().kind().label();
        aggregateid = record.token().header().subject().value();
        type = record.event().type();
        payload = record.event().payload();
        operatorId = record.operator().value();
    }
}
