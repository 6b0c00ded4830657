package dev.denchi.api.ouranos.statement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.api.ouranos.wire.Exchange;
import dev.denchi.api.ouranos.wire.Inputs;
import dev.denchi.api.serve.RecordReference;
import dev.denchi.api.sign.ServiceAddress;
import dev.denchi.api.statement.OwnRecords;
import dev.denchi.api.supply.answer.Statements;
import dev.denchi.api.supply.answer.Statements.Known;
import dev.denchi.api.supply.answer.Statements.Own;
import dev.denchi.api.supply.chain.Statement;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.ouranos.BatteryPassportInput;
import dev.denchi.model.part.TraceId;
import dev.denchi.model.passport.Subject;
import dev.denchi.model.trade.RequestType;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code dataTarget} batteryPassport: the passports that answer for a part, by their identifiers. What a customer sees of them is the access
 * policy's and its grant's to say; none is made here, as only administrators grant.
 */
@Singleton
public class BatteryPassportTarget {
    private static final String IDS = "digitalProductPassportIds";
    private static final String GRANT = "grantId";

    private final Statements statements;
    private final OwnRecords records;
    private final StatementAnswers answers;
    private final ServiceAddress address;

    BatteryPassportTarget(Statements statements, OwnRecords records, StatementAnswers answers, ServiceAddress address) {
        this.statements = statements;
        this.records = records;
        this.answers = answers;
        this.address = address;
    }

    public Uni<Response> get(Exchange exchange) {
        return answers.get(exchange, RequestType.PASSPORT, this::view);
    }

    public Uni<Response> put(Exchange exchange, byte[] body) {
        BatteryPassportInput input = Inputs.batteryPassport(body);
        exchange.requireOwn(input.operatorId());
        TraceId trace = TraceId.of(Objects.requireNonNull(input.traceId()));
        UUID grant = input.grantId() == null ? null : UUID.fromString(input.grantId());
        List<Subject> passports = Objects.requireNonNull(input.passports()).stream()
                .map(Subject::new)
                .toList();
        return records.requirePassports(exchange.operator(), passports)
                .chain(() -> records.requireGrant(exchange.operator(), grant))
                .chain(() -> answers.decided(input.acl()))
                .chain(decided -> statements.state(
                        exchange.operator(),
                        RequestType.PASSPORT,
                        trace,
                        new Statement(null, content(passports, grant)),
                        decided))
                .chain(own -> view(exchange, trace.value(), own))
                .map(exchange::created);
    }

    private static String content(List<Subject> passports, @Nullable UUID grant) {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        passports.forEach(passport -> content.withArray("/" + IDS).add(passport.value()));
        return content.put(GRANT, grant == null ? null : grant.toString()).toString();
    }

    private Uni<Map<String, @Nullable Object>> view(Exchange exchange, UUID trace, Known known) {
        JsonNode content = StrictJson.read(
                Objects.requireNonNull(StatementAnswers.statement(known).content()));
        return grant(exchange, known, content.path(GRANT).textValue())
                .chain(grant -> answers.head(exchange, trace, known).invoke((Map<String, @Nullable Object> view) -> {
                    view.put(GRANT, grant);
                    view.put("passports", passports(content.path(IDS)));
                }));
    }

    /** To a customer its own grant alone: whom else something was granted is none of its business. {@code null} is none. */
    private Uni<String> grant(Exchange exchange, Known known, @Nullable String id) {
        if (id == null) {
            return Uni.createFrom().nullItem();
        }
        return known instanceof Own
                ? Uni.createFrom().item(id)
                : records.granted(exchange.operator(), UUID.fromString(id)).map(grant -> grant == null ? null : id);
    }

    private List<Map<String, Object>> passports(JsonNode ids) {
        List<Map<String, Object>> passports = new ArrayList<>();
        for (JsonNode id : ids) {
            Map<String, Object> passport = new LinkedHashMap<>();
            passport.put("digitalProductPassportId", id.textValue());
            passport.put("href", address.publicUrl() + RecordReference.pathOf(new Subject(id.textValue())));
            passports.add(passport);
        }
        return passports;
    }
}
