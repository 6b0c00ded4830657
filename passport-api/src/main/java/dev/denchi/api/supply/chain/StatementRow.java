package dev.denchi.api.supply.chain;

import dev.denchi.model.trade.RequestType;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A version of what is stated of a part, as in table {@code part_statement}. */
@Entity
@Immutable
@SuppressWarnings("UnusedVariable") // some columns are only written
@Table(name = "part_statement")
public class StatementRow {
    @Embeddable
    public record Key(
            @Column(name = "trace_id") UUID traceId,

            @Column(name = "request_type") @Enumerated(EnumType.STRING)
            RequestType requestType,

            int version)
            implements Serializable {}

    @EmbeddedId
    private Key key;

    @Column(name = "operator_id")
    private String operatorId;

    @Column(name = "record_id")
    private @Nullable UUID recordId;

    @Column(name = "record_version")
    private @Nullable Integer recordVersion;

    @Column(name = "record_sha256")
    private @Nullable String recordSha256;

    private @Nullable String content;
    private Instant at;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    StatementRow() {}

    public StatementRow(Key key, String operator, Statement statement, Instant at) {
        this.key = key;
        operatorId = operator;
        if (statement.record() != null) {
            recordId = statement.record().id();
            recordVersion = statement.record().version();
            recordSha256 = statement.record().sha256();
        }
        content = statement.content();
        this.at = at;
    }

    public UUID traceId() {
        return key.traceId();
    }

    public int version() {
        return key.version();
    }

    public Statement toDomain() {
        return new Statement(Statement.signed(recordId, recordVersion, recordSha256), content);
    }
}
