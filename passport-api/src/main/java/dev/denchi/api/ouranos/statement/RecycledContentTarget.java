package dev.denchi.api.ouranos.statement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.api.ouranos.wire.Exchange;
import dev.denchi.api.ouranos.wire.Inputs;
import dev.denchi.api.statement.OwnRecords;
import dev.denchi.api.supply.answer.Statements;
import dev.denchi.api.supply.answer.Statements.Known;
import dev.denchi.api.supply.chain.Statement;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.identifier.RecordId;
import dev.denchi.model.ouranos.RecycledContentInput;
import dev.denchi.model.part.TraceId;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.trade.RequestType;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code dataTarget} recycledContent: which shares of the metals of Article 8 in a part are recycled, and the record that backs it. */
@Singleton
public class RecycledContentTarget {
    private static final Set<RecordKind> BACKING = Set.of(RecordKind.RECYCLED_CONTENT, RecordKind.LOT);

    private final Statements statements;
    private final OwnRecords records;
    private final StatementAnswers answers;

    RecycledContentTarget(Statements statements, OwnRecords records, StatementAnswers answers) {
        this.statements = statements;
        this.records = records;
        this.answers = answers;
    }

    public Uni<Response> get(Exchange exchange) {
        return answers.get(exchange, RequestType.RECYCLED_CONTENT, this::view);
    }

    public Uni<Response> put(Exchange exchange, byte[] body) {
        RecycledContentInput input = Inputs.recycledContent(body);
        exchange.requireOwn(input.operatorId());
        TraceId trace = TraceId.of(Objects.requireNonNull(input.traceId()));
        return answers.decided(input.acl())
                .chain(decided -> backing(exchange, input)
                        .chain(signed -> statements.state(
                                exchange.operator(),
                                RequestType.RECYCLED_CONTENT,
                                trace,
                                new Statement(signed, content(input)),
                                decided)))
                .chain(own -> view(exchange, trace.value(), own))
                .map(exchange::created);
    }

    /** {@code null} when it names none. */
    private Uni<Statement.Signed> backing(Exchange exchange, RecycledContentInput input) {
        return input.recordId() == null
                ? Uni.createFrom().nullItem()
                : records.current(exchange.operator(), new RecordId(UUID.fromString(input.recordId())), BACKING);
    }

    private static String content(RecycledContentInput input) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        Objects.requireNonNull(input.rows()).forEach(row -> {
            ObjectNode each = rows.addObject();
            each.put("element", row.element()).put("recycledClass", row.recycledClass());
            each.put("share", row.share()).put("elementMass", row.elementMass());
        });
        return rows.toString();
    }

    private Uni<Map<String, @Nullable Object>> view(Exchange exchange, UUID trace, Known known) {
        Statement statement = StatementAnswers.statement(known);
        JsonNode rows = StrictJson.read(Objects.requireNonNull(statement.content()));
        return answers.head(exchange, trace, known).invoke((Map<String, @Nullable Object> view) -> {
            view.put("recycledContent", rows);
            view.put("record", record(statement.record()));
        });
    }

    private static @Nullable Map<String, Object> record(Statement.@Nullable Signed signed) {
        if (signed == null) {
            return null;
        }
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("recordId", signed.id());
        record.put("version", signed.version());
        record.put("sha256", signed.sha256());
        return record;
    }
}
