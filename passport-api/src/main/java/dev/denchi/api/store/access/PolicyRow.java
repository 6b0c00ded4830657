package dev.denchi.api.store.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** An access policy of some day, as in table {@code access_policy}. */
@Entity
@Immutable
@Table(name = "access_policy")
class PolicyRow {
    @Id
    @Column(name = "effective_at")
    private Instant effectiveAt;

    private String version;

    private String sha256;

    private byte[] document;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    PolicyRow() {}

    PolicyRow(KeptPolicy policy) {
        effectiveAt = policy.effectiveAt();
        version = policy.version();
        sha256 = policy.sha256();
        document = policy.document();
    }

    KeptPolicy toDomain() {
        return new KeptPolicy(effectiveAt, version, sha256, document);
    }
}
