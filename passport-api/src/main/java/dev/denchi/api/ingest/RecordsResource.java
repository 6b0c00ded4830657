package dev.denchi.api.ingest;

import static dev.denchi.api.access.Role.ECONOMIC_OPERATOR;
import static dev.denchi.api.access.Role.LEGITIMATE_INTEREST;

import dev.denchi.api.access.CurrentCaller;
import dev.denchi.api.access.OpenTo;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.serve.RecordReference;
import dev.denchi.model.passport.RecordKind;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Takes records in: a first version by POST, a later one by PUT. */
@Path("/v1/records")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RecordsResource {
    private final IssueRecord issueRecord;
    private final SupersedeRecord supersedeRecord;
    private final CurrentCaller caller;

    RecordsResource(IssueRecord issueRecord, SupersedeRecord supersedeRecord, CurrentCaller caller) {
        this.issueRecord = issueRecord;
        this.supersedeRecord = supersedeRecord;
        this.caller = caller;
    }

    @POST
    @Path("{kind}")
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST})
    public Uni<RestResponse<Map<String, Object>>> issue(
            @RestPath String kind, @RestHeader("Idempotency-Key") @Nullable String key, byte[] body) {
        RecordKind asked = RecordKind.ofLabel(kind)
                .orElseThrow(() -> Rejected.because(ProblemType.NOT_FOUND, "\"" + kind + "\" is no kind of record"));
        Submission submission = Submission.of(caller.get(), "POST " + asked.label(), key, body);
        return issueRecord
                .issue(asked, submission)
                .map(receipt -> RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, receipt.json())
                        .header(HttpHeaders.LOCATION, receipt.self())
                        .header(HttpHeaders.ETAG, receipt.etag())
                        .build());
    }

    @PUT
    @Path("{recordId}")
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST})
    public Uni<RestResponse<Map<String, Object>>> supersede(
            @RestPath String recordId,
            @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RestHeader("Idempotency-Key") @Nullable String key,
            byte[] body) {
        if (ifMatch == null) {
            throw Rejected.because(
                    ProblemType.PRECONDITION_REQUIRED,
                    "send the ETag of the version that this one follows in If-Match");
        }
        Submission submission = Submission.of(caller.get(), "PUT " + recordId + " " + ifMatch, key, body);
        return supersedeRecord
                .supersede(RecordReference.parse(recordId), ifMatch, submission)
                .map(receipt -> RestResponse.ResponseBuilder.ok(receipt.json())
                        .header(HttpHeaders.ETAG, receipt.etag())
                        .build());
    }
}
