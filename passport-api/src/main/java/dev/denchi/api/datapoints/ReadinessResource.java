package dev.denchi.api.datapoints;

import static dev.denchi.api.access.Role.AUTHORITY;
import static dev.denchi.api.access.Role.ECONOMIC_OPERATOR;
import static dev.denchi.api.access.Role.LEGITIMATE_INTEREST;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.api.access.Caller;
import dev.denchi.api.access.CurrentCaller;
import dev.denchi.api.access.OpenTo;
import dev.denchi.api.audit.ReadLog;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.serve.PassportAnswers;
import dev.denchi.api.serve.Passports;
import dev.denchi.api.store.record.Head;
import dev.denchi.api.store.record.StoredRecord;
import dev.denchi.api.store.record.Versions;
import dev.denchi.model.identifier.PassportIdentifier;
import dev.denchi.model.passport.RecordKind;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Judges a passport by all that its operator said, so nobody but this operator and the authorities may ask. */
@Path("/v1/dpps/{dppId}/readiness")
public class ReadinessResource {
    private final Passports passports;
    private final Versions versions;
    private final JudgeReadiness judge;
    private final PassportAnswers answers;
    private final ReadLog log;
    private final CurrentCaller caller;

    ReadinessResource(
            Passports passports,
            Versions versions,
            JudgeReadiness judge,
            PassportAnswers answers,
            ReadLog log,
            CurrentCaller caller) {
        this.passports = passports;
        this.answers = answers;
        this.log = log;
        this.versions = versions;
        this.judge = judge;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @OpenTo({ECONOMIC_OPERATOR, LEGITIMATE_INTEREST, AUTHORITY})
    public Uni<RestResponse<Map<String, Object>>> read(
            @RestPath String dppId, @RestQuery @Nullable String category, @RestQuery @Nullable String date) {
        DataPointsAsked asked = DataPointsAsked.of(category, date);
        Caller asking = caller.get();
        return passports
                .headsOf(parsed(dppId))
                .invoke(heads -> requireMayAsk(asking, heads.get(0)))
                .call(heads -> answers.readership(heads).flatMap(readership -> log.told(asking, readership, heads)))
                .flatMap(versions::of)
                .map(ReadinessResource::contents)
                .map(contents -> judge.answer(asked, contents))
                .map(ReadinessResource::forThisCallerAlone);
    }

    private static void requireMayAsk(Caller asking, Head battery) {
        if (asking.role() != AUTHORITY && !asking.belongsTo(battery.operator())) {
            throw Rejected.because(
                    ProblemType.FORBIDDEN, "only the passport's operator and authorities may ask what it lacks");
        }
    }

    private static Map<RecordKind, JsonNode> contents(List<StoredRecord> records) {
        Map<RecordKind, JsonNode> contents = new EnumMap<>(RecordKind.class);
        records.forEach(record ->
                contents.put(record.token().header().kind(), record.token().attributes()));
        return contents;
    }

    private static RestResponse<Map<String, Object>> forThisCallerAlone(Map<String, Object> answer) {
        return RestResponse.ResponseBuilder.ok(answer)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    private static PassportIdentifier parsed(String dppId) {
        try {
            return PassportIdentifier.parse(dppId);
        } catch (IllegalArgumentException e) {
            throw Rejected.because(ProblemType.MALFORMED_REQUEST, e.getMessage());
        }
    }
}
