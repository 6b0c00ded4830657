package dev.denchi.api.exchange;

import static dev.denchi.api.access.Role.ANYONE;
import static dev.denchi.api.access.Role.AUTHORITY;
import static dev.denchi.api.access.Role.ECONOMIC_OPERATOR;
import static dev.denchi.api.access.Role.LEGITIMATE_INTEREST;
import static dev.denchi.api.access.Role.PARTICIPANT;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.api.access.Caller;
import dev.denchi.api.access.CurrentCaller;
import dev.denchi.api.access.OpenTo;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.serve.PassportAnswers;
import dev.denchi.api.serve.Passports;
import dev.denchi.api.store.record.Head;
import dev.denchi.api.store.upload.ImportedDocument;
import dev.denchi.api.store.upload.Imports;
import dev.denchi.model.exchange.ExchangeFormat;
import dev.denchi.model.exchange.Export;
import dev.denchi.model.exchange.Note;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.identifier.PassportIdentifier;
import dev.denchi.model.passport.Violation;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Gives a passport out in another data model: made of the very answer that the reader would get, and of nothing else. */
@Path("/v1/dpps/{dppId}/exports")
public class ExportsResource {
    private final Passports passports;
    private final PassportAnswers answers;
    private final Imports imports;
    private final CurrentCaller caller;

    ExportsResource(Passports passports, PassportAnswers answers, Imports imports, CurrentCaller caller) {
        this.passports = passports;
        this.answers = answers;
        this.imports = imports;
        this.caller = caller;
    }

    /** @param importId an import of the passport's own operator, to fill what the records have no place for */
    @GET
    @Path("{format}")
    @Produces(MediaType.APPLICATION_JSON)
    @OpenTo({ANYONE, ECONOMIC_OPERATOR, LEGITIMATE_INTEREST, AUTHORITY, PARTICIPANT})
    public Uni<RestResponse<Map<String, Object>>> export(
            @RestPath String dppId,
            @RestPath String format,
            @RestQuery @Nullable String documents,
            @RestQuery("import") @Nullable String importId) {
        ExchangeFormat asked = Formats.named(format);
        Set<String> wanted = Formats.documents(asked, documents);
        return passports
                .headsOf(parsed(dppId))
                .flatMap(heads -> original(asked, importId, heads.get(0))
                        .flatMap(original -> view(heads)
                                .map(view -> answer(
                                        asked,
                                        asked.write(
                                                PassportAttributes.of(view),
                                                wanted,
                                                original.map(ImportedDocument::bytes)
                                                        .orElse(null))))));
    }

    private Uni<JsonNode> view(List<Head> heads) {
        return answers.to(heads, PassportAnswers.Form.COMPRESSED, null)
                .map(response -> StrictJson.read((byte[]) response.getEntity()));
    }

    /** What came in may hold what no reader but its operator may see. */
    private Uni<Optional<ImportedDocument>> original(ExchangeFormat format, @Nullable String importId, Head battery) {
        if (importId == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        Caller reading = caller.get();
        if (!reading.belongsTo(battery.operator())) {
            throw Rejected.because(ProblemType.FORBIDDEN, "only the passport's operator may fill it up from an import");
        }
        return imports.find(reading.writingOperator(), Formats.importId(importId))
                .map(found -> {
                    if (found == null || !found.format().equals(format.name())) {
                        throw Rejected.because(
                                ProblemType.NOT_FOUND, "there is no import " + importId + " of " + format.name());
                    }
                    return Optional.of(found);
                });
    }

    private static RestResponse<Map<String, Object>> answer(ExchangeFormat format, Export export) {
        if (export instanceof Export.Incomplete incomplete) {
            throw Rejected.incompleteExport(incomplete.missing().stream()
                    .map(ExportsResource::violation)
                    .toList());
        }
        Export.Done done = (Export.Done) export;
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("format", format.name());
        answer.put("documents", done.documents());
        answer.put("losses", Formats.json(done.losses()));
        return RestResponse.ResponseBuilder.ok(answer)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    private static Violation violation(Note note) {
        return new Violation("/" + note.part() + note.pointer(), "required-by-format", note.reason());
    }

    private static PassportIdentifier parsed(String dppId) {
        try {
            return PassportIdentifier.parse(dppId);
        } catch (IllegalArgumentException e) {
            throw Rejected.because(ProblemType.MALFORMED_REQUEST, e.getMessage());
        }
    }
}
