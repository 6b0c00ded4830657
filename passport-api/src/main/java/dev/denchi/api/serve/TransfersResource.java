package dev.denchi.api.serve;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.api.access.CurrentCaller;
import dev.denchi.api.access.OpenTo;
import dev.denchi.api.access.Role;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.access.StoppedTransfers;
import dev.denchi.model.format.StrictJson;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestPath;

/** Where the connector tells that a transfer was stopped: from the answer on, its pull tokens are refused. */
@Path("/v1/transfers")
public class TransfersResource {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9:._-]{1,255}");
    private static final Pattern MOMENT = Pattern.compile("2[0-9]{3}-[0-9T:.-]{1,30}Z");
    private static final Set<String> STATES = Set.of("SUSPENDED", "TERMINATED", "COMPLETED");

    private final StoppedTransfers stoppedTransfers;
    private final CurrentCaller caller;

    TransfersResource(StoppedTransfers stoppedTransfers, CurrentCaller caller) {
        this.stoppedTransfers = stoppedTransfers;
        this.caller = caller;
    }

    @PUT
    @Path("{transferId}/state")
    @Consumes(MediaType.APPLICATION_JSON)
    @OpenTo(Role.CONNECTOR)
    public Uni<Void> stop(@RestPath String transferId, byte[] body) {
        if (!ID.matcher(transferId).matches()) {
            throw Rejected.because(
                    ProblemType.MALFORMED_REQUEST, "a transfer id has 1 to 255 letters, digits, ':', '.', '_' and '-'");
        }
        JsonNode given = StrictJson.read(body);
        String state = given.path("state").asText();
        if (!STATES.contains(state)) {
            throw Rejected.because(ProblemType.MALFORMED_REQUEST, "state is one of " + STATES);
        }
        return stoppedTransfers.stop(
                transferId,
                state,
                instant(given.path("at").asText()),
                caller.get().known());
    }

    private static Instant instant(String text) {
        try {
            if (!MOMENT.matcher(text).matches()) {
                throw new DateTimeParseException("no moment in UTC", text, 0);
            }
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Rejected.because(ProblemType.MALFORMED_REQUEST, "at is a moment such as 2026-11-23T20:00:00.123Z");
        }
    }
}
