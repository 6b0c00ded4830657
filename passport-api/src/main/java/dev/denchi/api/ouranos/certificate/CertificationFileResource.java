package dev.denchi.api.ouranos.certificate;

import static dev.denchi.api.access.Role.ECONOMIC_OPERATOR;
import static dev.denchi.api.access.Role.LEGITIMATE_INTEREST;

import dev.denchi.api.access.CurrentCaller;
import dev.denchi.api.access.OpenTo;
import dev.denchi.api.certificate.CertificateFile;
import dev.denchi.api.certificate.GiveFiles;
import dev.denchi.api.certificate.TakeFiles;
import dev.denchi.api.file.Pieces;
import dev.denchi.api.ouranos.wire.Exchange;
import dev.denchi.api.ouranos.wire.Exchanges;
import dev.denchi.api.ouranos.wire.Query;
import dev.denchi.api.ouranos.wire.Refusal;
import dev.denchi.api.ouranos.wire.Source;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.upload.Body;
import dev.denchi.model.certificate.CertificateLimits;
import io.quarkus.vertx.http.Uncompressed;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The bytes of certificates' files, at the addresses that fileUploadUrl and fileDownloadUrl tell. */
@Path(CertificationFileResource.PATH)
public class CertificationFileResource {
    static final String PATH = "/api/v1/cfpCertificationFiles";

    private final Exchanges exchanges;
    private final TakeFiles in;
    private final GiveFiles out;
    private final CurrentCaller caller;

    CertificationFileResource(Exchanges exchanges, TakeFiles in, GiveFiles out, CurrentCaller caller) {
        this.exchanges = exchanges;
        this.in = in;
        this.out = out;
        this.caller = caller;
    }

    /** What the sender says the bytes are says nothing here: they are looked at. */
    @PUT
    @Path("{fileId}")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST})
    public Uni<Response> upload(
            @RestPath String fileId,
            @RestHeader(HttpHeaders.CONTENT_LENGTH) @Nullable Long length,
            @RestHeader(HttpHeaders.CONTENT_ENCODING) @Nullable String encoding,
            @Context UriInfo address,
            RoutingContext arriving) {
        requireSmall(length);
        return exchanges.answer(Source.DATASPACE, "PUT", address, exchange -> {
            requirePlain(encoding);
            return in.upload(caller.get().submitter(), id(fileId), new Body(arriving))
                    .map(file -> exchange.created(view(file)));
        });
    }

    /** Before anything of it is read. */
    private static void requireSmall(@Nullable Long length) {
        if (length != null && length > CertificateLimits.MOST_BYTES) {
            throw Rejected.because(
                    ProblemType.BODY_TOO_LARGE,
                    "a file may have " + CertificateLimits.MOST_BYTES + " bytes, this one has " + length);
        }
    }

    private static void requirePlain(@Nullable String encoding) {
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw Refusal.badRequest(
                    Source.DATASPACE,
                    "Invalid request parameters, Content-Encoding: cannot be allowed '" + encoding + "'");
        }
    }

    /** As they are: compressed, they were not the bytes that the digest is of. */
    @GET
    @Path("{fileId}")
    @Produces(MediaType.WILDCARD)
    @Uncompressed
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST})
    public Uni<Response> download(@RestPath String fileId, @Context UriInfo address) {
        return exchanges.answer(
                Source.DATASPACE,
                "GET",
                address,
                exchange -> out.read(caller.get().submitter(), id(fileId)).map(file -> attached(exchange, file)));
    }

    private Response attached(Exchange exchange, CertificateFile file) {
        Response.ResponseBuilder answer = Response.fromResponse(exchange.ok(
                new Pieces(Objects.requireNonNull(file.content()).size(), out.bytes(exchange.operator(), file))));
        Attachment.headers(file).forEach(answer::header);
        return answer.build();
    }

    private static UUID id(String fileId) {
        return Query.uuid(Source.DATASPACE, "fileId", fileId);
    }

    private static Map<String, Object> view(CertificateFile file) {
        CertificateFile.Content content = Objects.requireNonNull(file.content());
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("fileId", file.id());
        view.put("fileName", file.name());
        view.put("mediaType", content.mediaType());
        view.put("size", content.size());
        view.put("sha256", content.sha256());
        return view;
    }
}
