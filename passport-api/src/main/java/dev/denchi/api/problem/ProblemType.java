package dev.denchi.api.problem;

import java.net.URI;
import java.util.Locale;

/** The closed catalogue of refusals (openapi/problems.md); the only place that knows a status code. */
public enum ProblemType {
    MALFORMED_REQUEST(400, "The request is malformed", "ClientErrorBadRequest"),
    UNAUTHENTICATED(401, "Who is calling is not known", "ClientNotAuthorized"),
    FORBIDDEN(403, "This caller may not do that", "ClientForbidden"),
    NOT_FOUND(404, "There is no such thing", "ClientErrorResourceNotFound"),
    METHOD_NOT_ALLOWED(405, "This method is not for this address", "ClientMethodNotAllowed"),
    NOT_ACCEPTABLE(406, "None of the accepted media types is available", "ClientErrorBadRequest"),
    SUBJECT_EXISTS(409, "There is a record of this subject already", "ClientResourceConflict"),
    RECORD_DIFFERS(409, "There is such a record already, and it says otherwise", "ClientResourceConflict"),
    UPLOAD_TAKEN_OVER(409, "The upload was sent again and goes on there", "ClientResourceConflict"),
    DOCUMENT_PINNED(409, "Records point at the document", "ClientResourceConflict"),
    PASSPORT_DELETED(410, "The passport was deleted", "ClientErrorResourceNotFound"),
    STALE_VERSION(412, "The record has changed since it was read", "ClientResourceConflict"),
    BODY_TOO_LARGE(413, "The body is too large", "ClientErrorBadRequest"),
    ADDRESS_TOO_LONG(414, "The address is too long", "ClientErrorBadRequest"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body's media type is not supported", "ClientErrorBadRequest"),
    INVALID_RECORD(422, "The record breaks rules", "ClientErrorBadRequest"),
    INVALID_TOKEN(422, "The signed record is not to be believed", "ClientErrorBadRequest"),
    INCOMPLETE_EXPORT(422, "The passport lacks what the format requires", "ClientErrorBadRequest"),
    INVALID_REQUEST(422, "The request breaks rules", "ClientErrorBadRequest"),
    IDEMPOTENCY_KEY_REUSED(422, "The idempotency key was used for another request", "ClientResourceConflict"),
    UPLOAD_STOPPED(422, "Too many lines of the upload were refused", "ClientErrorBadRequest"),
    PRECONDITION_REQUIRED(428, "The request must say which version it changes", "ClientErrorBadRequest"),
    TOO_MANY_UPLOADS(429, "Too many uploads of this operator are under way", "ClientErrorBadRequest"),
    INTERNAL_ERROR(500, "The service failed", "ServerInternalError"),
    UNAVAILABLE(503, "The service cannot take this now", "ServerErrorBadGateway");

    private static final String CATALOGUE = "https://denchi.dev/problems#";

    private final int status;
    private final String title;
    private final String en18222;

    ProblemType(int status, String title, String en18222) {
        this.status = status;
        this.title = title;
        this.en18222 = en18222;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The status beside that word in Table 15 of EN 18222, which has fewer; where HTTP itself speaks, the status stays. */
    int statusInEn18222() {
        return switch (this) {
            case PASSPORT_DELETED -> NOT_FOUND.status;
            case INVALID_RECORD -> MALFORMED_REQUEST.status;
            case IDEMPOTENCY_KEY_REUSED -> SUBJECT_EXISTS.status;
            default -> status;
        };
    }

    /** The statusCode word of EN 18222's Result. */
    String en18222() {
        return en18222;
    }

    /** The heading of openapi/problems.md that explains it. */
    URI uri() {
        return URI.create(CATALOGUE + slug());
    }

    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
