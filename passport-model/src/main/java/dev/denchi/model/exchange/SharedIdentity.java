package dev.denchi.model.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.model.exchange.conversion.Readings;
import dev.denchi.model.exchange.conversion.Tree;
import dev.denchi.model.passport.RecordKind;
import java.util.List;
import java.util.Map;

/** What several records of one passport say alike, said once by a foreign document: model, plant, passport, operator. */
final class SharedIdentity {
    private record Said(RecordKind by, String pointer, List<RecordKind> alsoBy) {}

    private static final List<Said> SAID = List.of(
            new Said(
                    RecordKind.BATTERY_MODEL,
                    "/modelId",
                    List.of(
                            RecordKind.BATTERY,
                            RecordKind.CONDITION,
                            RecordKind.CARBON_FOOTPRINT,
                            RecordKind.RECYCLED_CONTENT)),
            new Said(
                    RecordKind.BATTERY, "/facility", List.of(RecordKind.CARBON_FOOTPRINT, RecordKind.RECYCLED_CONTENT)),
            new Said(RecordKind.BATTERY, "/batteryPassportIdentifier", List.of(RecordKind.CONDITION)),
            new Said(RecordKind.BATTERY, "/operatorInformation", List.of(RecordKind.DUE_DILIGENCE)));

    private SharedIdentity() {}

    static void spread(Map<RecordKind, ObjectNode> drafts) {
        for (Said said : SAID) {
            JsonNode value = Tree.at(draft(drafts, said.by()), said.pointer());
            said.alsoBy().stream()
                    .map(kind -> draft(drafts, kind))
                    .filter(draft -> !value.isMissingNode() && !draft.isEmpty())
                    .filter(draft -> Tree.at(draft, said.pointer()).isMissingNode())
                    .forEach(draft -> Tree.put(draft, said.pointer(), value));
        }
        Readings.dateWhole(draft(drafts, RecordKind.CONDITION));
    }

    private static ObjectNode draft(Map<RecordKind, ObjectNode> drafts, RecordKind kind) {
        return drafts.getOrDefault(kind, Tree.object());
    }
}
