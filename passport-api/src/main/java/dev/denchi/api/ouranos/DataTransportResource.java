package dev.denchi.api.ouranos;

import static dev.denchi.api.access.Role.ANYONE;
import static dev.denchi.api.access.Role.AUTHORITY;
import static dev.denchi.api.access.Role.ECONOMIC_OPERATOR;
import static dev.denchi.api.access.Role.LEGITIMATE_INTEREST;

import dev.denchi.api.access.OpenTo;
import dev.denchi.api.ouranos.certificate.CertificationAclTarget;
import dev.denchi.api.ouranos.certificate.CertificationTarget;
import dev.denchi.api.ouranos.certificate.FilesTarget;
import dev.denchi.api.ouranos.statement.BatteryPassportTarget;
import dev.denchi.api.ouranos.statement.DueDiligenceTarget;
import dev.denchi.api.ouranos.statement.RecycledContentTarget;
import dev.denchi.api.ouranos.wire.Exchange;
import dev.denchi.api.ouranos.wire.Exchanges;
import dev.denchi.api.ouranos.wire.Refusal;
import dev.denchi.api.ouranos.wire.Source;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;

/** The one address of all data: what it is about stands in {@code dataTarget} (openapi/ouranos-api.yaml). */
@Path("/api/v1/datatransport")
@Produces(MediaType.APPLICATION_JSON)
public class DataTransportResource {
    private final Exchanges exchanges;
    private final PartsTarget parts;
    private final TradesTarget trades;
    private final StatusTarget status;
    private final CfpTarget cfp;
    private final AclTarget acl;
    private final NotificationsTarget notifications;
    private final RequestStatusTarget requestStatus;
    private final CertificationTarget certification;
    private final CertificationAclTarget certificationAcl;
    private final FilesTarget files;
    private final DueDiligenceTarget dueDiligence;
    private final RecycledContentTarget recycledContent;
    private final BatteryPassportTarget batteryPassport;

    DataTransportResource(
            Exchanges exchanges,
            PartsTarget parts,
            TradesTarget trades,
            StatusTarget status,
            CfpTarget cfp,
            AclTarget acl,
            NotificationsTarget notifications,
            RequestStatusTarget requestStatus,
            CertificationTarget certification,
            CertificationAclTarget certificationAcl,
            FilesTarget files,
            DueDiligenceTarget dueDiligence,
            RecycledContentTarget recycledContent,
            BatteryPassportTarget batteryPassport) {
        this.exchanges = exchanges;
        this.parts = parts;
        this.trades = trades;
        this.status = status;
        this.cfp = cfp;
        this.acl = acl;
        this.notifications = notifications;
        this.requestStatus = requestStatus;
        this.certification = certification;
        this.certificationAcl = certificationAcl;
        this.files = files;
        this.dueDiligence = dueDiligence;
        this.recycledContent = recycledContent;
        this.batteryPassport = batteryPassport;
    }

    @GET
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST})
    public Uni<Response> get(@Context UriInfo address) {
        return exchanges.answer(Source.DATASPACE, "GET", address, this::get);
    }

    private Uni<Response> get(Exchange exchange) {
        return switch (exchange.query().dataTarget()) {
            case "parts" -> parts.get(exchange);
            case "partsStructure" -> parts.getStructure(exchange);
            case "tradeRequest" -> trades.getRequests(exchange);
            case "tradeResponse" -> trades.getResponses(exchange);
            case "status" -> status.get(exchange);
            case "cfp" -> cfp.get(exchange);
            case "cfpAcl" -> acl.get(exchange);
            case "notifications" -> notifications.get(exchange);
            case "requestStatus" -> requestStatus.get(exchange);
            case "cfpCertification" -> certification.get(exchange);
            case "cfpCertificationAcl" -> certificationAcl.get(exchange);
            case "fileDownloadUrl" -> files.getDownloadUrl(exchange);
            case "dueDiligence" -> dueDiligence.get(exchange);
            case "recycledContent" -> recycledContent.get(exchange);
            case "batteryPassport" -> batteryPassport.get(exchange);
            default -> throw Refusal.parameter(Source.DATASPACE, "dataTarget");
        };
    }

    @PUT
    @Consumes(MediaType.WILDCARD)
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST})
    public Uni<Response> put(@Context UriInfo address, byte[] body) {
        return exchanges.answer(Source.DATASPACE, "PUT", address, exchange -> put(exchange, body));
    }

    private Uni<Response> put(Exchange exchange, byte[] body) {
        return switch (exchange.query().dataTarget()) {
            case "parts" -> parts.put(exchange, body);
            case "partsStructure" -> parts.putStructure(exchange, body);
            case "tradeRequest" -> trades.putRequest(exchange, body);
            case "tradeResponse" -> trades.putResponse(exchange);
            case "status" -> status.put(exchange, body);
            case "cfp" -> cfp.put(exchange, body);
            case "cfpAcl" -> acl.put(exchange, body);
            case "replyMessages" -> notifications.putReply(exchange, body);
            case "cfpCertificationInfo" -> certification.put(exchange, body);
            case "cfpCertificationAcl" -> certificationAcl.put(exchange, body);
            case "fileUploadUrl" -> files.putUploadUrls(exchange, body);
            case "dueDiligence" -> dueDiligence.put(exchange, body);
            case "recycledContent" -> recycledContent.put(exchange, body);
            case "batteryPassport" -> batteryPassport.put(exchange, body);
            default -> throw Refusal.parameter(Source.DATASPACE, "dataTarget");
        };
    }

    @DELETE
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST})
    public Uni<Response> delete(@Context UriInfo address) {
        return exchanges.answer(Source.DATASPACE, "DELETE", address, this::delete);
    }

    private Uni<Response> delete(Exchange exchange) {
        return switch (exchange.query().dataTarget()) {
            case "parts" -> parts.delete(exchange);
            case "cfpCertifications" -> certification.delete(exchange);
            default -> throw Refusal.parameter(Source.DATASPACE, "dataTarget");
        };
    }

    @GET
    @Path("health")
    @OpenTo({ANYONE, ECONOMIC_OPERATOR, LEGITIMATE_INTEREST, AUTHORITY})
    public Map<String, Boolean> health() {
        return Map.of("isSystemHealthy", true);
    }
}
