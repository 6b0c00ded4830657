package dev.denchi.model.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.model.exchange.conversion.Comparison;
import dev.denchi.model.exchange.conversion.Tree;
import dev.denchi.model.format.MalformedJson;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.passport.RecordKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A format whose fields are told by tables, one for each of its documents. */
final class TableFormat implements ExchangeFormat {
    private final String name;
    private final List<MappingTable> tables;

    TableFormat(String name, List<MappingTable> tables) {
        this.name = name;
        this.tables = List.copyOf(tables);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<String> documents() {
        return tables.stream().map(MappingTable::document).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public Imported read(byte[] bytes) {
        ObjectNode original = bundle(bytes);
        Map<RecordKind, ObjectNode> drafts = drafts(original);
        JsonNode givenBack = rendered(byLabel(drafts), documents());
        List<Note> notTaken = Comparison.differences(original, givenBack).stream()
                .map(pointer -> note(pointer, Reasons.notTaken(mappings(documents()), pointer, givenBack)))
                .toList();
        return new Imported(drafts, notTaken);
    }

    @Override
    public Export write(Map<String, ? extends JsonNode> parts, Set<String> documents, byte @Nullable [] original) {
        JsonNode now = rendered(parts, documents);
        ObjectNode result = original == null ? (ObjectNode) now : withOriginal(bundle(original), now, documents);
        List<Mapping> mappings = mappings(documents);
        List<Note> missing = RequiredFields.missing(mappings, result).stream()
                .map(pointer -> note(pointer, Reasons.missing(mappings, pointer, parts)))
                .toList();
        return missing.isEmpty()
                ? new Export.Done(result, losses(parts, result, documents))
                : new Export.Incomplete(missing);
    }

    private ObjectNode withOriginal(ObjectNode original, JsonNode now, Set<String> documents) {
        JsonNode base = rendered(byLabel(drafts(original)), documents);
        return (ObjectNode) Comparison.merged(original.retain(documents), base, now);
    }

    private List<Note> losses(Map<String, ? extends JsonNode> parts, ObjectNode result, Set<String> documents) {
        Map<RecordKind, ObjectNode> readAgain = drafts(result);
        List<Note> losses = new ArrayList<>();
        for (RecordKind kind : RecordKind.ofPassports()) {
            JsonNode part = parts.get(kind.label());
            if (part != null) {
                JsonNode again = Objects.requireNonNullElse(readAgain.get(kind), Tree.object());
                Comparison.differences(part, again)
                        .forEach(pointer -> losses.add(new Note(
                                kind.label(),
                                pointer,
                                Reasons.lost(mappings(documents), kind.label(), pointer, Tree.at(again, pointer)))));
            }
        }
        return List.copyOf(losses);
    }

    /** The documents by name; a document that came alone is recognised by its members. */
    private ObjectNode bundle(byte[] bytes) {
        if (!(StrictJson.readForeign(bytes) instanceof ObjectNode body)) {
            throw new MalformedJson("a document of " + name + " is a JSON object");
        }
        if (!body.isEmpty() && members(body).stream().allMatch(documents()::contains)) {
            return body;
        }
        MappingTable table = tables.stream()
                .filter(candidate -> members(body).stream().anyMatch(candidate.topMembers()::contains))
                .findFirst()
                .orElseThrow(() -> new MalformedJson("none of the members is one of " + name
                        + "; send one of its documents, or an object with the members " + documents()));
        ObjectNode bundle = Tree.object();
        bundle.set(table.document(), body);
        return bundle;
    }

    private Map<RecordKind, ObjectNode> drafts(ObjectNode original) {
        Map<RecordKind, ObjectNode> drafts = new EnumMap<>(RecordKind.class);
        for (Mapping mapping : mappings(documents())) {
            RecordKind.ofLabel(Objects.requireNonNullElse(mapping.part(), ""))
                    .ifPresent(kind -> take(mapping, original, drafts, kind));
        }
        SharedIdentity.spread(drafts);
        return drafts;
    }

    private static void take(
            Mapping mapping, ObjectNode original, Map<RecordKind, ObjectNode> drafts, RecordKind kind) {
        for (List<Integer> indexes : Tree.indexes(original, mapping.theirs())) {
            JsonNode theirs = Tree.at(original, Tree.filled(mapping.theirs(), indexes));
            JsonNode ours =
                    theirs.isMissingNode() ? theirs : mapping.converter().in().apply(theirs);
            if (!ours.isMissingNode()) {
                ObjectNode draft = drafts.computeIfAbsent(kind, key -> Tree.object());
                Tree.put(draft, Tree.filled(mapping.ours(), indexes), ours);
            }
        }
    }

    /** What the records alone give. */
    JsonNode rendered(Map<String, ? extends JsonNode> parts, Set<String> documents) {
        ObjectNode result = Tree.object();
        for (Mapping mapping : mappings(documents)) {
            JsonNode part = parts.get(Objects.requireNonNullElse(mapping.part(), ""));
            if (mapping.isMapped() && part != null) {
                give(mapping, part, result);
            }
        }
        mappings(documents).stream()
                .filter(Mapping::isConstant)
                .filter(mapping -> result.has(mapping.theirs().split("/", -1)[1]))
                .forEach(mapping -> Tree.put(result, mapping.theirs(), Tree.NODES.textNode(mapping.reason())));
        return result;
    }

    private static void give(Mapping mapping, JsonNode part, ObjectNode result) {
        for (List<Integer> indexes : Tree.indexes(part, mapping.ours())) {
            String pointer = Tree.filled(mapping.theirs(), indexes);
            JsonNode ours = Tree.at(part, Tree.filled(mapping.ours(), indexes));
            if (Tree.at(result, pointer).isMissingNode()) {
                JsonNode theirs = mapping.converter().out().apply(ours, part);
                if (!theirs.isMissingNode()) {
                    Tree.put(result, pointer, theirs);
                }
            }
        }
    }

    private List<Mapping> mappings(Set<String> documents) {
        return tables.stream()
                .filter(table -> documents.contains(table.document()))
                .flatMap(table -> table.mappings().stream())
                .toList();
    }

    private static Note note(String pointer, String reason) {
        int end = pointer.indexOf('/', 1);
        return end < 0
                ? new Note(pointer.substring(1), "", reason)
                : new Note(pointer.substring(1, end), pointer.substring(end), reason);
    }

    private static Map<String, ObjectNode> byLabel(Map<RecordKind, ObjectNode> drafts) {
        return drafts.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().label(), Map.Entry::getValue));
    }

    private static Set<String> members(ObjectNode object) {
        Set<String> members = new LinkedHashSet<>();
        object.fieldNames().forEachRemaining(members::add);
        return members;
    }
}
