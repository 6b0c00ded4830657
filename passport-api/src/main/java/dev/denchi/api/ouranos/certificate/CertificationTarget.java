package dev.denchi.api.ouranos.certificate;

import dev.denchi.api.access.CurrentCaller;
import dev.denchi.api.certificate.Certificate;
import dev.denchi.api.certificate.CertificateFile;
import dev.denchi.api.certificate.Certificates;
import dev.denchi.api.ouranos.wire.Exchange;
import dev.denchi.api.ouranos.wire.Inputs;
import dev.denchi.api.supply.Listed;
import dev.denchi.api.supply.trade.TradeLists;
import dev.denchi.api.supply.trader.Traders;
import dev.denchi.api.supply.tree.Trade;
import dev.denchi.model.ouranos.CertificationInput;
import dev.denchi.model.part.TraceId;
import dev.denchi.model.trade.Move.Side;
import dev.denchi.model.trade.RequestType;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code dataTarget} cfpCertification, and what ABtC's own API has to change it: cfpCertificationInfo and cfpCertifications. */
@Singleton
public class CertificationTarget {
    private final Certificates certificates;
    private final TradeLists trades;
    private final Traders traders;
    private final CurrentCaller caller;

    CertificationTarget(Certificates certificates, TradeLists trades, Traders traders, CurrentCaller caller) {
        this.certificates = certificates;
        this.trades = trades;
        this.traders = traders;
        this.caller = caller;
    }

    /** @param files {@code null} where a supplier lets nobody know whether there are any */
    private record Shown(
            UUID id,
            TraceId trace,
            @Nullable String description,
            @Nullable List<Map<String, Object>> files) {

        static Shown own(Certificate certificate, UUID operator) {
            return new Shown(
                    certificate.id(),
                    certificate.trace(),
                    certificate.description(),
                    CertificationTarget.files(certificate.files(), operator));
        }

        /** A customer knows it by his request. */
        static Shown supplied(Trade trade, @Nullable List<Map<String, Object>> files) {
            return new Shown(trade.id().value(), trade.downstreamTrace(), null, files);
        }

        Map<String, @Nullable Object> view() {
            Map<String, @Nullable Object> view = new LinkedHashMap<>();
            view.put("cfpCertificationId", id);
            view.put("traceId", trace.value());
            view.put("cfpCertificationDescription", description);
            view.put("cfpCertificationFileInfo", files);
            return view;
        }
    }

    /** The own one of the part; of a part that a supplier was asked about, what he releases of his. */
    public Uni<Response> get(Exchange exchange) {
        TraceId trace = new TraceId(exchange.query().requiredUuid("traceId"));
        return certificates
                .of(exchange.operator(), trace)
                .map(own -> own(exchange, own))
                .chain(own -> withSupplied(exchange, trace, own))
                .map(shown -> exchange.ok(shown.stream().map(Shown::view).toList()));
    }

    private static List<Shown> own(Exchange exchange, @Nullable Certificate certificate) {
        List<Shown> shown = new ArrayList<>();
        if (certificate != null) {
            shown.add(Shown.own(certificate, exchange.ouranosId()));
        }
        return shown;
    }

    private Uni<List<Shown>> withSupplied(Exchange exchange, TraceId trace, List<Shown> shown) {
        return supplied(exchange, trace)
                .invoke(found -> found.ifPresent(shown::add))
                .replaceWith(shown);
    }

    private Uni<Optional<Shown>> supplied(Exchange exchange, TraceId trace) {
        var search = new TradeLists.Search(Set.of(Side.DOWNSTREAM), Set.of(trace.value()), null, false, null, 100);
        return trades.search(exchange.operator(), search)
                .map(CertificationTarget::linked)
                .chain(trade -> trade.map(asked -> supplied(exchange, asked))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    /** There is one at most: of a type, one request about a part lives. */
    private static Optional<Trade> linked(Listed<Trade> found) {
        return found.entries().stream()
                .filter(trade -> trade.type() == RequestType.CFP && trade.upstreamTrace() != null)
                .findFirst();
    }

    private Uni<Optional<Shown>> supplied(Exchange exchange, Trade trade) {
        return certificates
                .released(exchange.operator(), Objects.requireNonNull(trade.upstreamTrace()))
                .chain(files -> traders.ouranosId(trade.upstream()).map(supplier -> shown(trade, files, supplier)));
    }

    /** What is not released is told alike whether there is a certificate or not. */
    private static Optional<Shown> shown(Trade trade, Optional<List<CertificateFile>> files, UUID supplier) {
        if (files.isEmpty()) {
            return Optional.of(Shown.supplied(trade, null));
        }
        return files.filter(some -> !some.isEmpty()).map(some -> Shown.supplied(trade, files(some, supplier)));
    }

    /** Adds files, and makes the certificate where there is none; the description is the one that was sent last. */
    public Uni<Response> put(Exchange exchange, byte[] body) {
        CertificationInput input = Inputs.certification(body);
        exchange.requireOwn(input.operatorId());
        var addition = new Certificates.Addition(
                input.certificationId().orElse(null), input.trace(), input.description(), input.files());
        return certificates
                .add(caller.get().submitter(), addition)
                .map(certificate -> exchange.created(
                        Shown.own(certificate, exchange.ouranosId()).view()));
    }

    public Uni<Response> delete(Exchange exchange) {
        TraceId trace = new TraceId(exchange.query().requiredUuid("traceId"));
        return certificates
                .remove(caller.get().submitter(), trace, exchange.query().uuid("fileId"))
                .map(done -> exchange.gone());
    }

    private static List<Map<String, Object>> files(List<CertificateFile> files, UUID operator) {
        List<Map<String, Object>> views = new ArrayList<>();
        for (CertificateFile file : files) {
            Map<String, Object> view = new LinkedHashMap<>();
            view.put("operatorId", operator);
            view.put("fileId", file.id());
            view.put("fileName", file.name());
            views.add(view);
        }
        return views;
    }
}
