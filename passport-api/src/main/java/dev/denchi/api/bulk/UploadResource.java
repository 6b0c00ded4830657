package dev.denchi.api.bulk;

import static dev.denchi.api.access.Role.ECONOMIC_OPERATOR;
import static dev.denchi.api.access.Role.LEGITIMATE_INTEREST;

import dev.denchi.api.access.CurrentCaller;
import dev.denchi.api.access.OpenTo;
import dev.denchi.api.ingest.Submission;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.audit.Submitter;
import dev.denchi.api.store.upload.BulkUpload;
import dev.denchi.api.upload.Body;
import dev.denchi.model.passport.RecordKind;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.Map;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Takes uploads of many records in, NDJSON or CSV. The body is read as fast as its lines are kept. */
@Path("/v1/records/{kind}/bulk")
public class UploadResource {
    static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";

    private final TakeUpload takeUpload;
    private final CurrentCaller caller;

    UploadResource(TakeUpload takeUpload, CurrentCaller caller) {
        this.takeUpload = takeUpload;
        this.caller = caller;
    }

    @POST
    @Consumes({NDJSON, CSV})
    @Produces(MediaType.APPLICATION_JSON)
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST})
    public Uni<RestResponse<Map<String, Object>>> upload(
            @RestPath String kind,
            @RestHeader("Idempotency-Key") @Nullable String key,
            @RestHeader(HttpHeaders.CONTENT_ENCODING) @Nullable String encoding,
            @RestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
            @Context UriInfo uri,
            RoutingContext exchange) {
        RecordKind asked = RecordKind.ofLabel(kind)
                .orElseThrow(() -> Rejected.because(ProblemType.NOT_FOUND, "\"" + kind + "\" is no kind of record"));
        Submitter submitter = caller.get().submitter();
        requirePlain(encoding);
        return takeUpload
                .take(submitter, asked, Submission.requireKey(key), rows(asked, type, uri), new Body(exchange))
                .map(UploadResource::answer);
    }

    private static RestResponse<Map<String, Object>> answer(BulkUpload upload) {
        return RestResponse.ResponseBuilder.ok(BulkView.of(upload))
                .header(HttpHeaders.CONTENT_LOCATION, BulkView.pathOf(upload.id()))
                .build();
    }

    private static Rows rows(RecordKind kind, MediaType type, UriInfo uri) {
        Map<String, String> shared = new HashMap<>();
        uri.getQueryParameters().forEach((name, values) -> shared.put(name, values.get(0)));
        if (!type.isCompatible(MediaType.valueOf(CSV))) {
            return new JsonRows();
        }
        if (kind != RecordKind.BATTERY) {
            throw Rejected.because(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "only batteries come as CSV; send " + kind.label() + " as " + NDJSON);
        }
        return new CsvRows(shared);
    }

    /** A small body that unpacks to a huge one is not read at all. */
    private static void requirePlain(@Nullable String encoding) {
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw Rejected.because(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "the Content-Encoding \"" + encoding + "\" is not read; send the bytes as they are");
        }
    }
}
