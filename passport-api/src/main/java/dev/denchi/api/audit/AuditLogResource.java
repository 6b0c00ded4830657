package dev.denchi.api.audit;

import static dev.denchi.api.access.Role.AUTHORITY;
import static dev.denchi.api.access.Role.ECONOMIC_OPERATOR;
import static dev.denchi.api.access.Role.LEGITIMATE_INTEREST;

import dev.denchi.api.access.Caller;
import dev.denchi.api.access.CurrentCaller;
import dev.denchi.api.access.OpenTo;
import dev.denchi.api.access.Role;
import dev.denchi.api.problem.Parameters;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.audit.AuditEntry;
import dev.denchi.api.store.audit.AuditLog;
import dev.denchi.api.store.audit.AuditLog.SignedCheckpoint;
import dev.denchi.model.audit.AuditExport;
import dev.denchi.model.audit.AuditRow;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.identifier.OperatorId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Exports an operator's audit log, to its administrators and to authorities. That it was read is told in it. */
@Path("/v1/audit-log")
public class AuditLogResource {
    private static final int MOST = 10_000;

    private final AuditLog log;
    private final CurrentCaller caller;
    private final Clock clock;

    AuditLogResource(AuditLog log, CurrentCaller caller, Clock clock) {
        this.log = log;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Produces("application/x-ndjson")
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST, AUTHORITY})
    public Uni<Response> export(
            @RestQuery @Nullable String operator,
            @RestQuery @DefaultValue("0") String after,
            @RestQuery @DefaultValue("1000") String limit) {
        OperatorId whose = whose(caller.get(), operator);
        long first = number("after", after, 0, Long.MAX_VALUE);
        int most = (int) number("limit", limit, 1, MOST);
        return log.append(List.of(read(whose, first)))
                .chain(() -> log.rows(whose, first, most))
                .flatMap(rows -> log.checkpoints(whose, first, last(rows, first))
                        .map(checkpoints -> answer(whose, rows, checkpoints, most)));
    }

    private AuditEntry read(OperatorId whose, long after) {
        Map<String, Object> what = new LinkedHashMap<>();
        what.put("by", caller.get().known().json());
        what.put("after", after);
        return AuditEntry.of(whose, "audit-log.read", clock.instant(), what);
    }

    /** Checkpoints stand before the rows that they vouch for, as a verifier needs them. */
    private static Response answer(
            OperatorId whose, List<AuditRow> rows, List<SignedCheckpoint> checkpoints, int most) {
        String lines = Stream.concat(
                        checkpoints.stream().map(SignedCheckpoint::token).map(AuditExport::line),
                        rows.stream().map(AuditRow::json))
                .map(line -> new String(StrictJson.write(line), StandardCharsets.UTF_8) + "\n")
                .collect(Collectors.joining());
        Response.ResponseBuilder answer = Response.ok(lines).header(HttpHeaders.CACHE_CONTROL, "private, no-store");
        return rows.size() < most
                ? answer.build()
                : answer.header(
                                HttpHeaders.LINK,
                                "</v1/audit-log?operator=" + whose + "&after=" + last(rows, 0) + "&limit=" + most
                                        + ">; rel=\"next\"")
                        .build();
    }

    private static long last(List<AuditRow> rows, long first) {
        return rows.isEmpty() ? first : rows.get(rows.size() - 1).sequence();
    }

    private static OperatorId whose(Caller reading, @Nullable String operator) {
        if (reading.role() != Role.AUTHORITY) {
            OperatorId own = reading.administeredOperator();
            if (operator != null && !operator.equals(own.value())) {
                throw Rejected.because(ProblemType.FORBIDDEN, "the audit log of another operator is not for you");
            }
            return own;
        }
        if (operator == null) {
            throw Rejected.because(ProblemType.MALFORMED_REQUEST, "say whose log: operator=");
        }
        return Parameters.operator(operator);
    }

    private static long number(String name, String text, long least, long most) {
        if (text.matches("0|[1-9][0-9]{0,17}")) {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw Rejected.because(
                ProblemType.MALFORMED_REQUEST,
                name + " is a whole number from " + least + " to " + most + ", not " + text);
    }
}
