package dev.denchi.api.serve;

import static dev.denchi.api.access.Role.ANYONE;
import static dev.denchi.api.access.Role.AUTHORITY;
import static dev.denchi.api.access.Role.ECONOMIC_OPERATOR;
import static dev.denchi.api.access.Role.LEGITIMATE_INTEREST;
import static dev.denchi.api.access.Role.PARTICIPANT;

import dev.denchi.api.access.OpenTo;
import dev.denchi.api.page.Language;
import dev.denchi.api.serve.PassportAnswers.Form;
import dev.denchi.api.store.record.Head;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What the code on a battery leads to: its product identifier, a GS1 Digital Link, is the address of its passport. */
@Path("/01/{gtin}/21/{serial}")
public class DigitalLinkResource {
    private final Passports passports;
    private final PassportAnswers answers;
    private final PageAnswers pages;

    DigitalLinkResource(Passports passports, PassportAnswers answers, PageAnswers pages) {
        this.passports = passports;
        this.answers = answers;
        this.pages = pages;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @OpenTo({ANYONE, ECONOMIC_OPERATOR, LEGITIMATE_INTEREST, AUTHORITY, PARTICIPANT})
    public Uni<Response> resolve(
            @Context HttpServerRequest request, @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return heads(request).flatMap(heads -> answers.to(heads, Form.COMPRESSED, ifNoneMatch));
    }

    @GET
    @Produces(PassportsResource.PRESENTATION)
    @OpenTo({ANYONE, ECONOMIC_OPERATOR, LEGITIMATE_INTEREST, AUTHORITY, PARTICIPANT})
    public Uni<Response> present(
            @Context HttpServerRequest request, @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return heads(request).flatMap(heads -> answers.to(heads, Form.PRESENTATION, ifNoneMatch));
    }

    @GET
    @Produces(PageAnswers.HTML)
    @OpenTo({ANYONE, ECONOMIC_OPERATOR, LEGITIMATE_INTEREST, AUTHORITY})
    public Uni<Response> show(
            @Context HttpServerRequest request,
            @Context HttpHeaders headers,
            @RestQuery @Nullable String lang,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return pages.to(() -> heads(request), Language.of(lang, headers.getAcceptableLanguages()), ifNoneMatch);
    }

    private Uni<List<Head>> heads(HttpServerRequest request) {
        return passports.headsOf(DigitalLink.asked(request));
    }
}
