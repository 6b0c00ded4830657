package dev.denchi.api.serve;

import dev.denchi.api.access.reader.Readership;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Answers with entity tags: what a reader has already is not sent again, and what is not for everyone stays out of caches. */
public final class Answers {
    private Answers() {}

    static Response of(Object entity, String etag, Readership reader, @Nullable String ifNoneMatch) {
        Response.ResponseBuilder response = has(ifNoneMatch, etag) ? Response.notModified() : Response.ok(entity);
        return response.header(HttpHeaders.ETAG, etag)
                .header(HttpHeaders.VARY, "Accept, X-API-Key, Authorization")
                .header(HttpHeaders.CACHE_CONTROL, reader.isPublic() ? "no-cache" : "private, no-store")
                .build();
    }

    /** Whether the reader gets more than that he has it already. */
    public static boolean tells(Response answer) {
        return answer.getStatus() == Response.Status.OK.getStatusCode();
    }

    /** Whether the reader has it already. */
    public static boolean has(@Nullable String ifNoneMatch, String etag) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(","))
                        .map(tag -> opaque(tag.strip()))
                        .anyMatch(tag -> tag.equals("*") || tag.equals(opaque(etag)));
    }

    /** Weak comparison (RFC 9110, 8.8.3.2). */
    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
