package dev.denchi.api.exchange;

import static dev.denchi.api.access.Role.ECONOMIC_OPERATOR;
import static dev.denchi.api.access.Role.LEGITIMATE_INTEREST;

import dev.denchi.api.access.CurrentCaller;
import dev.denchi.api.access.OpenTo;
import dev.denchi.api.ingest.Submission;
import dev.denchi.api.problem.Parameters;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.audit.Submitter;
import dev.denchi.api.store.upload.ImportedDocument;
import dev.denchi.api.store.upload.Imports;
import dev.denchi.model.exchange.ExchangeFormat;
import dev.denchi.model.exchange.Imported;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Takes foreign documents in, keeps their bytes, and answers with the drafts that they give. */
@Path("/v1/imports")
public class ImportsResource {
    private final Imports imports;
    private final Drafts drafts;
    private final CurrentCaller caller;
    private final Clock clock;

    ImportsResource(Imports imports, Drafts drafts, CurrentCaller caller, Clock clock) {
        this.imports = imports;
        this.drafts = drafts;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST})
    public Uni<RestResponse<Map<String, Object>>> take(
            @RestPath("id") String format, @Context UriInfo address, byte[] body) {
        boolean issued = Parameters.flag(address, "issue");
        Submitter submitter = caller.get().submitter();
        ExchangeFormat from = Formats.named(format);
        Submission.requireSize(body);
        Imported imported = from.read(body);
        if (issued) {
            drafts.requireFaultless(imported);
        }
        ImportedDocument document =
                new ImportedDocument(UUID.randomUUID(), submitter.operator(), from.name(), body, clock.instant());
        return imports.keep(document, submitter)
                .flatMap(kept -> issued
                        ? drafts.issued(submitter, document, imported)
                        : Uni.createFrom().item(drafts.answer(document, imported)))
                .map(answer -> RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, answer)
                        .header(HttpHeaders.LOCATION, "/v1/imports/" + document.id())
                        .build());
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST})
    public Uni<Map<String, Object>> read(@RestPath("id") String importId) {
        return find(importId)
                .map(document ->
                        drafts.answer(document, Formats.named(document.format()).read(document.bytes())));
    }

    @GET
    @Path("{id}/raw")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST})
    public Uni<byte[]> raw(@RestPath("id") String importId) {
        return find(importId).map(ImportedDocument::bytes);
    }

    private Uni<ImportedDocument> find(String importId) {
        return imports.find(caller.get().writingOperator(), Formats.importId(importId))
                .onItem()
                .ifNull()
                .failWith(() -> Rejected.because(ProblemType.NOT_FOUND, "there is no import " + importId));
    }
}
