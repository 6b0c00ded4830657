package dev.denchi.api.supply.chain;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The columns of a statement, wherever one is kept. No embeddable: where all of them are null there would be none. */
@MappedSuperclass
abstract class StatementColumns {
    @Column(name = "record_id")
    private @Nullable UUID recordId;

    @Column(name = "record_version")
    private @Nullable Integer recordVersion;

    @Column(name = "record_sha256")
    private @Nullable String recordSha256;

    private @Nullable String content;

    StatementColumns() {}

    StatementColumns(Statement statement) {
        if (statement.record() != null) {
            recordId = statement.record().id();
            recordVersion = statement.record().version();
            recordSha256 = statement.record().sha256();
        }
        content = statement.content();
    }

    public Statement toDomain() {
        return new Statement(Statement.signed(recordId, recordVersion, recordSha256), content);
    }
}
