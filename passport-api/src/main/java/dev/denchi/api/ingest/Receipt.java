package dev.denchi.api.ingest;

import dev.denchi.api.serve.RecordReference;
import dev.denchi.model.credential.RecordHeader;
import dev.denchi.model.credential.RecordToken;
import java.util.Map;

/**
 * What the sender of a record gets: what was kept, and where to read it.
 *
 * @param repeated whether the same request had been answered before
 * @param description the record as its readers are told of it
 */
public record Receipt(RecordHeader header, String sha256, boolean repeated, Map<String, Object> description) {

    public static Receipt of(RecordToken token) {
        return new Receipt(token.header(), token.sha256(), false, RecordReference.describe(token));
    }

    public static Receipt again(RecordToken token) {
        return new Receipt(token.header(), token.sha256(), true, RecordReference.describe(token));
    }

    String self() {
        return RecordReference.pathOf(header.id());
    }

    String etag() {
        return RecordReference.etagOf(header.version(), sha256);
    }

    public Map<String, Object> json() {
        return description;
    }
}
