package dev.denchi.api.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.passport.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a patch of a passport changes: one of the records that belong to this battery alone.
 *
 * <p>The other records are shared by all batteries of a model, a plant or an operator; a change of one passport must not change the
 * passports of all the others.
 *
 * @param kind the record
 * @param patch for its attributes
 */
record PassportPatch(RecordKind kind, JsonNode patch) {
    static final Map<String, RecordKind> OWN = Map.of("battery", RecordKind.BATTERY, "condition", RecordKind.CONDITION);
    static final Set<String> SHARED = Set.of("batteryModel", "carbonFootprint", "recycledContent", "dueDiligence");

    /** @throws Rejected with all that cannot be changed this way */
    static PassportPatch of(JsonNode document) {
        if (!document.isObject()) {
            throw Rejected.because(ProblemType.MALFORMED_REQUEST, "a patch is a JSON object (RFC 7396)");
        }
        List<Violation> violations = new ArrayList<>();
        List<PassportPatch> patches = new ArrayList<>();
        document.properties().forEach(member -> {
            RecordKind kind = OWN.get(member.getKey());
            if (kind != null && member.getValue().isObject()) {
                patches.add(new PassportPatch(kind, member.getValue()));
            } else {
                violations.add(fault(member.getKey(), kind != null));
            }
        });
        if (patches.size() > 1) {
            violations.add(new Violation(
                    "",
                    "one-record-a-patch",
                    "a patch is adopted as a whole or not at all: change battery and condition one by one"));
        }
        if (!violations.isEmpty()) {
            throw Rejected.malformed(violations);
        }
        return patches.stream()
                .findFirst()
                .orElseThrow(() -> Rejected.because(
                        ProblemType.MALFORMED_REQUEST, "the patch changes nothing; it has battery or condition"));
    }

    private static Violation fault(String member, boolean own) {
        String pointer = "/" + member.replace("~", "~0").replace("/", "~1");
        if (own) {
            return new Violation(pointer, "record-stays", "a record is an object and is never removed");
        }
        return SHARED.contains(member)
                ? new Violation(
                        pointer,
                        "shared-record",
                        "this record belongs to the passports of other batteries, too: put a new version of it to /v1/records/{recordId}")
                : new Violation(pointer, "header-is-derived", "the header of a passport follows from its records");
    }
}
