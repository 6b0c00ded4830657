package dev.denchi.api.ingest;

import dev.denchi.api.serve.RecordReference;
import dev.denchi.model.credential.RecordHeader;
import dev.denchi.model.credential.RecordToken;
import java.util.Map;

/** What the sender of a record gets: what was kept, and where to read it. */
record Receipt(RecordHeader header, String sha256) {

    static Receipt of(RecordToken token) {
        return new Receipt(token.header(), token.sha256());
    }

    String self() {
        return RecordReference.pathOf(header.id());
    }

    String etag() {
        return RecordReference.etagOf(header.version(), sha256);
    }

    Map<String, Object> json() {
        return RecordReference.describe(header, sha256);
    }
}
