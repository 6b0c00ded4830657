package dev.denchi.api.store.issuer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A DID and whose it is, as in table {@code issuer}. */
@Entity
@Table(name = "issuer")
class IssuerRow {
    @Id
    private String did;

    @Column(name = "operator_id")
    private String operatorId;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    IssuerRow() {}

    IssuerRow(SigningKey key) {
        did = key.did();
        operatorId = key.operator().value();
    }

    String operatorId() {
        return operatorId;
    }
}
