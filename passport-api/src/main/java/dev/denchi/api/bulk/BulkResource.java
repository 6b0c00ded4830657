package dev.denchi.api.bulk;

import static dev.denchi.api.access.Role.ECONOMIC_OPERATOR;
import static dev.denchi.api.access.Role.LEGITIMATE_INTEREST;

import dev.denchi.api.access.CurrentCaller;
import dev.denchi.api.access.OpenTo;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.upload.BulkLine;
import dev.denchi.api.store.upload.BulkUpload;
import dev.denchi.api.store.upload.BulkUploads;
import dev.denchi.model.format.StrictJson;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Shows an operator its own uploads: how far they are, and what became of each line. Another's are not there. */
@Path("/v1/bulk")
public class BulkResource {
    private static final int MOST_LINES = 10_000;
    private static final int MOST_UPLOADS = 1000;

    private final BulkUploads uploads;
    private final CurrentCaller caller;

    BulkResource(BulkUploads uploads, CurrentCaller caller) {
        this.uploads = uploads;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST})
    public Uni<Map<String, Object>> list(
            @RestQuery @Nullable String idempotencyKey,
            @RestQuery @DefaultValue("50") String limit,
            @RestQuery @DefaultValue("0") String offset) {
        return uploads.page(
                        caller.get().writingOperator(),
                        idempotencyKey,
                        (int) number("offset", offset, 0, Integer.MAX_VALUE),
                        (int) number("limit", limit, 1, MOST_UPLOADS))
                .map(page -> Map.of("items", page.stream().map(BulkView::of).toList()));
    }

    @GET
    @Path("{bulkId}")
    @Produces(MediaType.APPLICATION_JSON)
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST})
    public Uni<Map<String, Object>> progress(@RestPath String bulkId) {
        return find(bulkId).map(BulkView::of);
    }

    @GET
    @Path("{bulkId}/results")
    @Produces(UploadResource.NDJSON)
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST})
    public Uni<RestResponse<byte[]>> results(
            @RestPath String bulkId,
            @RestQuery @Nullable String status,
            @RestQuery @DefaultValue("0") String after,
            @RestQuery @DefaultValue("1000") String limit) {
        int most = (int) number("limit", limit, 1, MOST_LINES);
        long behind = number("after", after, 0, Long.MAX_VALUE);
        BulkLine.Status only = status(status);
        return find(bulkId)
                .flatMap(upload ->
                        uploads.lines(upload, behind, only, most).map(lines -> page(upload, lines, status, most)));
    }

    private Uni<BulkUpload> find(String bulkId) {
        return uploads.find(caller.get().writingOperator(), id(bulkId))
                .onItem()
                .ifNull()
                .failWith(() -> Rejected.because(ProblemType.NOT_FOUND, "there is no upload " + bulkId));
    }

    private static RestResponse<byte[]> page(
            BulkUpload upload, List<BulkLine> lines, @Nullable String status, int limit) {
        String body = lines.stream()
                .map(line -> new String(StrictJson.write(BulkView.of(line)), StandardCharsets.UTF_8) + "\n")
                .collect(Collectors.joining());
        var answer = RestResponse.ResponseBuilder.ok(body.getBytes(StandardCharsets.UTF_8));
        if (lines.size() == limit) {
            String next = "%s/results?after=%d&limit=%d%s"
                    .formatted(
                            BulkView.pathOf(upload.id()),
                            lines.get(limit - 1).line(),
                            limit,
                            status == null ? "" : "&status=" + status);
            answer.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        }
        return answer.build();
    }

    private static BulkLine.@Nullable Status status(@Nullable String asked) {
        if (asked == null) {
            return null;
        }
        return Arrays.stream(BulkLine.Status.values())
                .filter(status -> status.name().toLowerCase(Locale.ROOT).equals(asked))
                .findFirst()
                .orElseThrow(() ->
                        Rejected.because(ProblemType.MALFORMED_REQUEST, "status is accepted, repeated or refused"));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Rejected.because(ProblemType.MALFORMED_REQUEST, "\"" + text + "\" is no upload's id");
        }
    }

    private static long number(String name, String text, long least, long most) {
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, as a number out of bounds is
        }
        throw Rejected.because(ProblemType.MALFORMED_REQUEST, name + " is a number from " + least + " to " + most);
    }
}
