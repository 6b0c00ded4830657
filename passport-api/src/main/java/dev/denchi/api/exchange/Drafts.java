package dev.denchi.api.exchange;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.api.ingest.IssueRecord;
import dev.denchi.api.ingest.Receipt;
import dev.denchi.api.ingest.Submission;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.ImportedDocument;
import dev.denchi.model.exchange.Imported;
import dev.denchi.model.format.MalformedJson;
import dev.denchi.model.format.RecordDraft;
import dev.denchi.model.format.RecordReader;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.passport.Battery;
import dev.denchi.model.passport.BatteryModel;
import dev.denchi.model.passport.Circumstances;
import dev.denchi.model.passport.PassportRules;
import dev.denchi.model.passport.RecordContent;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.passport.Violation;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Judges the drafts of an import, each with its model and battery beside it, and issues them one after the other. */
@Singleton
class Drafts {
    private final RecordReader reader;
    private final IssueRecord issueRecord;
    private final Clock clock;

    Drafts(RecordReader reader, IssueRecord issueRecord, Clock clock) {
        this.reader = reader;
        this.issueRecord = issueRecord;
        this.clock = clock;
    }

    Map<String, Object> answer(ImportedDocument document, Imported imported) {
        Map<String, Object> drafts = new LinkedHashMap<>();
        imported.drafts()
                .forEach((kind, draft) -> drafts.put(
                        kind.label(), Map.of("attributes", draft, "violations", violations(kind, imported))));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("importId", document.id().toString());
        answer.put("format", document.format());
        answer.put("receivedAt", document.receivedAt().toString());
        answer.put("drafts", drafts);
        answer.put("notTaken", Formats.json(imported.notTaken()));
        return answer;
    }

    /** One fault in one draft, and none of them is issued. */
    void requireFaultless(Imported imported) {
        List<Violation> all = new ArrayList<>();
        imported.drafts()
                .keySet()
                .forEach(kind -> violations(kind, imported)
                        .forEach(violation -> all.add(new Violation(
                                "/" + kind.label() + violation.pointer(), violation.rule(), violation.message()))));
        if (!all.isEmpty()) {
            throw Rejected.invalid(all);
        }
    }

    /** In the order of the kinds, of which each leans on those before. */
    Uni<Map<String, Object>> issued(ImportedDocument document, Imported imported) {
        return Multi.createFrom()
                .iterable(imported.drafts().entrySet())
                .onItem()
                .transformToUniAndConcatenate(draft -> issued(document, draft.getKey(), draft.getValue()))
                .collect()
                .asList()
                .map(outcomes -> {
                    Map<String, Object> answer = answer(document, imported);
                    answer.put("records", outcomes);
                    return answer;
                });
    }

    private Uni<Map<String, Object>> issued(ImportedDocument document, RecordKind kind, ObjectNode draft) {
        return issueRecord
                .issue(kind, new Submission(document.operator(), null, StrictJson.write(draft)))
                .map(receipt -> outcome(kind, receipt))
                .onFailure(Rejected.class)
                .recoverWithItem(failure -> outcome(kind, failure));
    }

    private static Map<String, Object> outcome(RecordKind kind, Receipt receipt) {
        return Map.of(
                "kind",
                kind.label(),
                "issued",
                true,
                "recordId",
                receipt.header().id().toString());
    }

    private static Map<String, Object> outcome(RecordKind kind, Rejected rejected) {
        return Map.of(
                "kind", kind.label(),
                "issued", false,
                "detail", rejected.detail(),
                "violations", rejected.violations());
    }

    /** By the same reading as a post: what a record may not hold is told here too. */
    private List<Violation> violations(RecordKind kind, Imported imported) {
        try {
            RecordDraft draft = reader.read(
                    kind, StrictJson.write(requireNonNull(imported.drafts().get(kind))));
            List<Violation> violations = new ArrayList<>(draft.violations());
            violations.addAll(PassportRules.judge(draft.content(), circumstances(imported)));
            return violations;
        } catch (MalformedJson e) {
            return List.of(new Violation("", "json", String.valueOf(e.getMessage())));
        }
    }

    private Circumstances circumstances(Imported imported) {
        return new Circumstances(
                LocalDate.now(clock),
                (BatteryModel) content(RecordKind.BATTERY_MODEL, imported),
                (Battery) content(RecordKind.BATTERY, imported),
                null);
    }

    private static @Nullable RecordContent content(RecordKind kind, Imported imported) {
        ObjectNode draft = imported.drafts().get(kind);
        return draft == null ? null : RecordReader.content(kind, draft);
    }
}
