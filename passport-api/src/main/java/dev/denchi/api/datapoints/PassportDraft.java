package dev.denchi.api.datapoints;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.api.ingest.together.DraftsTogether;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.serve.form.PassportGroups;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.passport.Violation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Records that nobody has saved, under the names of their groups in a passport. */
record PassportDraft(Map<RecordKind, JsonNode> contents) {

    /** @throws Rejected when it is no object of groups; what is in them is judged later */
    static PassportDraft read(byte[] body) {
        JsonNode groups = StrictJson.read(body);
        if (!groups.isObject()) {
            throw malformed("the body is no JSON object");
        }
        Map<RecordKind, JsonNode> contents = new EnumMap<>(RecordKind.class);
        groups.properties().forEach(group -> contents.put(kindOf(group.getKey()), group.getValue()));
        return new PassportDraft(contents);
    }

    /** All of all drafts, each with its place in the body. */
    List<Violation> violations(DraftsTogether judge) {
        List<Violation> all = new ArrayList<>();
        for (RecordKind kind : contents.keySet()) {
            String group = "/" + PassportGroups.of(kind);
            judge.violations(kind, contents).stream()
                    .map(found -> found.below(group))
                    .forEach(all::add);
        }
        return all;
    }

    private static RecordKind kindOf(String group) {
        return PassportGroups.kindOf(group).orElseThrow(() -> malformed("\"" + group + "\" is no group of a passport"));
    }

    private static Rejected malformed(String why) {
        return Rejected.because(ProblemType.MALFORMED_REQUEST, why + "; there are " + PassportGroups.names());
    }
}
