package dev.denchi.api.store.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An entry of the audit log that is not chained yet, as in table {@code audit_pending}. */
@Entity
@Table(name = "audit_pending")
@SuppressWarnings("UnusedVariable") // Hibernate reads the fields
public class PendingAuditRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long position;

    @Column(name = "operator_id")
    private String operatorId;

    @Column(columnDefinition = "text")
    private String entry;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    PendingAuditRow() {}

    public PendingAuditRow(AuditEntry told) {
        operatorId = told.operator().value();
        entry = told.json();
    }
}
