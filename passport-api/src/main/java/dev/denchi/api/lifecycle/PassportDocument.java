package dev.denchi.api.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.api.serve.PassportAnswers.Form;
import dev.denchi.api.serve.form.CompressedForm;
import dev.denchi.api.serve.form.PassportGroups;
import dev.denchi.api.serve.form.PassportHeader;
import dev.denchi.model.format.RecordReader;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.passport.Battery;
import dev.denchi.model.passport.RecordKind;
import dev.denchi.model.passport.Violation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A passport that somebody wants to have made, in one of the forms in which it would be read: EN 18223's header, and records as groups.
 *
 * @param header the members besides the groups
 * @param groups what each record shall say, the battery's among them
 */
record PassportDocument(ObjectNode header, Map<RecordKind, JsonNode> groups) {
    private static final String ELEMENTS = "elements";

    /** The service's to say; whoever sends back what he read sends them too. */
    private static final Set<String> NOT_READ =
            Set.of("lastUpdated", "contentSpecificationIds", "revokedRecords", "roles");

    /** What the header and the battery's record both say, by its name in the record. */
    private static final Map<String, String> IDENTIFIERS = Map.of(
            "digitalProductPassportId", "batteryPassportIdentifier", "uniqueProductIdentifier", "productIdentifier");

    /** @throws Rejected with all that keeps it from being read; what is in the groups is judged later */
    static PassportDocument read(byte[] body, Form form) {
        JsonNode document = StrictJson.read(body);
        if (!document.isObject()) {
            throw Rejected.because(ProblemType.MALFORMED_REQUEST, "a passport is a JSON object");
        }
        List<Violation> violations = new ArrayList<>();
        ObjectNode header = JsonNodeFactory.instance.objectNode();
        Map<RecordKind, JsonNode> groups = new EnumMap<>(RecordKind.class);
        for (Map.Entry<String, JsonNode> member :
                compressed((ObjectNode) document, form, violations).properties()) {
            Optional<RecordKind> kind = PassportGroups.kindOf(member.getKey());
            if (kind.isPresent()) {
                groups.put(kind.get(), member.getValue());
            } else {
                header.set(member.getKey(), member.getValue());
            }
        }
        groups.computeIfPresent(RecordKind.BATTERY, (kind, said) -> withIdentifiers(said, header));
        if (!groups.containsKey(RecordKind.BATTERY)) {
            violations.add(
                    new Violation("", "battery-is-there", "a passport is a battery's; it has the group battery"));
        }
        if (!violations.isEmpty()) {
            throw Rejected.malformed(violations);
        }
        return new PassportDocument(header, groups);
    }

    /** What the header says otherwise than the records, or what no header says. */
    List<Violation> faults(String economicOperatorId) {
        Battery battery = (Battery)
                RecordReader.content(RecordKind.BATTERY, Objects.requireNonNull(groups.get(RecordKind.BATTERY)));
        Map<String, String> derived = PassportHeader.of(battery, economicOperatorId);
        List<Violation> faults = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : header.properties()) {
            String name = member.getKey();
            String expected = derived.get(name);
            if (expected != null && !expected.equals(member.getValue().textValue())) {
                faults.add(fault(name, "header-is-derived", "by the records it is " + expected));
            } else if (!PassportHeader.MEMBERS.contains(name) && !NOT_READ.contains(name)) {
                faults.add(fault(name, "member-of-a-passport", "a passport has no such member"));
            }
        }
        return faults;
    }

    private static ObjectNode compressed(ObjectNode document, Form form, List<Violation> violations) {
        if (form == Form.COMPRESSED) {
            return document;
        }
        ObjectNode compressed = document.deepCopy();
        CompressedForm groups = new CompressedForm();
        compressed.setAll(groups.object("/" + ELEMENTS, document.path(ELEMENTS)));
        compressed.remove(ELEMENTS);
        violations.addAll(groups.violations());
        return compressed;
    }

    /** Said once in this document, they belong to what the operator signs. */
    private static JsonNode withIdentifiers(JsonNode said, ObjectNode header) {
        if (!said.isObject()) {
            return said;
        }
        ObjectNode battery = said.deepCopy();
        IDENTIFIERS.forEach((inHeader, inRecord) -> {
            if (header.has(inHeader) && !battery.has(inRecord)) {
                battery.set(inRecord, header.get(inHeader));
            }
        });
        return battery;
    }

    private static Violation fault(String member, String rule, String message) {
        return new Violation("/" + member.replace("~", "~0").replace("/", "~1"), rule, message);
    }
}
