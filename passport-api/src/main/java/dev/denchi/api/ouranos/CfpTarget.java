package dev.denchi.api.ouranos;

import dev.denchi.api.ouranos.wire.Exchange;
import dev.denchi.api.ouranos.wire.Inputs;
import dev.denchi.api.ouranos.wire.Refusal;
import dev.denchi.api.ouranos.wire.Source;
import dev.denchi.api.supply.answer.Footprints;
import dev.denchi.api.supply.answer.Footprints.Known;
import dev.denchi.model.ouranos.FootprintInput;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code dataTarget} cfp. */
@Singleton
class CfpTarget {
    private static final int MOST_TRACES = 50;

    private final Footprints footprints;

    CfpTarget(Footprints footprints) {
        this.footprints = footprints;
    }

    /** In the order of the question; of a part that is not the caller's there is nothing, as of one of which nothing is known. */
    Uni<Response> get(Exchange exchange) {
        List<UUID> traces = exchange.query().uuids("traceIds", MOST_TRACES);
        if (traces.isEmpty()) {
            throw Refusal.parameter(Source.DATASPACE, "traceIds");
        }
        return footprints
                .of(exchange.operator(), traces)
                .map(known -> exchange.ok(traces.stream()
                        .flatMap(trace -> rows(trace, known.get(trace)).stream())
                        .toList()));
    }

    private static List<Map<String, @Nullable Object>> rows(UUID trace, @Nullable Known known) {
        return known == null ? List.of() : CfpViews.of(trace, known);
    }

    Uni<Response> put(Exchange exchange, byte[] body) {
        FootprintInput input = Inputs.footprint(body);
        return footprints
                .state(exchange.operator(), input.trace(), input.cfpId().orElse(null), input.unit(), input.footprint())
                .map(cfpId -> exchange.created(view(input, cfpId)));
    }

    private static List<Map<String, @Nullable Object>> view(FootprintInput input, UUID cfpId) {
        return CfpViews.stated(input.trace().value(), new Footprints.Own(cfpId, input.unit(), input.footprint(), null));
    }
}
