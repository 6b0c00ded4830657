package dev.denchi.api.serve;

import static dev.denchi.api.access.Role.ANYONE;
import static dev.denchi.api.access.Role.AUTHORITY;
import static dev.denchi.api.access.Role.ECONOMIC_OPERATOR;
import static dev.denchi.api.access.Role.LEGITIMATE_INTEREST;
import static dev.denchi.api.access.Role.PARTICIPANT;

import dev.denchi.api.access.OpenTo;
import dev.denchi.api.page.Language;
import dev.denchi.api.problem.Parameters;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.serve.PassportAnswers.Form;
import dev.denchi.api.serve.form.ElementPath;
import dev.denchi.api.store.record.Head;
import dev.denchi.model.identifier.ProductIdentifier;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Serves passports through the life cycle API of EN 18222, to people and machines alike. */
@Path("/v1")
public class PassportsResource {
    static final String PRESENTATION = "application/vp;qs=0.5"; // JSON for those who take anything

    private final Passports passports;
    private final PassportAnswers answers;
    private final PageAnswers pages;
    private final ProductQuery products;

    PassportsResource(Passports passports, PassportAnswers answers, PageAnswers pages, ProductQuery products) {
        this.passports = passports;
        this.answers = answers;
        this.pages = pages;
        this.products = products;
    }

    @GET
    @Path("dpps/{dppId}")
    @Produces(MediaType.APPLICATION_JSON)
    @OpenTo({ANYONE, ECONOMIC_OPERATOR, LEGITIMATE_INTEREST, AUTHORITY, PARTICIPANT})
    public Uni<Response> readDPPById(
            @RestPath String dppId,
            @RestQuery @Nullable String representation,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return read(byId(dppId), Form.asked(representation), ifNoneMatch);
    }

    @GET
    @Path("dpps/{dppId}")
    @Produces(PRESENTATION)
    @OpenTo({ANYONE, ECONOMIC_OPERATOR, LEGITIMATE_INTEREST, AUTHORITY, PARTICIPANT})
    public Uni<Response> presentDPPById(
            @RestPath String dppId, @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return read(byId(dppId), Form.PRESENTATION, ifNoneMatch);
    }

    @GET
    @Path("dpps/{dppId}")
    @Produces(PageAnswers.HTML)
    @OpenTo({ANYONE, ECONOMIC_OPERATOR, LEGITIMATE_INTEREST, AUTHORITY})
    public Uni<Response> showDPPById(
            @RestPath String dppId,
            @Context HttpHeaders headers,
            @RestQuery @Nullable String lang,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return pages.to(() -> byId(dppId), Language.of(lang, headers.getAcceptableLanguages()), ifNoneMatch);
    }

    @GET
    @Path("dppsByProductId/{productId}")
    @Produces(MediaType.APPLICATION_JSON)
    @OpenTo({ANYONE, ECONOMIC_OPERATOR, LEGITIMATE_INTEREST, AUTHORITY, PARTICIPANT})
    public Uni<Response> readDPPByProductId(
            @RestPath String productId,
            @RestQuery @Nullable String representation,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return read(byProduct(productId), Form.asked(representation), ifNoneMatch);
    }

    @GET
    @Path("dppsByProductId/{productId}")
    @Produces(PRESENTATION)
    @OpenTo({ANYONE, ECONOMIC_OPERATOR, LEGITIMATE_INTEREST, AUTHORITY, PARTICIPANT})
    public Uni<Response> presentDPPByProductId(
            @RestPath String productId, @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return read(byProduct(productId), Form.PRESENTATION, ifNoneMatch);
    }

    @GET
    @Path("dppsByIdAndDate/{dppId}")
    @Produces(MediaType.APPLICATION_JSON)
    @OpenTo({ANYONE, ECONOMIC_OPERATOR, LEGITIMATE_INTEREST, AUTHORITY, PARTICIPANT})
    public Uni<Response> readDPPVersionByIdAndDate(
            @RestPath String dppId,
            @RestQuery @Nullable String date,
            @RestQuery @Nullable String representation,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return read(at(dppId, date), Form.asked(representation), ifNoneMatch);
    }

    @GET
    @Path("dppsByIdAndDate/{dppId}")
    @Produces(PRESENTATION)
    @OpenTo({ANYONE, ECONOMIC_OPERATOR, LEGITIMATE_INTEREST, AUTHORITY, PARTICIPANT})
    public Uni<Response> presentDPPVersionByIdAndDate(
            @RestPath String dppId,
            @RestQuery @Nullable String date,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return read(at(dppId, date), Form.PRESENTATION, ifNoneMatch);
    }

    @GET
    @Path("dpps/{dppId}/elements/{elementIdPath}")
    @Produces(MediaType.APPLICATION_JSON)
    @OpenTo({ANYONE, ECONOMIC_OPERATOR, LEGITIMATE_INTEREST, AUTHORITY, PARTICIPANT})
    public Uni<Response> readDataElement(
            @RestPath String dppId,
            @RestPath String elementIdPath,
            @RestQuery @Nullable String representation,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        ElementPath path = ElementPath.parse(elementIdPath);
        Form form = Form.asked(representation);
        return byId(dppId).flatMap(heads -> answers.element(heads, path, form, ifNoneMatch));
    }

    @POST
    @Path("dppsByProductIds")
    @Produces(MediaType.APPLICATION_JSON)
    @OpenTo({ANYONE, ECONOMIC_OPERATOR, LEGITIMATE_INTEREST, AUTHORITY})
    public Uni<Map<String, Object>> readDPPIdsByProductIds(UriInfo address, byte[] body) {
        var query =
                address.getQueryParameters(); // an empty cursor is a wrong one, which @RestQuery would not tell from
        // none
        return products.page(body, query.getFirst("limit"), query.getFirst("cursor"));
    }

    private Uni<Response> read(Uni<List<Head>> heads, Form form, @Nullable String ifNoneMatch) {
        return heads.flatMap(found -> answers.to(found, form, ifNoneMatch));
    }

    private Uni<List<Head>> byId(String dppId) {
        return passports.headsOf(Passports.identifier(dppId));
    }

    private Uni<List<Head>> byProduct(String productId) {
        try {
            return passports.headsOf(ProductIdentifier.parse(productId));
        } catch (IllegalArgumentException e) {
            throw Rejected.because(ProblemType.MALFORMED_REQUEST, e.getMessage());
        }
    }

    private Uni<List<Head>> at(String dppId, @Nullable String date) {
        return passports.headsAt(Passports.identifier(dppId), Parameters.moment("date", date));
    }
}
