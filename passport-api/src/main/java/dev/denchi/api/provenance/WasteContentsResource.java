package dev.denchi.api.provenance;

import static dev.denchi.api.access.Role.AUTHORITY;
import static dev.denchi.api.access.Role.ECONOMIC_OPERATOR;
import static dev.denchi.api.access.Role.LEGITIMATE_INTEREST;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.api.access.OpenTo;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.serve.PassportAnswers;
import dev.denchi.api.serve.Passports;
import dev.denchi.model.format.MalformedJson;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.identifier.ProductIdentifier;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * What is to be expected in batteries that came in as waste. Each is read as its passport would be answered to the same asker, and nothing
 * is told that is not in there.
 */
@Path("/v1/provenance")
public class WasteContentsResource {
    private static final int MOST = 500;

    private final Passports passports;
    private final PassportAnswers answers;

    WasteContentsResource(Passports passports, PassportAnswers answers) {
        this.passports = passports;
        this.answers = answers;
    }

    @POST
    @Path("waste-contents")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST, AUTHORITY})
    public Uni<Response> contents(byte[] body) {
        return Multi.createFrom()
                .iterable(products(body))
                .onItem()
                .transformToUniAndConcatenate(
                        product -> passport(product).map(view -> new WasteContents.Battery(product, view)))
                .collect()
                .asList()
                .map(found -> Response.ok(WasteContents.of(found))
                        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                        .build());
    }

    /** Empty when there is none: one unknown serial number leaves the others answered. */
    private Uni<Optional<JsonNode>> passport(String product) {
        return Uni.createFrom()
                .deferred(() -> passports.headsOf(identifier(product)))
                .flatMap(heads -> answers.to(heads, PassportAnswers.Form.COMPRESSED, null))
                .map(answer -> Optional.of(StrictJson.read((byte[]) answer.getEntity())))
                .onFailure(WasteContentsResource::isNotThere)
                .recoverWithItem(Optional.empty());
    }

    private static boolean isNotThere(Throwable failure) {
        return failure instanceof Rejected rejected
                && (rejected.type() == ProblemType.NOT_FOUND || rejected.type() == ProblemType.PASSPORT_DELETED);
    }

    private static ProductIdentifier identifier(String product) {
        try {
            return ProductIdentifier.parse(product);
        } catch (IllegalArgumentException e) {
            throw Rejected.because(ProblemType.NOT_FOUND, e.getMessage());
        }
    }

    private static List<String> products(byte[] body) {
        try {
            JsonNode products = StrictJson.read(body).path("productIdentifiers");
            LinkedHashSet<String> named = new LinkedHashSet<>();
            products.forEach(product -> named.add(product.asText()));
            if (products.isArray() && !named.isEmpty() && named.size() <= MOST) {
                return new ArrayList<>(named);
            }
        } catch (MalformedJson e) {
            throw Rejected.because(ProblemType.MALFORMED_REQUEST, e.getMessage());
        }
        throw Rejected.because(
                ProblemType.MALFORMED_REQUEST, "productIdentifiers is a list of 1 to " + MOST + " product identifiers");
    }
}
