package dev.denchi.api.ouranos;

import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A refusal with the words that were published for it. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Status status;
    private final String code;
    private final String message;
    private final @Nullable String messageCode;

    private Refusal(Status status, String code, String message, @Nullable String messageCode) {
        super(message, null, false, false); // no fault of ours, hence no stack trace to pay for
        this.status = status;
        this.code = code;
        this.message = message;
        this.messageCode = messageCode;
    }

    static Refusal parameter(Source source, String name) {
        return badRequest(source, "Invalid request parameters, " + name + ": Unexpected query parameter");
    }

    static Refusal validation(Source source, String faults) {
        return badRequest(source, "Validation failed, " + faults);
    }

    static Refusal badRequest(Source source, String message) {
        return new Refusal(Status.BAD_REQUEST, source.code("BadRequest"), message, null);
    }

    static Refusal denied(Source source) {
        return new Refusal(
                Status.FORBIDDEN, source.code("AccessDenied"), "You do not have the necessary privileges", null);
    }

    static Refusal notFound(Source source) {
        return new Refusal(Status.NOT_FOUND, source.code("NotFound"), "Item or record Not Found", null);
    }

    static Refusal unauthorized(String message) {
        return new Refusal(Status.UNAUTHORIZED, Source.AUTH.code("Unauthorized"), message, null);
    }

    /** Nobody published words for it. */
    static Refusal passwordsAreElsewhere(Optional<URI> page) {
        String where = page.map(address -> ": " + address).orElse("");
        return new Refusal(
                Status.FORBIDDEN,
                Source.AUTH.code("AccessDenied"),
                "Passwords are changed at the OpenID Connect provider" + where,
                null);
    }

    /** One with a message code of the traceability system. */
    static Refusal of(TraceabilityMessage told) {
        return new Refusal(Status.BAD_REQUEST, Source.TRACEABILITY.code("BadRequest"), told.message(), told.code());
    }

    Status status() {
        return status;
    }

    String code() {
        return code;
    }

    String message() {
        return message;
    }

    /** What stands in {@code detail} instead of where and when it happened; {@code null} when nothing does. */
    @Nullable
    String messageCode() {
        return messageCode;
    }
}
