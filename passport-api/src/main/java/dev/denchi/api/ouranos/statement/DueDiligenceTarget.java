package dev.denchi.api.ouranos.statement;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.api.ouranos.wire.Exchange;
import dev.denchi.api.ouranos.wire.Inputs;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.statement.ReadStatements;
import dev.denchi.api.statement.StateDueDiligence;
import dev.denchi.api.statement.StatedRecord;
import dev.denchi.api.supply.answer.Statements.Known;
import dev.denchi.model.identifier.RecordId;
import dev.denchi.model.ouranos.DueDiligenceInput;
import dev.denchi.model.part.TraceId;
import dev.denchi.model.trade.RequestType;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code dataTarget} dueDiligence: what is stated of the due diligence behind a part, as a signed record. */
@Singleton
public class DueDiligenceTarget {
    private static final String ATTRIBUTES = "dueDiligence";

    private final StateDueDiligence state;
    private final ReadStatements read;
    private final StatementAnswers answers;

    DueDiligenceTarget(StateDueDiligence state, ReadStatements read, StatementAnswers answers) {
        this.state = state;
        this.read = read;
        this.answers = answers;
    }

    /** In the order of the question; of a part that is not the caller's there is nothing, as of one of which nothing is known. */
    public Uni<Response> get(Exchange exchange) {
        return answers.get(exchange, RequestType.DD, this::view);
    }

    private Uni<Map<String, @Nullable Object>> view(Exchange exchange, UUID trace, Known known) {
        var signed = Objects.requireNonNull(StatementAnswers.statement(known).record());
        return read.record(known, signed)
                .chain(token -> answers.head(exchange, trace, known)
                        .invoke((Map<String, @Nullable Object> view) ->
                                StatementAnswers.put(view, "dueDiligenceId", ATTRIBUTES, token)));
    }

    public Uni<Response> put(Exchange exchange, byte[] body) {
        DueDiligenceInput input = Inputs.dueDiligence(body);
        exchange.requireOwn(input.operatorId());
        TraceId trace = TraceId.of(Objects.requireNonNull(input.traceId()));
        RecordId named = input.dueDiligenceId() == null ? null : new RecordId(UUID.fromString(input.dueDiligenceId()));
        Optional<ObjectNode> attributes =
                Inputs.dueDiligenceAttributes(body).map(document -> document.put("traceId", trace.toString()));
        return answers.decided(input.acl())
                .chain(decided -> attributes
                        .map(document -> state.state(trace, named, document, decided))
                        .orElseGet(() -> state.name(trace, Objects.requireNonNull(named), decided)))
                .onFailure(Rejected.class)
                .transform(rejected -> StatementAnswers.refusal(ATTRIBUTES, rejected))
                .chain(stated -> view(exchange, trace, stated))
                .map(exchange::created);
    }

    private Uni<Map<String, @Nullable Object>> view(Exchange exchange, TraceId trace, StatedRecord stated) {
        return answers.head(exchange, trace.value(), stated.decided())
                .invoke((Map<String, @Nullable Object> view) ->
                        StatementAnswers.put(view, "dueDiligenceId", ATTRIBUTES, stated.token()));
    }
}
