package dev.denchi.api.problem;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The body of a refusal at the addresses of the Ouranos API: {@code code}, {@code message}, {@code detail}, as published. */
public final class OuranosError {
    private static final Pattern ADDRESS = Pattern.compile("/(api/v1|auth)(/.*)?");
    private static final Pattern DATASPACE = Pattern.compile("/api/v1/(datatransport|cfpCertificationFiles)");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final Clock CLOCK = Clock.systemUTC();

    private OuranosError() {}

    static boolean isAt(String path) {
        return ADDRESS.matcher(path).matches();
    }

    /** What was refused before it was known for which operator, or is our fault. */
    static Response of(HttpServerRequest request, ProblemType type, String detail) {
        String path = Objects.requireNonNullElse(request.path(), "");
        String here = DATASPACE.matcher(path).lookingAt() ? "dataspace" : "auth";
        return switch (type) {
            case UNAUTHENTICATED -> answer(request, 401, "[auth] Unauthorized", detail);
            case FORBIDDEN -> answer(request, 403, "[auth] AccessDenied", detail);
            case NOT_FOUND ->
                answer(
                        request,
                        404,
                        path.startsWith("/auth") ? "[auth] NotFound" : "[dataspace] NotFound",
                        "Endpoint Not Found");
            case METHOD_NOT_ALLOWED -> answer(request, 405, "[" + here + "] MethodNotAllowed", "Method Not Allowed");
            case BODY_TOO_LARGE ->
                answer(request, 413, "[" + here + "] RequestEntityTooLarge", "Request payload too large");
            case TOO_MANY_UPLOADS -> answer(request, 429, "[" + here + "] TooManyRequests", detail);
            case INTERNAL_ERROR ->
                answer(request, 500, "[" + here + "] InternalServerError", "Unexpected error occurred");
            case UNAVAILABLE ->
                answer(request, 503, "[auth] ServiceUnavailable", "Unexpected error occurred in outer service");
            default -> answer(request, 400, "[" + here + "] BadRequest", "Invalid request parameters, " + detail);
        };
    }

    private static Response answer(HttpServerRequest request, int status, String code, String message) {
        String target = request.getParam("dataTarget");
        return answer(status, code, message, where("", target, request.method().name()));
    }

    /** @param id how bodies name the operator who asks, empty before that is known */
    public static String where(String id, @Nullable String dataTarget, String method) {
        String target = dataTarget == null ? "" : dataTarget;
        return "id: " + id + ", timeStamp: " + MOMENT.format(CLOCK.instant()) + ", dataTarget: " + target + ", method: "
                + method;
    }

    public static Response answer(int status, String code, String message, String detail) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("code", code);
        body.put("message", message);
        body.put("detail", detail);
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(body)
                .build();
    }
}
