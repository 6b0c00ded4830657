package dev.denchi.api.datapoints;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.readiness.DataPoints;
import dev.denchi.model.readiness.Readiness;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

/** The one way to an answer, for what is saved and for what is not. */
@Singleton
class JudgeReadiness {
    private final DataPoints table;
    private final Clock clock;

    JudgeReadiness(DataPoints table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    Map<String, Object> answer(DataPointsAsked asked, Map<RecordKind, JsonNode> contents) {
        LocalDate date = asked.dateOr(LocalDate.now(clock), table.requiredFrom());
        return Readiness.of(table, asked.categoryOr(contents), date, contents).toJson();
    }
}
