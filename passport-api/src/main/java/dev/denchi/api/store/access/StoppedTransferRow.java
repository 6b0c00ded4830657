package dev.denchi.api.store.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A transfer whose pull tokens are refused, as in table {@code stopped_transfer}. */
@Entity
@SuppressWarnings("UnusedVariable") // some columns are only written, or only queried
@Table(name = "stopped_transfer")
class StoppedTransferRow {
    @Id
    @Column(name = "transfer_id")
    private String transferId;

    private String state;

    @Column(name = "stopped_at")
    private Instant stoppedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    StoppedTransferRow() {}

    StoppedTransferRow(String transferId, String state, Instant stoppedAt) {
        this.transferId = transferId;
        this.state = state;
        this.stoppedAt = stoppedAt;
    }

    Instant stoppedAt() {
        return stoppedAt;
    }
}
