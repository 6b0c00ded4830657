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
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Takes records in: a first version by POST, a later one by PUT. */
@Path("/v1/records")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RecordsResource {
    private static final String SD_JWT = "application/vc+sd-jwt";

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
        RecordKind asked = kind(kind);
        Submission submission = Submission.of(caller.get(), "POST " + asked.label(), key, body);
        return issueRecord.issue(asked, submission).map(RecordsResource::created);
    }

    @POST
    @Path("{kind}")
    @Consumes(SD_JWT)
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST})
    public Uni<RestResponse<Map<String, Object>>> take(
            @RestPath String kind, @RestHeader("Idempotency-Key") @Nullable String key, byte[] body) {
        RecordKind asked = kind(kind);
        Submission submission = Submission.of(caller.get(), "POST " + asked.label() + " " + SD_JWT, key, body);
        return issueRecord.take(asked, submission).map(RecordsResource::created);
    }

    @POST
    @Path("{kindOrRecordId}/unsigned")
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST})
    public Uni<Map<String, Object>> prepare(
            @RestPath String kindOrRecordId,
            @RestQuery @Nullable String issuerKey,
            @RestQuery @Nullable String statusPlace,
            byte[] body) {
        Submission submission = Submission.of(caller.get(), "", null, body);
        Signing with = Signing.of(issuerKey, statusPlace);
        return RecordKind.ofLabel(kindOrRecordId)
                .map(kind -> issueRecord.prepare(kind, submission, with))
                .orElseGet(() -> supersedeRecord.prepare(RecordReference.parse(kindOrRecordId), submission, with))
                .map(ToSign::json);
    }

    @PUT
    @Path("{recordId}")
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST})
    public Uni<RestResponse<Map<String, Object>>> supersede(
            @RestPath String recordId,
            @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RestHeader("Idempotency-Key") @Nullable String key,
            byte[] body) {
        String match = requirePresent(ifMatch);
        Submission submission = Submission.of(caller.get(), "PUT " + recordId + " " + match, key, body);
        return supersedeRecord
                .supersede(RecordReference.parse(recordId), match, submission)
                .map(RecordsResource::superseded);
    }

    @PUT
    @Path("{recordId}")
    @Consumes(SD_JWT)
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST})
    public Uni<RestResponse<Map<String, Object>>> takeNext(
            @RestPath String recordId,
            @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RestHeader("Idempotency-Key") @Nullable String key,
            byte[] body) {
        String match = requirePresent(ifMatch);
        Submission submission = Submission.of(caller.get(), "PUT " + recordId + " " + match + " " + SD_JWT, key, body);
        return supersedeRecord
                .take(RecordReference.parse(recordId), match, submission)
                .map(RecordsResource::superseded);
    }

    private static RecordKind kind(String label) {
        return RecordKind.ofLabel(label)
                .orElseThrow(() -> Rejected.because(ProblemType.NOT_FOUND, "\"" + label + "\" is no kind of record"));
    }

    private static String requirePresent(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw Rejected.because(
                    ProblemType.PRECONDITION_REQUIRED,
                    "send the ETag of the version that this one follows in If-Match");
        }
        return ifMatch;
    }

    private static RestResponse<Map<String, Object>> created(Receipt receipt) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, receipt.json())
                .header(HttpHeaders.LOCATION, receipt.self())
                .header(HttpHeaders.ETAG, receipt.etag())
                .build();
    }

    private static RestResponse<Map<String, Object>> superseded(Receipt receipt) {
        return RestResponse.ResponseBuilder.ok(receipt.json())
                .header(HttpHeaders.ETAG, receipt.etag())
                .build();
    }
}
