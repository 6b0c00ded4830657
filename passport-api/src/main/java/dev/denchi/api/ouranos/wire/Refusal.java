package dev.denchi.api.ouranos.wire;

import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A refusal with the words that were published for it. */
public final class Refusal extends RuntimeException {
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

    public static Refusal parameter(Source source, String name) {
        return badRequest(source, "Invalid request parameters, " + name + ": Unexpected query parameter");
    }

    public static Refusal validation(Source source, String faults) {
        return badRequest(source, "Validation failed, " + faults);
    }

    public static Refusal badRequest(Source source, String message) {
        return new Refusal(Status.BAD_REQUEST, source.code("BadRequest"), message, null);
    }

    public static Refusal denied(Source source) {
        return new Refusal(
                Status.FORBIDDEN, source.code("AccessDenied"), "You do not have the necessary privileges", null);
    }

    public static Refusal notFound(Source source) {
        return new Refusal(Status.NOT_FOUND, source.code("NotFound"), "Item or record Not Found", null);
    }

    public static Refusal unauthorized(String message) {
        return new Refusal(Status.UNAUTHORIZED, Source.AUTH.code("Unauthorized"), message, null);
    }

    /** Nobody published words for it. */
    public static Refusal passwordsAreElsewhere(Optional<URI> page) {
        String where = page.map(address -> ": " + address).orElse("");
        return new Refusal(
                Status.FORBIDDEN,
                Source.AUTH.code("AccessDenied"),
                "Passwords are changed at the OpenID Connect provider" + where,
                null);
    }

    /** One with a message code of the traceability system. */
    public static Refusal of(TraceabilityMessage told) {
        return new Refusal(Status.BAD_REQUEST, Source.TRACEABILITY.code("BadRequest"), told.message(), told.code());
    }

    public Status status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String message() {
        return message;
    }

    /** What stands in {@code detail} instead of where and when it happened; {@code null} when nothing does. */
    @Nullable
    String messageCode() {
        return messageCode;
    }
}
