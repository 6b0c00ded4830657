package dev.denchi.api.supply.chain;

import dev.denchi.model.cfp.Release;
import dev.denchi.model.identifier.OperatorId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;

/** What an operator lets one customer know, as in table {@code footprint_release}. */
@Entity
@DynamicUpdate // whose it is, and for whom, may not be written again
@SuppressWarnings("UnusedVariable") // some columns are only written
@Table(name = "footprint_release")
public class ReleaseRow {

    @Embeddable
    public record Key(
            @Column(name = "trace_id") UUID traceId,
            @Column(name = "to_operator_id") String toOperatorId) implements Serializable {}

    @EmbeddedId
    private Key key;

    @Column(name = "operator_id")
    private String operatorId;

    private boolean cfp;
    private boolean dqr;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    ReleaseRow() {}

    @SuppressWarnings("NullAway.Init")
    public ReleaseRow(Key key, String operator, Release before) {
        this.key = key;
        operatorId = operator;
        cfp = before.cfp();
        dqr = before.dqr();
    }

    public void decide(Release release, Instant now) {
        cfp = release.cfp();
        dqr = release.dqr();
        decidedAt = now;
    }

    public OperatorId to() {
        return new OperatorId(key.toOperatorId());
    }

    public Release toDomain() {
        return new Release(cfp, dqr);
    }
}
