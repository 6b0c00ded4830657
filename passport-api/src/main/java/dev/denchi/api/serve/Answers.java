package dev.denchi.api.serve;

import dev.denchi.model.access.AccessPoint;
import dev.denchi.model.access.Reader;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers with entity tags: what a reader has already is not sent again, and what is not for everyone stays out of caches. */
final class Answers {
    private static final Reader PUBLIC = Reader.of(java.util.Set.of(AccessPoint.POINT_1));

    private Answers() {}

    /** What sets one reader's cut apart from another's, for entity tags. */
    static String cutOf(Reader reader) {
        return reader.isItsOperator()
                ? "o"
                : reader.points().stream()
                        .map(point -> Integer.toString(point.number()))
                        .sorted()
                        .collect(Collectors.joining());
    }

    static Response of(Object entity, String etag, Reader reader, @Nullable String ifNoneMatch) {
        Response.ResponseBuilder response = has(ifNoneMatch, etag) ? Response.notModified() : Response.ok(entity);
        return response.header(HttpHeaders.ETAG, etag)
                .header(HttpHeaders.VARY, "Accept, X-API-Key, Authorization")
                .header(HttpHeaders.CACHE_CONTROL, reader.equals(PUBLIC) ? "no-cache" : "private, no-store")
                .build();
    }

    private static boolean has(@Nullable String ifNoneMatch, String etag) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(","))
                        .map(tag -> tag.strip().replaceFirst("^W/", ""))
                        .anyMatch(tag -> tag.equals("*") || tag.equals(etag));
    }
}
