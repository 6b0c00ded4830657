package dev.denchi.api.store.record;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Finds a passport by its product identifier, as in table {@code passport}. */
@Entity
@SuppressWarnings("UnusedVariable") // some columns are only written, or only queried
@Table(name = "passport")
class PassportRow {
    @Id
    private String subject;

    @Column(name = "product_identifier")
    private String productIdentifier;

    @Column(name = "marked_for_deletion_at")
    private @Nullable Instant markedForDeletionAt;

    @Column(name = "recycled_content")
    private @Nullable String recycledContent;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    PassportRow() {}

    String subject() {
        return subject;
    }
}
