package dev.denchi.api.problem;

import dev.denchi.model.format.StrictJson;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The body and headers of a refusal: RFC 9457, EN 18222's Result at its own addresses, and at its own the body of the Ouranos API. */
public final class ProblemAnswer {
    private static final String PROBLEM_JSON = "application/problem+json";
    private static final String EN_18222 = "/v1/dpps";
    private static final Pattern OURS = Pattern.compile("/v1/dpps/[^/]+/(exports/.*|readiness|evidence)");
    private static final int MOST_ECHOED = 200;
    private static final Map<ProblemType, String> RETRY_AFTER_SECONDS =
            Map.of(ProblemType.UNAVAILABLE, "2", ProblemType.TOO_MANY_UPLOADS, "30");
    private static final String SCHEMES = "ApiKey header=\"X-API-Key\", Bearer";

    private ProblemAnswer() {}

    static Response to(HttpServerRequest request, Rejected rejected) {
        return answer(request, rejected, null);
    }

    /** As {@link #to}, for a request that is refused before it reaches a resource. */
    public static void send(HttpServerRequest request, Rejected rejected) {
        Response answer = to(request, rejected);
        request.response()
                .setStatusCode(answer.getStatus())
                .putHeader(HttpHeaders.CONTENT_TYPE, answer.getMediaType().toString())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(Buffer.buffer(StrictJson.write(answer.getEntity())))
                .onFailure(gone -> request.connection().close());
    }

    static Response internalError(HttpServerRequest request, String correlation) {
        return answer(
                request,
                Rejected.because(ProblemType.INTERNAL_ERROR, "the fault is ours; quote the correlationId to report it"),
                correlation);
    }

    private static Response answer(HttpServerRequest request, Rejected rejected, @Nullable String correlation) {
        String path = Objects.requireNonNullElse(request.path(), "");
        if (OuranosError.isAt(path)) {
            return OuranosError.of(request, rejected.type(), rejected.detail());
        }
        boolean foreign = path.startsWith(EN_18222) && !OURS.matcher(path).matches();
        var response = Response.status(
                        foreign
                                ? rejected.type().statusInEn18222()
                                : rejected.type().status())
                .type(foreign ? MediaType.APPLICATION_JSON : PROBLEM_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(foreign ? result(rejected, correlation) : problem(path, rejected, correlation));
        if (rejected.type() == ProblemType.UNAUTHENTICATED) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, SCHEMES);
        }
        String retry = RETRY_AFTER_SECONDS.get(rejected.type());
        if (retry != null) {
            response.header(HttpHeaders.RETRY_AFTER, retry);
        }
        return response.build();
    }

    private static Map<String, Object> problem(String path, Rejected rejected, @Nullable String correlation) {
        Map<String, Object> body = rejected.problem();
        body.put("instance", brief(path));
        if (correlation != null) {
            body.put("correlationId", correlation);
        }
        if (!rejected.violations().isEmpty()) {
            body.put("violations", rejected.violations());
        }
        return body;
    }

    /** Of an address that is refused for its length, its beginning. */
    private static String brief(String path) {
        return path.length() > LongestAddress.LARGEST
                ? path.substring(0, path.lastIndexOf('/', MOST_ECHOED) + 1)
                : path;
    }

    private static Map<String, Object> result(Rejected rejected, @Nullable String correlation) {
        String id = correlation == null ? UUID.randomUUID().toString() : correlation;
        List<Map<String, Object>> messages = new ArrayList<>();
        messages.add(message(rejected.type().slug(), rejected.detail(), id));
        rejected.violations()
                .forEach(violation ->
                        messages.add(message(violation.rule(), violation.pointer() + ": " + violation.message(), id)));
        return Map.of("statusCode", rejected.type().en18222(), "message", messages);
    }

    private static Map<String, Object> message(String code, String text, String correlation) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("messageType", "Error");
        message.put("text", text);
        message.put("code", code);
        message.put("correlationId", correlation);
        message.put("timestamp", Instant.now().toString());
        return message;
    }
}
