package dev.denchi.api.status;

import dev.denchi.api.access.OpenTo;
import dev.denchi.api.access.Role;
import dev.denchi.api.problem.Parameters;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.serve.Answers;
import dev.denchi.api.store.status.StatusLists.Id;
import dev.denchi.api.store.status.StatusLists.Signed;
import dev.denchi.model.status.StatusPurpose;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Serves the status lists that records name; the same to everyone, so that caches may. */
@Path("/operators/{operatorId}/status/{segment}/{purpose}")
public class StatusListsResource {
    private final SignedLists lists;
    private final Duration cachedFor;

    StatusListsResource(SignedLists lists, StatusConfig config) {
        this.lists = lists;
        this.cachedFor = config.cachedFor();
    }

    @GET
    @Produces("application/vc+jwt")
    @OpenTo({
        Role.ANYONE,
        Role.ECONOMIC_OPERATOR,
        Role.LEGITIMATE_INTEREST,
        Role.AUTHORITY,
        Role.CONNECTOR,
        Role.PARTICIPANT
    })
    public Uni<Response> list(
            @RestPath String operatorId,
            @RestPath String segment,
            @RestPath String purpose,
            @RestQuery @Nullable String at,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        Id list = new Id(Parameters.operator(operatorId), segment(segment), purpose(purpose));
        Uni<Signed> asked = at == null ? lists.current(list) : lists.at(list, Parameters.moment("at", at));
        return asked.map(signed -> answer(signed, ifNoneMatch));
    }

    private Response answer(Signed signed, @Nullable String ifNoneMatch) {
        String etag = "\"" + UUID.nameUUIDFromBytes(signed.token().getBytes(StandardCharsets.US_ASCII)) + "\"";
        Response.ResponseBuilder answer =
                Answers.has(ifNoneMatch, etag) ? Response.notModified() : Response.ok(signed.token());
        return answer.header(HttpHeaders.ETAG, etag)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=" + cachedFor.toSeconds())
                .build();
    }

    /** Names that no text in the database can have are not asked for. */
    private static String segment(String name) {
        if (name.indexOf('\0') >= 0) {
            throw Rejected.because(ProblemType.NOT_FOUND, "there is no list with the character U+0000 in its address");
        }
        return name;
    }

    private static StatusPurpose purpose(String purpose) {
        return StatusPurpose.ofLabel(purpose)
                .orElseThrow(() -> Rejected.because(
                        ProblemType.NOT_FOUND,
                        "there are lists of the purposes revocation and refresh, not " + purpose));
    }
}
