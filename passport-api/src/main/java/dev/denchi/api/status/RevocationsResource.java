package dev.denchi.api.status;

import static dev.denchi.api.access.Role.ECONOMIC_OPERATOR;
import static dev.denchi.api.access.Role.LEGITIMATE_INTEREST;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.api.access.CurrentCaller;
import dev.denchi.api.access.OpenTo;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.serve.RecordReference;
import dev.denchi.api.status.RevokeRecord.Revoked;
import dev.denchi.api.store.audit.Submitter;
import dev.denchi.model.format.StrictJson;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Takes revocations, from the record's own operator. */
@Path("/v1/records/{recordId}/revocation")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RevocationsResource {
    private static final int LONGEST_REASON = 500;

    private final RevokeRecord revokeRecord;
    private final CurrentCaller caller;

    RevocationsResource(RevokeRecord revokeRecord, CurrentCaller caller) {
        this.revokeRecord = revokeRecord;
        this.caller = caller;
    }

    @POST
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST})
    public Uni<RestResponse<Map<String, Object>>> revoke(
            @RestPath String recordId, @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch, byte[] body) {
        Submitter by = caller.get().submitter();
        if (ifMatch == null) {
            throw Rejected.because(
                    ProblemType.PRECONDITION_REQUIRED,
                    "send the ETag of the version that you stand by no more in If-Match");
        }
        return revokeRecord
                .revoke(RecordReference.parse(recordId), by, ifMatch, reason(body))
                .map(revoked -> RestResponse.status(
                        revoked.isNew() ? RestResponse.Status.CREATED : RestResponse.Status.OK, json(revoked)));
    }

    private static String reason(byte[] body) {
        JsonNode json = StrictJson.read(body);
        String reason = json.path("reason").asText();
        if (!json.isObject() || json.size() != 1 || !json.path("reason").isTextual()) {
            throw Rejected.because(
                    ProblemType.MALFORMED_REQUEST, "the body is a JSON object with a reason and nothing else");
        }
        if (reason.isBlank()
                || reason.length() > LONGEST_REASON
                || reason.chars().anyMatch(Character::isISOControl)) {
            throw Rejected.because(
                    ProblemType.MALFORMED_REQUEST,
                    "the reason has 1 to " + LONGEST_REASON + " characters, none of them a control character, not "
                            + reason.length());
        }
        return reason;
    }

    private static Map<String, Object> json(Revoked revoked) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("recordId", revoked.header().id().toString());
        json.put("version", revoked.revocation().version());
        json.put("revokedAt", revoked.revocation().at().toString());
        json.put("reason", revoked.revocation().reason());
        if (!revoked.untold().isEmpty()) {
            json.put("versionsWithoutStatus", revoked.untold());
        }
        return json;
    }
}
