package dev.denchi.api.serve;

import static dev.denchi.api.access.Role.ANYONE;
import static dev.denchi.api.access.Role.AUTHORITY;
import static dev.denchi.api.access.Role.ECONOMIC_OPERATOR;
import static dev.denchi.api.access.Role.LEGITIMATE_INTEREST;
import static dev.denchi.api.access.Role.PARTICIPANT;

import dev.denchi.api.access.OpenTo;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.serve.PassportAnswers.Form;
import dev.denchi.model.identifier.PassportIdentifier;
import dev.denchi.model.identifier.ProductIdentifier;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
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

    PassportsResource(Passports passports, PassportAnswers answers) {
        this.passports = passports;
        this.answers = answers;
    }

    @GET
    @Path("dpps/{dppId}")
    @Produces(MediaType.APPLICATION_JSON)
    @OpenTo({ANYONE, ECONOMIC_OPERATOR, LEGITIMATE_INTEREST, AUTHORITY, PARTICIPANT})
    public Uni<Response> readDPPById(
            @RestPath String dppId,
            @RestQuery @Nullable String representation,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return compressed(
                representation,
                () -> passports
                        .headsOf(parsed(dppId, PassportIdentifier::parse))
                        .flatMap(heads -> answers.to(heads, Form.JSON, ifNoneMatch)));
    }

    @GET
    @Path("dpps/{dppId}")
    @Produces(PRESENTATION)
    @OpenTo({ANYONE, ECONOMIC_OPERATOR, LEGITIMATE_INTEREST, AUTHORITY, PARTICIPANT})
    public Uni<Response> presentDPPById(
            @RestPath String dppId, @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return passports
                .headsOf(parsed(dppId, PassportIdentifier::parse))
                .flatMap(heads -> answers.to(heads, Form.PRESENTATION, ifNoneMatch));
    }

    @GET
    @Path("dppsByProductId/{productId}")
    @Produces(MediaType.APPLICATION_JSON)
    @OpenTo({ANYONE, ECONOMIC_OPERATOR, LEGITIMATE_INTEREST, AUTHORITY, PARTICIPANT})
    public Uni<Response> readDPPByProductId(
            @RestPath String productId,
            @RestQuery @Nullable String representation,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return compressed(
                representation,
                () -> passports
                        .headsOf(parsed(productId, ProductIdentifier::parse))
                        .flatMap(heads -> answers.to(heads, Form.JSON, ifNoneMatch)));
    }

    @GET
    @Path("dppsByProductId/{productId}")
    @Produces(PRESENTATION)
    @OpenTo({ANYONE, ECONOMIC_OPERATOR, LEGITIMATE_INTEREST, AUTHORITY, PARTICIPANT})
    public Uni<Response> presentDPPByProductId(
            @RestPath String productId, @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return passports
                .headsOf(parsed(productId, ProductIdentifier::parse))
                .flatMap(heads -> answers.to(heads, Form.PRESENTATION, ifNoneMatch));
    }

    private static Uni<Response> compressed(
            @Nullable String representation, java.util.function.Supplier<Uni<Response>> read) {
        if (representation == null || representation.equals("compressed")) {
            return read.get();
        }
        if (representation.equals("full")) {
            return Uni.createFrom()
                    .item(Response.status(Response.Status.NOT_IMPLEMENTED).build());
        }
        throw Rejected.because(ProblemType.MALFORMED_REQUEST, "representation is compressed or full");
    }

    private static <T> T parsed(String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            throw Rejected.because(ProblemType.MALFORMED_REQUEST, e.getMessage());
        }
    }
}
