package dev.denchi.api.lifecycle;

import static dev.denchi.api.access.Role.ECONOMIC_OPERATOR;
import static dev.denchi.api.access.Role.LEGITIMATE_INTEREST;

import dev.denchi.api.access.CurrentCaller;
import dev.denchi.api.access.OpenTo;
import dev.denchi.api.serve.PassportAnswers;
import dev.denchi.api.serve.PassportAnswers.Form;
import dev.denchi.api.serve.Passports;
import dev.denchi.api.serve.form.ElementPath;
import dev.denchi.api.store.record.Head;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.identifier.PassportIdentifier;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The changing operations of EN 18222, for the passport's own operator. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
public class UpdatesResource {
    private final Passports passports;
    private final PassportAnswers answers;
    private final UpdatePassport updates;
    private final DeletePassport deletion;
    private final CurrentCaller caller;

    UpdatesResource(
            Passports passports,
            PassportAnswers answers,
            UpdatePassport updates,
            DeletePassport deletion,
            CurrentCaller caller) {
        this.passports = passports;
        this.answers = answers;
        this.updates = updates;
        this.deletion = deletion;
        this.caller = caller;
    }

    @PATCH
    @Path("dpps/{dppId}")
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST})
    public Uni<Response> updateDPPById(
            @RestPath String dppId,
            @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RestHeader("Idempotency-Key") @Nullable String key,
            byte[] body) {
        PassportIdentifier passport = Passports.identifier(dppId);
        return matching(passport, ifMatch)
                .flatMap(heads -> updates.patch(heads, StrictJson.read(body), caller.get(), key))
                .flatMap(receipt -> passports.headsOf(passport))
                .flatMap(heads -> answers.to(heads, Form.COMPRESSED, null));
    }

    @PATCH
    @Path("dpps/{dppId}/elements/{elementIdPath}")
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST})
    public Uni<Response> updateDataElement(
            @RestPath String dppId,
            @RestPath String elementIdPath,
            @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RestHeader("Idempotency-Key") @Nullable String key,
            byte[] body) {
        PassportIdentifier passport = Passports.identifier(dppId);
        ElementPath path = ElementPath.parse(elementIdPath);
        return matching(passport, ifMatch)
                .flatMap(heads -> updates.element(heads, path, StrictJson.read(body), caller.get(), key))
                .flatMap(receipt -> passports.headsOf(passport))
                .flatMap(heads -> answers.element(heads, path, Form.COMPRESSED, null));
    }

    @DELETE
    @Path("dpps/{dppId}")
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST})
    public Uni<Response> deleteDPPById(
            @RestPath String dppId,
            @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RestHeader("Idempotency-Key") @Nullable String key) {
        return passports
                .headsOf(Passports.identifier(dppId))
                .flatMap(heads -> deletion.delete(heads, caller.get(), ifMatch, key))
                .map(ended -> Response.noContent().build());
    }

    private Uni<List<Head>> matching(PassportIdentifier passport, @Nullable String ifMatch) {
        return passports.headsOf(passport).invoke(heads -> UpdatePassport.requireMatch(heads, ifMatch));
    }
}
