package dev.denchi.api.ouranos.wire;

import dev.denchi.api.problem.OuranosError;
import dev.denchi.model.identifier.OperatorId;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One request of an operator.
 *
 * @param ouranosId how bodies name the operator
 * @param track {@code X-Track}, by which support finds it
 */
public record Exchange(OperatorId operator, UUID ouranosId, Source source, String method, Query query, UUID track) {

    public Response ok(Object body) {
        return with(Response.ok(body));
    }

    /** A list; when it goes on, {@code Link} says where. */
    public Response page(Object body, @Nullable String next) {
        Response.ResponseBuilder answer = Response.ok(body);
        if (next != null) {
            answer.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        }
        return with(answer);
    }

    public Response created(Object body) {
        return with(Response.status(Response.Status.CREATED).entity(body));
    }

    public Response gone() {
        return with(Response.noContent());
    }

    Response refused(Refusal refusal) {
        String detail = refusal.messageCode() == null
                ? OuranosError.where(ouranosId.toString(), query.dataTarget(), method)
                : refusal.messageCode();
        return with(Response.fromResponse(
                OuranosError.answer(refusal.status().getStatusCode(), refusal.code(), refusal.message(), detail)));
    }

    private Response with(Response.ResponseBuilder answer) {
        return answer.header("X-Track", track)
                .header(HttpHeaders.CACHE_CONTROL, null)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** @throws Refusal when the address names another operator */
    public void requireOwnOrNone(@Nullable UUID operatorId) {
        if (operatorId != null && !operatorId.equals(ouranosId)) {
            throw Refusal.denied(source);
        }
    }

    /** @throws Refusal when the body speaks for another operator */
    public void requireOwn(@Nullable String operatorId) {
        if (!ouranosId.toString().equalsIgnoreCase(operatorId)) {
            throw Refusal.denied(source);
        }
    }
}
