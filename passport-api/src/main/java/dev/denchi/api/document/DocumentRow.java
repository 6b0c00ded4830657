package dev.denchi.api.document;

import dev.denchi.model.file.FileType;
import dev.denchi.model.identifier.OperatorId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A document, as in table {@code document}. */
@Entity
@Immutable
@Table(name = "document")
class DocumentRow {

    @Embeddable
    record Key(@Column(name = "operator_id") String operatorId, String sha256) implements Serializable {

        Key(OperatorId operator, String sha256) {
            this(operator.value(), sha256);
        }
    }

    @EmbeddedId
    private Key key;

    @Column(name = "content_id")
    private UUID contentId;

    @Column(name = "media_type")
    private String mediaType;

    private long size;

    @Column(name = "kept_at")
    private Instant keptAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    DocumentRow() {}

    DocumentRow(Document document) {
        key = new Key(document.operator(), document.sha256());
        contentId = document.content();
        mediaType = document.type().mediaType();
        size = document.size();
        keptAt = document.keptAt();
    }

    Document toDomain() {
        return new Document(
                new OperatorId(key.operatorId()),
                key.sha256(),
                contentId,
                FileType.ofMediaType(mediaType).orElseThrow(),
                size,
                keptAt);
    }
}
