package dev.denchi.api.document;

import static dev.denchi.api.access.Role.ECONOMIC_OPERATOR;
import static dev.denchi.api.access.Role.LEGITIMATE_INTEREST;

import dev.denchi.api.access.CurrentCaller;
import dev.denchi.api.access.OpenTo;
import dev.denchi.api.document.Documents.Kept;
import dev.denchi.api.document.ListDocuments.Listed;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.upload.Body;
import dev.denchi.model.file.DocumentLimits;
import dev.denchi.model.file.FileType;
import dev.denchi.model.identifier.OperatorId;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** An operator's own documents: brought, listed with those that are still missing, and taken away while no record points at them. */
@Path("/v1/documents")
public class DocumentsResource {
    private final KeepDocument keep;
    private final Documents documents;
    private final ListDocuments list;
    private final CurrentCaller caller;

    DocumentsResource(KeepDocument keep, Documents documents, ListDocuments list, CurrentCaller caller) {
        this.keep = keep;
        this.documents = documents;
        this.list = list;
        this.caller = caller;
    }

    @PUT
    @Path("{sha256}")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST})
    public Uni<Response> keep(
            @RestPath String sha256,
            @RestHeader(HttpHeaders.CONTENT_TYPE) @Nullable String mediaType,
            @RestHeader(HttpHeaders.CONTENT_LENGTH) @Nullable Long length,
            @RestHeader(HttpHeaders.CONTENT_ENCODING) @Nullable String encoding,
            RoutingContext arriving) {
        var by = caller.get().submitter();
        String hash = Hash.of(sha256);
        requirePlain(encoding);
        requireSmall(length);
        return keep.keep(by, hash, type(mediaType), new Body(arriving)).map(DocumentsResource::answer);
    }

    private static Response answer(Kept kept) {
        URI place = URI.create(kept.document().path());
        return (kept.isNew() ? Response.created(place) : Response.ok().contentLocation(place))
                .entity(DocumentView.of(kept.document()))
                .build();
    }

    private static void requirePlain(@Nullable String encoding) {
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw Rejected.because(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "a document is sent as it is, not with Content-Encoding " + encoding);
        }
    }

    /** Before anything of it is read. */
    private static void requireSmall(@Nullable Long length) {
        if (length != null && length > DocumentLimits.MOST_BYTES) {
            throw Rejected.because(
                    ProblemType.BODY_TOO_LARGE,
                    "a document may have " + DocumentLimits.MOST_BYTES + " bytes, this one has " + length);
        }
    }

    private static FileType type(@Nullable String mediaType) {
        String bare = mediaType == null ? "" : mediaType.split(";", 2)[0].strip();
        return FileType.ofMediaType(bare)
                .filter(FileType::isDocument)
                .orElseThrow(() -> Rejected.because(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        "a document is one of " + types() + ", not \"" + bare + "\""));
    }

    private static String types() {
        return Arrays.stream(FileType.values())
                .filter(FileType::isDocument)
                .map(FileType::mediaType)
                .collect(Collectors.joining(", "));
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST})
    public Uni<Response> list(
            @RestQuery @DefaultValue("all") String state,
            @RestQuery @DefaultValue("") String after,
            @RestQuery @DefaultValue("50") String limit) {
        OperatorId operator = caller.get().writingOperator();
        DocumentPage page = DocumentPage.of(state, after, limit);
        return list.of(operator, page.state(), page.after(), page.limit()).map(found -> answer(page, found));
    }

    private static Response answer(DocumentPage page, List<Listed> found) {
        Response.ResponseBuilder answer = Response.ok(
                        Map.of("documents", found.stream().map(DocumentView::of).toList()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (found.size() == page.limit()) {
            answer.header(
                    HttpHeaders.LINK, page.next(found.get(found.size() - 1).sha256()));
        }
        return answer.build();
    }

    @DELETE
    @Path("{sha256}")
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST})
    public Uni<Void> remove(@RestPath String sha256) {
        return documents.remove(caller.get().submitter(), Hash.of(sha256));
    }
}
