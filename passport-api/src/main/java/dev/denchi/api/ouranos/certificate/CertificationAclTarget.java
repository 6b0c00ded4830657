package dev.denchi.api.ouranos.certificate;

import dev.denchi.api.access.CurrentCaller;
import dev.denchi.api.certificate.CertificateReleases;
import dev.denchi.api.ouranos.wire.Exchange;
import dev.denchi.api.ouranos.wire.Inputs;
import dev.denchi.api.ouranos.wire.Refusal;
import dev.denchi.api.ouranos.wire.Source;
import dev.denchi.api.supply.trader.Trader;
import dev.denchi.api.supply.trader.Traders;
import dev.denchi.model.ouranos.CertificationReleaseInput;
import dev.denchi.model.part.TraceId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** {@code dataTarget} cfpCertificationAcl: which customers may have the certificate of a part. */
@Singleton
public class CertificationAclTarget {
    private final CertificateReleases releases;
    private final Traders traders;
    private final CurrentCaller caller;

    CertificationAclTarget(CertificateReleases releases, Traders traders, CurrentCaller caller) {
        this.releases = releases;
        this.traders = traders;
        this.caller = caller;
    }

    public Uni<Response> get(Exchange exchange) {
        TraceId trace = new TraceId(exchange.query().requiredUuid("traceId"));
        return releases.of(exchange.operator(), trace)
                .onItem()
                .transformToMulti(decided -> Multi.createFrom().iterable(decided))
                .onItem()
                .transformToUniAndConcatenate(each -> view(exchange, trace, each))
                .collect()
                .asList()
                .map(exchange::ok);
    }

    private Uni<Map<String, Object>> view(Exchange exchange, TraceId trace, CertificateReleases.Decided decided) {
        return traders.ouranosId(decided.to()).map(to -> view(exchange.ouranosId(), to, trace, decided.released()));
    }

    public Uni<Response> put(Exchange exchange, byte[] body) {
        CertificationReleaseInput input = Inputs.certificationRelease(body);
        exchange.requireOwn(input.operatorId());
        return traders.byOuranosId(UUID.fromString(Objects.requireNonNull(input.releasedToOperatorId())))
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.notFound(Source.DATASPACE))
                .chain(to -> decided(exchange, to, input));
    }

    private Uni<Response> decided(Exchange exchange, Trader to, CertificationReleaseInput input) {
        TraceId trace = TraceId.of(Objects.requireNonNull(input.traceId()));
        boolean released = Objects.requireNonNull(input.released());
        return releases.decide(caller.get().submitter(), trace, to.operator(), released)
                .map(done -> exchange.created(view(exchange.ouranosId(), to.ouranosId(), trace, released)));
    }

    private static Map<String, Object> view(UUID operator, UUID to, TraceId trace, boolean released) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("operatorId", operator);
        view.put("releasedToOperatorId", to);
        view.put("traceId", trace.value());
        view.put("releasedFlag", released);
        return view;
    }
}
