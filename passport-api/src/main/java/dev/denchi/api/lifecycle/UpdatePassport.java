package dev.denchi.api.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.api.access.Caller;
import dev.denchi.api.ingest.IssueRecord;
import dev.denchi.api.ingest.Receipt;
import dev.denchi.api.ingest.Submission;
import dev.denchi.api.ingest.SupersedeRecord;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.serve.PassportAnswers;
import dev.denchi.api.serve.RecordReference;
import dev.denchi.api.serve.form.ElementPath;
import dev.denchi.api.store.record.Head;
import dev.denchi.api.store.record.StoredRecord;
import dev.denchi.api.store.record.Versions;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.passport.RecordKind;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Turns a change of a passport into a new version of the record that it touches, judged and signed like any other. */
@Singleton
class UpdatePassport {
    private final Versions versions;
    private final IssueRecord issueRecord;
    private final SupersedeRecord supersedeRecord;

    UpdatePassport(Versions versions, IssueRecord issueRecord, SupersedeRecord supersedeRecord) {
        this.versions = versions;
        this.issueRecord = issueRecord;
        this.supersedeRecord = supersedeRecord;
    }

    /** EN 18222, UpdateDPPById. All of the patch is adopted, or nothing. */
    Uni<Receipt> patch(List<Head> passport, JsonNode document, Caller caller, @Nullable String key) {
        requireOperator(passport, caller);
        PassportPatch patch = PassportPatch.of(document);
        return change(
                passport,
                patch.kind(),
                attributes -> (ObjectNode) MergePatch.applied(attributes, patch.patch()),
                caller,
                key);
    }

    /** EN 18222, UpdateDataElement. An object is merged into what is there; any other value takes its place. */
    Uni<Receipt> element(List<Head> passport, ElementPath path, JsonNode value, Caller caller, @Nullable String key) {
        requireOperator(passport, caller);
        String group = path.steps().isEmpty() ? "" : path.steps().get(0).member();
        RecordKind kind = Optional.ofNullable(PassportPatch.OWN.get(group))
                .orElseThrow(
                        () -> Rejected.because(
                                ProblemType.MALFORMED_REQUEST,
                                "only elements of $.battery and $.condition are this passport's alone; change others at /v1/records/{recordId}"));
        if (path.steps().size() == 1 && !value.isObject()) {
            throw Rejected.because(ProblemType.MALFORMED_REQUEST, "$." + group + " is an object");
        }
        return change(
                passport,
                kind,
                attributes -> path.below().replacedIn(attributes, now -> MergePatch.applied(now, value)),
                caller,
                key);
    }

    private Uni<Receipt> change(
            List<Head> passport,
            RecordKind kind,
            UnaryOperator<ObjectNode> change,
            Caller caller,
            @Nullable String key) {
        return versions.of(passport).flatMap(records -> {
            Optional<StoredRecord> current = records.stream()
                    .filter(record -> record.token().header().kind() == kind)
                    .findFirst();
            byte[] changed = StrictJson.write(
                    change.apply(current.map(record -> record.token().attributes())
                            .orElseGet(() -> (ObjectNode) StrictJson.toNode(Map.of()))));
            Submission submission =
                    Submission.of(caller, "PATCH " + passport.get(0).subject() + " " + kind.label(), key, changed);
            return current.map(record -> supersede(record, submission))
                    .orElseGet(() -> issueRecord.issue(kind, submission));
        });
    }

    private Uni<Receipt> supersede(StoredRecord current, Submission submission) {
        var header = current.token().header();
        return supersedeRecord.supersede(
                header.id(),
                RecordReference.etagOf(header.version(), current.token().sha256()),
                submission);
    }

    /** EN 18222 knows no precondition: one that is sent holds, and without one the change is made to what is current. */
    static void requireMatch(List<Head> passport, @Nullable String ifMatch) {
        if (ifMatch != null && !PassportAnswers.matches(ifMatch, passport)) {
            throw Rejected.because(
                    ProblemType.STALE_VERSION, "the passport has changed since; read it and repeat the change on it");
        }
    }

    static void requireOperator(List<Head> passport, Caller caller) {
        if (!caller.writingOperator().equals(passport.get(0).operator())) {
            throw Rejected.because(ProblemType.FORBIDDEN, "the passport is another operator's");
        }
    }
}
