package dev.denchi.model.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.model.format.StrictJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The samples that the makers of the formats publish come in, and go out again. */
class SamplesTest {
    @ParameterizedTest
    @MethodSource("dev.denchi.model.exchange.Samples#all")
    void a_sample_comes_in_alone_and_says_something(Samples.Sample sample) throws IOException {
        Imported imported = format(sample).read(sample.bytes());
        // a metadata sample without a UUID has nothing that a record says
        assertTrue(!imported.drafts().isEmpty() || !imported.notTaken().isEmpty());
        assertTrue(imported.notTaken().stream()
                .allMatch(note ->
                        note.part().equals(sample.document()) && !note.reason().isBlank()));
    }

    @ParameterizedTest
    @MethodSource("dev.denchi.model.exchange.Samples#all")
    void every_difference_between_a_sample_and_what_its_drafts_give_back_is_named(Samples.Sample sample)
            throws IOException {
        Imported imported = format(sample).read(sample.bytes());
        Map<String, String> before = leaves(sample.tree());
        Map<String, String> after = leaves(givenBack(sample, imported));
        List<String> unnamed = new ArrayList<>();
        before.forEach((pointer, value) -> {
            boolean named = imported.notTaken().stream()
                    .anyMatch(note -> pointer.equals(note.pointer()) || pointer.startsWith(note.pointer() + "/"));
            if (!value.equals(after.get(pointer)) && !named) {
                unnamed.add(pointer);
            }
        });
        assertEquals(List.of(), unnamed);
    }

    @ParameterizedTest
    @MethodSource("dev.denchi.model.exchange.Samples#all")
    void with_its_import_beside_it_an_export_is_the_sample(Samples.Sample sample) throws IOException {
        Export.Done done = exported(sample);
        assertEquals(leaves(sample.tree()), leaves(done.documents().path(sample.document())));
    }

    @ParameterizedTest
    @MethodSource("dev.denchi.model.exchange.Samples#all")
    void an_export_is_valid_where_the_sample_is(Samples.Sample sample) throws IOException {
        assumeTrue(sample.faults(sample.tree()).isEmpty(), "skipped: upstream's own sample is not valid");
        assertEquals(List.of(), sample.faults(exported(sample).documents().path(sample.document())));
    }

    @ParameterizedTest
    @MethodSource("dev.denchi.model.exchange.Samples#all")
    void a_field_that_the_schema_requires_is_missed(Samples.Sample sample) throws IOException {
        assumeTrue(sample.faults(sample.tree()).isEmpty(), "skipped: upstream's own sample is not valid");
        List<String> unnoticed = new ArrayList<>();
        for (String pointer : leaves(sample.tree()).keySet()) {
            ObjectNode without = (ObjectNode) sample.tree();
            remove(without, pointer);
            boolean wanted = sample.faults(without).stream().anyMatch(fault -> fault.contains("required"));
            if (wanted != isIncomplete(sample, without)) {
                unnoticed.add(pointer);
            }
        }
        assertEquals(List.of(), unnoticed);
    }

    private static boolean isIncomplete(Samples.Sample sample, ObjectNode document) {
        byte[] bytes = StrictJson.write(Map.of(sample.document(), document));
        return format(sample).write(parts(format(sample).read(bytes)), Set.of(sample.document()), bytes)
                instanceof Export.Incomplete;
    }

    private static Export.Done exported(Samples.Sample sample) throws IOException {
        Export export = format(sample)
                .write(parts(format(sample).read(sample.bytes())), Set.of(sample.document()), sample.bytes());
        // a sample that lacks what its own schema requires cannot go out
        assumeTrue(
                export instanceof Export.Done || sample.faults(sample.tree()).isEmpty(),
                "skipped: upstream's sample lacks required fields");
        assertInstanceOf(Export.Done.class, export);
        return (Export.Done) export;
    }

    /** Without the import beside it. */
    private static JsonNode givenBack(Samples.Sample sample, Imported imported) {
        return ((TableFormat) format(sample))
                .rendered(parts(imported), Set.of(sample.document()))
                .path(sample.document());
    }

    static Map<String, JsonNode> parts(Imported imported) {
        Map<String, JsonNode> parts = new HashMap<>();
        imported.drafts().forEach((kind, draft) -> parts.put(kind.label(), draft));
        return parts;
    }

    private static ExchangeFormat format(Samples.Sample sample) {
        return ExchangeFormats.named(sample.format()).orElseThrow();
    }

    /** Each leaf by its pointer, numbers with their scale; empty containers are leaves. */
    static Map<String, String> leaves(JsonNode tree) {
        Map<String, String> leaves = new TreeMap<>();
        collect(tree, "", leaves);
        return leaves;
    }

    private static void collect(JsonNode node, String pointer, Map<String, String> leaves) {
        if (node.isContainerNode() && !node.isEmpty()) {
            node.properties().forEach(member -> collect(member.getValue(), pointer + "/" + member.getKey(), leaves));
            for (int i = 0; node.isArray() && i < node.size(); i++) {
                collect(node.get(i), pointer + "/" + i, leaves);
            }
        } else {
            leaves.put(pointer, node.isNumber() ? node.decimalValue().toString() : node.toString());
        }
    }

    private static void remove(JsonNode tree, String pointer) {
        int slash = pointer.lastIndexOf('/');
        String last = pointer.substring(slash + 1);
        JsonNode parent = tree.at(pointer.substring(0, slash));
        if (parent instanceof ObjectNode object) {
            object.remove(last);
        }
    }
}
