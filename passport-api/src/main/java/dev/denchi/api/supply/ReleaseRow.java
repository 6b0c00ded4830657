package dev.denchi.api.supply;

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
class ReleaseRow {

    @Embeddable
    record Key(
            @Column(name = "trace_id") UUID traceId,
            @Column(name = "to_operator_id") String toOperatorId) implements Serializable {}

    @EmbeddedId
    Key key;

    @Column(name = "operator_id")
    private String operatorId;

    private boolean cfp;
    private boolean dqr;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    ReleaseRow() {}

    @SuppressWarnings("NullAway.Init")
    ReleaseRow(Key key, String operator, Release before) {
        this.key = key;
        operatorId = operator;
        cfp = before.cfp();
        dqr = before.dqr();
    }

    void decide(Release release, Instant now) {
        cfp = release.cfp();
        dqr = release.dqr();
        decidedAt = now;
    }

    Releases.Decided decided() {
        return new Releases.Decided(new OperatorId(key.toOperatorId()), toDomain());
    }

    Release toDomain() {
        return new Release(cfp, dqr);
    }
}
