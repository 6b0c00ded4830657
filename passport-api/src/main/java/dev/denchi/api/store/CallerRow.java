package dev.denchi.api.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Who may call with an API key, as in table {@code caller}. */
@Entity
@Table(name = "caller")
class CallerRow {
    @Id
    @Column(name = "key_sha256")
    private String keySha256;

    private String name;

    @Column(name = "operator_id")
    private @Nullable String operatorId;

    private String role;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    CallerRow() {}

    CallerRow(KnownCaller caller) {
        keySha256 = caller.keySha256();
        name = caller.name();
        operatorId = caller.operatorId();
        role = caller.role();
    }

    KnownCaller toDomain() {
        return new KnownCaller(keySha256, name, operatorId, role);
    }
}
