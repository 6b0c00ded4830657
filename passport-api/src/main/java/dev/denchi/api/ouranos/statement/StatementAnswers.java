package dev.denchi.api.ouranos.statement;

import dev.denchi.api.ouranos.wire.Exchange;
import dev.denchi.api.ouranos.wire.Refusal;
import dev.denchi.api.ouranos.wire.Source;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.supply.answer.Statements;
import dev.denchi.api.supply.answer.Statements.Decided;
import dev.denchi.api.supply.answer.Statements.Known;
import dev.denchi.api.supply.answer.Statements.Own;
import dev.denchi.api.supply.answer.Statements.Told;
import dev.denchi.api.supply.chain.Statement;
import dev.denchi.api.supply.trader.Traders;
import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.ouranos.CustomerRelease;
import dev.denchi.model.passport.Violation;
import dev.denchi.model.trade.RequestType;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the answers of all statements have in common: whose and of which part it is, who may know it, and the record that says it. */
@Singleton
class StatementAnswers {
    private static final int MOST_TRACES = 50;

    private final Statements statements;
    private final Traders traders;

    StatementAnswers(Statements statements, Traders traders) {
        this.statements = statements;
        this.traders = traders;
    }

    /** How one target shows what is known of a part. */
    interface View {
        Uni<Map<String, @Nullable Object>> of(Exchange exchange, UUID trace, Known known);
    }

    private static List<UUID> traces(Exchange exchange) {
        List<UUID> traces = exchange.query().uuids("traceIds", MOST_TRACES);
        if (traces.isEmpty()) {
            throw Refusal.parameter(Source.DATASPACE, "traceIds");
        }
        return traces;
    }

    static Statement statement(Known known) {
        return known instanceof Own own ? own.statement() : ((Told) known).statement();
    }

    /** Of each part the answer to requests of a type, in the order of the question; of one of which nothing is known there is nothing. */
    Uni<Response> get(Exchange exchange, RequestType type, View view) {
        List<UUID> traces = traces(exchange);
        return statements
                .of(exchange.operator(), type, traces)
                .chain(known -> each(traces, known, (trace, each) -> view.of(exchange, trace, each)))
                .map(exchange::ok);
    }

    private static Uni<List<Map<String, @Nullable Object>>> each(
            List<UUID> traces,
            Map<UUID, Known> known,
            BiFunction<UUID, Known, Uni<Map<String, @Nullable Object>>> view) {
        return Multi.createFrom()
                .iterable(traces.stream().filter(known::containsKey).toList())
                .onItem()
                .transformToUniAndConcatenate(trace -> view.apply(trace, Objects.requireNonNull(known.get(trace))))
                .collect()
                .asList();
    }

    /** By {@code traceId} the asker's own entry, by {@code operatorId} who said it. Who else may know it is only its operator's to know. */
    Uni<Map<String, @Nullable Object>> head(Exchange exchange, UUID trace, Known known) {
        return known instanceof Own own
                ? head(exchange, trace, own.decided())
                : traders.ouranosId(((Told) known).supplier()).map(supplier -> head(trace, supplier, null));
    }

    Uni<Map<String, @Nullable Object>> head(Exchange exchange, UUID trace, List<Decided> decided) {
        return Multi.createFrom()
                .iterable(decided)
                .onItem()
                .transformToUniAndConcatenate(this::customer)
                .collect()
                .asList()
                .map(acl -> head(trace, exchange.ouranosId(), acl));
    }

    private Uni<Map<String, Object>> customer(Decided decided) {
        return traders.ouranosId(decided.to()).map(to -> {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("releasedToOperatorId", to);
            entry.put("releasedFlag", decided.released());
            return entry;
        });
    }

    private static Map<String, @Nullable Object> head(
            UUID trace, UUID operator, @Nullable List<Map<String, Object>> acl) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("operatorId", operator);
        view.put("traceId", trace);
        view.put("acl", acl);
        return view;
    }

    /** The record: its attributes as far as its reader may see them, and the token that proves them. */
    static void put(Map<String, @Nullable Object> view, String id, String attributes, RecordToken token) {
        view.put(id, token.header().id().uuid());
        view.put("version", token.header().version());
        view.put("sha256", token.sha256());
        view.put("issuedAt", token.header().issuedAt().toString());
        view.put(attributes, token.attributes());
        view.put("token", token.serialize());
    }

    /** Whom the body names; fails with {@link Refusal} for one that is nobody. */
    Uni<List<Decided>> decided(@Nullable List<CustomerRelease> acl) {
        return Multi.createFrom()
                .iterable(Objects.requireNonNullElse(acl, List.<CustomerRelease>of()))
                .onItem()
                .transformToUniAndConcatenate(this::decided)
                .collect()
                .asList();
    }

    private Uni<Decided> decided(CustomerRelease release) {
        return traders.byOuranosId(UUID.fromString(Objects.requireNonNull(release.releasedToOperatorId())))
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.notFound(Source.DATASPACE))
                .map(to -> new Decided(to.operator(), Objects.requireNonNull(release.released())));
    }

    /** Violations of a record in the manner of the published messages; what else was refused stays as it is. */
    static Throwable refusal(String attributes, Rejected rejected) {
        return rejected.type() == ProblemType.INVALID_RECORD || rejected.type() == ProblemType.INVALID_REQUEST
                ? Refusal.validation(
                        Source.DATASPACE,
                        rejected.violations().stream()
                                .map(StatementAnswers::fault)
                                .collect(Collectors.joining("; ", attributes + ": (", ".).")))
                : rejected;
    }

    private static String fault(Violation violation) {
        return violation.pointer().isEmpty() ? violation.message() : violation.pointer() + ": " + violation.message();
    }
}
