package dev.denchi.api.ingest.together;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.serve.PassportParts;
import dev.denchi.api.serve.RecordReference;
import dev.denchi.api.serve.form.PassportGroups;
import dev.denchi.api.store.record.StoredRecord;
import dev.denchi.model.format.RecordDraft;
import dev.denchi.model.identifier.OperatorId;
import dev.denchi.model.passport.Battery;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.passport.Subject;
import dev.denchi.model.passport.Violation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Records that shall be issued together: those of one battery's passport, or some on one model. None of them is issued yet.
 *
 * @param byKind in the order of the kinds, of which each leans on those before
 * @param faults of the document around them
 */
record PassportDrafts(OperatorId operator, Map<RecordKind, RecordDraft> byKind, List<Violation> faults) {

    /** What can be read of what they speak about. */
    List<Subject> subjects() {
        return byKind.values().stream()
                .filter(draft -> draft.violations().isEmpty())
                .map(draft -> draft.content().subject(operator))
                .toList();
    }

    /** Those that nobody has issued. What is there already is shared with other passports, and stays as it is. */
    List<RecordDraft> missingFrom(Map<Subject, StoredRecord> known) {
        return byKind.values().stream()
                .filter(draft -> !draft.violations().isEmpty()
                        || !known.containsKey(draft.content().subject(operator)))
                .toList();
    }

    /** A record that is about something else would be kept, and never seen in this passport. */
    List<Violation> strangers() {
        RecordDraft own = Objects.requireNonNull(byKind.get(RecordKind.BATTERY));
        if (!own.violations().isEmpty()) {
            return List.of();
        }
        Battery battery = (Battery) own.content();
        List<Subject> parts = PassportParts.of(battery, battery.subject(operator), operator);
        return byKind.values().stream()
                .filter(draft -> draft.violations().isEmpty()
                        && !parts.contains(draft.content().subject(operator)))
                .map(draft -> new Violation(
                        pointer(draft),
                        "not-of-this-battery",
                        "it speaks about " + draft.content().subject(operator) + "; the passport is made of " + parts))
                .toList();
    }

    /** @throws Rejected when the battery's passport is there, or a record that is there says otherwise than its draft */
    void requireNew(Map<Subject, StoredRecord> known) {
        List<Violation> differences = new ArrayList<>();
        for (RecordDraft draft : byKind.values()) {
            StoredRecord current =
                    draft.violations().isEmpty() ? known.get(draft.content().subject(operator)) : null;
            if (current != null && draft.kind() == RecordKind.BATTERY) {
                throw exists(current.token().header().subject());
            }
            if (current != null) {
                differences.addAll(differences(draft, current));
            }
        }
        if (!differences.isEmpty()) {
            throw Rejected.differing(differences);
        }
    }

    static Rejected exists(Object subject) {
        return Rejected.because(
                ProblemType.SUBJECT_EXISTS,
                subject
                        + " is there already, or its product identifier is another passport's; to change a passport, patch it");
    }

    private static List<Violation> differences(RecordDraft draft, StoredRecord current) {
        ObjectNode said = current.token().attributes();
        return names(draft.document(), said).stream()
                .filter(name -> !draft.document().path(name).equals(said.path(name)))
                .map(name -> new Violation(
                        pointer(draft) + "/" + name,
                        "record-differs",
                        "the current record says otherwise; leave the group out, or put a new version to "
                                + RecordReference.pathOf(
                                        current.token().header().id())))
                .toList();
    }

    private static Collection<String> names(JsonNode one, JsonNode other) {
        Collection<String> names = new TreeSet<>();
        one.fieldNames().forEachRemaining(names::add);
        other.fieldNames().forEachRemaining(names::add);
        return names;
    }

    static String pointer(RecordDraft draft) {
        return "/" + PassportGroups.of(draft.kind());
    }
}
