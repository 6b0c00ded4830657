package dev.denchi.api.evidence;

import static dev.denchi.api.access.Role.AUTHORITY;
import static dev.denchi.api.access.Role.ECONOMIC_OPERATOR;
import static dev.denchi.api.access.Role.LEGITIMATE_INTEREST;

import dev.denchi.api.access.Caller;
import dev.denchi.api.access.CurrentCaller;
import dev.denchi.api.access.OpenTo;
import dev.denchi.api.evidence.TakeOver.TakenOver;
import dev.denchi.api.serve.Passports;
import dev.denchi.api.upload.Body;
import dev.denchi.model.identifier.PassportIdentifier;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Hands out the evidence of a passport, and takes over what another service handed out. */
@Path("/v1")
public class EvidenceResource {
    private static final Logger LOG = Logger.getLogger(EvidenceResource.class);
    private static final String ZIP = "application/zip";

    private final ExportEvidence export;
    private final TakeOver takeOver;
    private final CurrentCaller caller;

    EvidenceResource(ExportEvidence export, TakeOver takeOver, CurrentCaller caller) {
        this.export = export;
        this.takeOver = takeOver;
        this.caller = caller;
    }

    @GET
    @Path("dpps/{dppId}/evidence")
    @Produces(ZIP)
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST, AUTHORITY})
    public Uni<Response> export(@RestPath String dppId, RoutingContext exchange) {
        PassportIdentifier passport = Passports.identifier(dppId);
        return export.of(passport, caller.get())
                .invoke(archive -> removedWithTheAnswer(archive, exchange))
                .map(archive -> Response.ok(archive)
                        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + passport.uuid() + ".zip\"")
                        .build());
    }

    /** Also when nobody waits for it any more. */
    private void removedWithTheAnswer(java.nio.file.Path archive, RoutingContext exchange) {
        AtomicBoolean removed = new AtomicBoolean();
        Runnable remove = () -> {
            if (removed.compareAndSet(false, true)) {
                export.removed(archive).subscribe().with(done -> {}, failure -> LOG.warn("a package stays", failure));
            }
        };
        exchange.addEndHandler(end -> remove.run());
        if (exchange.response().closed()) {
            remove.run();
        }
    }

    @POST
    @Path("evidence")
    @Consumes(ZIP)
    @Produces(MediaType.APPLICATION_JSON)
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST})
    public Uni<RestResponse<Map<String, Object>>> takeOver(RoutingContext arriving) {
        Caller taking = caller.get();
        taking.administeredOperator();
        return takeOver.from(new Body(arriving), taking.submitter())
                .map(taken -> RestResponse.status(
                        taken.isNews() ? RestResponse.Status.CREATED : RestResponse.Status.OK, json(taken)));
    }

    private static Map<String, Object> json(TakenOver taken) {
        return Map.of(
                "passport",
                taken.passport(),
                "versions",
                taken.versions(),
                "added",
                taken.added().versions(),
                "documents",
                taken.documents(),
                "documentsAdded",
                taken.added().besides(),
                "links",
                Map.of("passport", "/v1/dpps/" + URLEncoder.encode(taken.passport(), StandardCharsets.UTF_8)));
    }
}
