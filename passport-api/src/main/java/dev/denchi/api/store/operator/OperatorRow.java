package dev.denchi.api.store.operator;

import dev.denchi.model.identifier.OperatorId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An economic operator, as in table {@code operator}. */
@Entity
@Table(name = "operator")
class OperatorRow {
    @Id
    private String id;

    private String name;

    @Column(name = "economic_operator_id")
    private String economicOperatorId;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    OperatorRow() {}

    OperatorRow(Operator operator) {
        id = operator.id().value();
        name = operator.name();
        economicOperatorId = operator.economicOperatorId();
    }

    Operator toDomain() {
        return new Operator(new OperatorId(id), name, economicOperatorId);
    }
}
