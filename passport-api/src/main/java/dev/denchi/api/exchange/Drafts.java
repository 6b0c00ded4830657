package dev.denchi.api.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.api.ingest.IssueRecord;
import dev.denchi.api.ingest.Receipt;
import dev.denchi.api.ingest.Submission;
import dev.denchi.api.ingest.together.DraftsTogether;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.store.audit.Submitter;
import dev.denchi.api.store.upload.ImportedDocument;
import dev.denchi.model.exchange.Imported;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.passport.Violation;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Judges the drafts of an import, each with its model and battery beside it, and issues them one after the other. */
@Singleton
class Drafts {
    private final DraftsTogether together;
    private final IssueRecord issueRecord;

    Drafts(DraftsTogether together, IssueRecord issueRecord) {
        this.together = together;
        this.issueRecord = issueRecord;
    }

    Map<String, Object> answer(ImportedDocument document, Imported imported) {
        Map<String, Object> drafts = new LinkedHashMap<>();
        imported.drafts()
                .forEach((kind, draft) -> drafts.put(
                        kind.label(),
                        Map.of("attributes", draft, "violations", together.violations(kind, imported.drafts()))));
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
        for (RecordKind kind : imported.drafts().keySet()) {
            together.violations(kind, imported.drafts()).stream()
                    .map(found -> found.below("/" + kind.label()))
                    .forEach(all::add);
        }
        if (!all.isEmpty()) {
            throw Rejected.invalid(all);
        }
    }

    /** In the order of the kinds, of which each leans on those before. */
    Uni<Map<String, Object>> issued(Submitter submitter, ImportedDocument document, Imported imported) {
        return Multi.createFrom()
                .iterable(imported.drafts().entrySet())
                .onItem()
                .transformToUniAndConcatenate(draft -> issued(submitter, draft.getKey(), draft.getValue()))
                .collect()
                .asList()
                .map(outcomes -> {
                    Map<String, Object> answer = answer(document, imported);
                    answer.put("records", outcomes);
                    return answer;
                });
    }

    private Uni<Map<String, Object>> issued(Submitter submitter, RecordKind kind, ObjectNode draft) {
        return issueRecord
                .issue(kind, new Submission(submitter, null, StrictJson.write(draft)))
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
}
