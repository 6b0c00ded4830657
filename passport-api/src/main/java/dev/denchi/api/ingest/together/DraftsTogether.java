package dev.denchi.api.ingest.together;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.format.MalformedJson;
import dev.denchi.model.format.RecordDraft;
import dev.denchi.model.format.RecordReader;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.passport.Battery;
import dev.denchi.model.passport.BatteryModel;
import dev.denchi.model.passport.RecordContent;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.passport.Violation;
import dev.denchi.model.passport.rule.Circumstances;
import dev.denchi.model.passport.rule.PassportRules;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Judges drafts that nobody has posted yet, each with its model and battery among them: of what is kept nothing is read. */
@Singleton
public class DraftsTogether {
    private final RecordReader reader;
    private final Clock clock;

    DraftsTogether(RecordReader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    /** By the same reading as a post: what a record may not hold is told here too. */
    public List<Violation> violations(RecordKind kind, Map<RecordKind, ? extends JsonNode> drafts) {
        try {
            RecordDraft draft = reader.read(kind, StrictJson.write(Objects.requireNonNull(drafts.get(kind))));
            List<Violation> violations = new ArrayList<>(draft.violations());
            violations.addAll(PassportRules.judge(draft.content(), circumstances(drafts)));
            return violations;
        } catch (MalformedJson e) {
            return List.of(new Violation("", "json", String.valueOf(e.getMessage())));
        }
    }

    private Circumstances circumstances(Map<RecordKind, ? extends JsonNode> drafts) {
        return new Circumstances(
                LocalDate.now(clock),
                (BatteryModel) content(RecordKind.BATTERY_MODEL, drafts),
                (Battery) content(RecordKind.BATTERY, drafts),
                null);
    }

    private static @Nullable RecordContent content(RecordKind kind, Map<RecordKind, ? extends JsonNode> drafts) {
        JsonNode draft = drafts.get(kind);
        return draft == null ? null : RecordReader.content(kind, draft);
    }
}
