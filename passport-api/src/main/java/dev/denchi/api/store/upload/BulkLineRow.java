package dev.denchi.api.store.upload;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What became of a line, as in table {@code bulk_line}. */
@Entity
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
@Immutable
@Table(name = "bulk_line")
class BulkLineRow {

    @Embeddable
    record Key(@Column(name = "bulk_id") UUID bulkId, long line) implements Serializable {}

    @EmbeddedId
    private Key key;

    private String status;

    @Column(name = "record_id")
    @Nullable
    private UUID recordId;

    @Nullable
    private String problem;

    BulkLineRow() {}

    BulkLine toDomain() {
        return new BulkLine(key.line(), BulkLine.Status.valueOf(status.toUpperCase(Locale.ROOT)), recordId, problem);
    }
}
