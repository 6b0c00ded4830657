package dev.denchi.api.provenance;

import dev.denchi.api.serve.Answers;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.signature.Sha256;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer about provenance with its entity tag: the hash of what this asker is shown. Nothing shorter would do, as names, pages and what lies
 * behind change by themselves; so a tag saves the way and not the work, and says nothing to another asker.
 */
final class TaggedAnswer {

    private TaggedAnswer() {}

    static Response json(Map<String, ?> entity, @Nullable String ifNoneMatch) {
        byte[] bytes = StrictJson.write(entity);
        return of(bytes, MediaType.APPLICATION_JSON_TYPE, strong(bytes), ifNoneMatch);
    }

    static Response of(byte[] entity, MediaType form, String etag, @Nullable String ifNoneMatch) {
        Response.ResponseBuilder answer =
                Answers.has(ifNoneMatch, etag) ? Response.notModified() : Response.ok(entity, form);
        return answer.header(HttpHeaders.ETAG, etag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header(HttpHeaders.VARY, "Accept, X-API-Key, Authorization")
                .build();
    }

    static String strong(byte[] shown) {
        return "\"" + Sha256.hex(shown) + "\"";
    }

    /** Of what is the same but for the moment at which it was made. */
    static String weak(byte[] shownAtNoTime) {
        return "W/" + strong(shownAtNoTime);
    }
}
