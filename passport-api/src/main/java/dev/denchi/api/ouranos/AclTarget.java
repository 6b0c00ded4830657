package dev.denchi.api.ouranos;

import dev.denchi.api.ouranos.wire.Exchange;
import dev.denchi.api.ouranos.wire.Inputs;
import dev.denchi.api.ouranos.wire.Refusal;
import dev.denchi.api.ouranos.wire.Source;
import dev.denchi.api.supply.answer.Releases;
import dev.denchi.api.supply.trader.Trader;
import dev.denchi.api.supply.trader.Traders;
import dev.denchi.model.cfp.Release;
import dev.denchi.model.ouranos.ReleaseInput;
import dev.denchi.model.part.TraceId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code dataTarget} cfpAcl: what one customer may know of a part, where its operator decided so itself. */
@Singleton
class AclTarget {
    private final Releases releases;
    private final Traders traders;

    AclTarget(Releases releases, Traders traders) {
        this.releases = releases;
        this.traders = traders;
    }

    Uni<Response> get(Exchange exchange) {
        TraceId trace = new TraceId(exchange.query().requiredUuid("traceId"));
        return releases.of(exchange.operator(), trace)
                .chain(decided -> Multi.createFrom()
                        .iterable(decided)
                        .onItem()
                        .transformToUniAndConcatenate(each -> view(exchange, trace, each))
                        .collect()
                        .asList())
                .map(exchange::ok);
    }

    private Uni<Map<String, @Nullable Object>> view(Exchange exchange, TraceId trace, Releases.Decided decided) {
        return traders.ouranosId(decided.to()).map(to -> view(exchange.ouranosId(), to, trace, decided.release()));
    }

    Uni<Response> put(Exchange exchange, byte[] body) {
        ReleaseInput input = Inputs.release(body);
        exchange.requireOwn(input.operatorId());
        TraceId trace = TraceId.of(Objects.requireNonNull(input.traceId()));
        return traders.byOuranosId(UUID.fromString(Objects.requireNonNull(input.releasedToOperatorId())))
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.notFound(Source.DATASPACE))
                .chain(to -> decided(exchange, trace, to, input));
    }

    private Uni<Response> decided(Exchange exchange, TraceId trace, Trader to, ReleaseInput input) {
        return releases.decide(
                        exchange.operator(),
                        trace,
                        to.operator(),
                        before -> new Release(
                                input.released(ReleaseInput.TOTAL_CFP).orElse(before.cfp()),
                                input.released(ReleaseInput.TOTAL_DQR).orElse(before.dqr())))
                .map(release -> exchange.created(view(exchange.ouranosId(), to.ouranosId(), trace, release)));
    }

    private static Map<String, @Nullable Object> view(UUID operator, UUID to, TraceId trace, Release release) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("operatorId", operator);
        view.put("releasedToOperatorId", to);
        view.put("traceId", trace.value());
        view.put(
                "acl",
                List.of(item(ReleaseInput.TOTAL_CFP, release.cfp()), item(ReleaseInput.TOTAL_DQR, release.dqr())));
        return view;
    }

    private static Map<String, Object> item(String group, boolean released) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("aclItemGroup", group);
        item.put("releasedFlag", released);
        return item;
    }
}
