package dev.denchi.api.status;

import static dev.denchi.api.access.Role.ECONOMIC_OPERATOR;
import static dev.denchi.api.access.Role.LEGITIMATE_INTEREST;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.api.access.CurrentCaller;
import dev.denchi.api.access.OpenTo;
import dev.denchi.api.ingest.Submission;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.sign.ServiceAddress;
import dev.denchi.api.store.record.NewRecord.RequestKey;
import dev.denchi.api.store.status.Reservation;
import dev.denchi.api.store.status.ReservedPlace;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.passport.Violation;
import dev.denchi.model.status.StatusEntry;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** Places in the caller's own status lists, for records that his operator is going to sign itself. */
@Path("/v1/status-places")
@Produces(MediaType.APPLICATION_JSON)
public class StatusPlacesResource {
    private static final int MOST_AT_ONCE = 500;

    private final ReservePlaces reservePlaces;
    private final CurrentCaller caller;
    private final URI publicUrl;

    StatusPlacesResource(ReservePlaces reservePlaces, CurrentCaller caller, ServiceAddress address) {
        this.reservePlaces = reservePlaces;
        this.caller = caller;
        this.publicUrl = address.publicUrl();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST})
    public Uni<Response> reserve(@RestHeader("Idempotency-Key") @Nullable String key, byte[] body) {
        Reservation request = reservation(Submission.of(caller.get(), "POST status-places", key, body));
        return reservePlaces
                .reserve(request, count(body))
                .map(places -> answer(Response.Status.CREATED, request.operator(), places));
    }

    @GET
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST})
    public Uni<Response> unused() {
        OperatorId operator = caller.get().writingOperator();
        return reservePlaces.unused(operator).map(places -> answer(Response.Status.OK, operator, places));
    }

    private static Reservation reservation(Submission sent) {
        RequestKey request = sent.request();
        OperatorId operator = sent.submitter().operator();
        return request == null
                ? new Reservation(operator, null, null)
                : new Reservation(operator, request.key(), request.sha256());
    }

    private static int count(byte[] body) {
        JsonNode json = StrictJson.read(body);
        if (!json.isObject() || json.size() != 1 || !json.path("count").isIntegralNumber()) {
            throw Rejected.because(
                    ProblemType.MALFORMED_REQUEST,
                    "the body is a JSON object with a count, a whole number, and nothing else");
        }
        JsonNode count = json.path("count");
        if (!count.canConvertToInt() || count.intValue() < 1 || count.intValue() > MOST_AT_ONCE) {
            throw Rejected.invalid(
                    ProblemType.INVALID_REQUEST,
                    List.of(new Violation(
                            "/count",
                            "some-places-at-once",
                            "1 to " + MOST_AT_ONCE + " places are reserved at once, not " + count)));
        }
        return count.intValue();
    }

    private Response answer(Response.Status status, OperatorId operator, List<ReservedPlace> places) {
        return Response.status(status)
                .entity(Map.of(
                        "statusPlaces",
                        places.stream().map(place -> json(operator, place)).toList()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private Map<String, Object> json(OperatorId operator, ReservedPlace reserved) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", reserved.place().id());
        json.put("reservedAt", reserved.reservedAt().toString());
        json.put(
                "credentialStatus",
                reserved.place().entries(publicUrl, operator).stream()
                        .map(StatusEntry::json)
                        .toList());
        return json;
    }
}
