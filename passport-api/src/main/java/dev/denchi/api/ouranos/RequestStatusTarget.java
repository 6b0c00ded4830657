package dev.denchi.api.ouranos;

import dev.denchi.api.ouranos.wire.Exchange;
import dev.denchi.api.ouranos.wire.Query;
import dev.denchi.api.ouranos.wire.Refusal;
import dev.denchi.api.ouranos.wire.Source;
import dev.denchi.api.supply.trade.Tracks;
import dev.denchi.api.supply.trade.Tracks.Track;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** {@code dataTarget} requestStatus: what became of writes, by the {@code X-Track} of their answers. */
@Singleton
class RequestStatusTarget {
    private static final int MOST_TRACKS = 10;
    private static final Comparator<Track> ORDER =
            Comparator.comparing(track -> track.id().toString());

    private final Tracks tracks;

    RequestStatusTarget(Tracks tracks) {
        this.tracks = tracks;
    }

    /** As published, in the order of the ids, and without those that are not known. */
    Uni<Response> get(Exchange exchange) {
        Query query = exchange.query();
        exchange.requireOwnOrNone(query.uuid("operatorId"));
        List<UUID> ids = query.uuids("trackId", MOST_TRACKS);
        if (ids.isEmpty()) {
            throw Refusal.parameter(Source.DATASPACE, "trackId");
        }
        return tracks.of(exchange.operator(), ids)
                .map(found -> exchange.ok(found.stream()
                        .sorted(ORDER)
                        .map(RequestStatusTarget::view)
                        .toList()));
    }

    /** Nothing follows a write that is not done with it: both statuses are always the same, and never PROCESSING. */
    private static Map<String, Object> view(Track track) {
        String status = track.succeeded() ? "SUCCESS" : "ERROR";
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("trackId", track.id());
        view.put(
                "requestCreatedAt",
                track.acceptedAt().truncatedTo(ChronoUnit.SECONDS).toString());
        view.put("acceptedRequestStatus", status);
        view.put("summaryRequestStatus", status);
        return view;
    }
}
