package dev.denchi.model.credential;

import static dev.denchi.model.credential.SignedExamples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.model.access.AccessPoint;
import dev.denchi.model.access.Reader;
import dev.denchi.model.format.Examples;
import dev.denchi.model.passport.RecordKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the public could count is the same whatever the record hides. */
class DigestCountsTest {
    private static final SignedExamples SAKURA = SignedExamples.bySakura();

    @Test
    void a_condition_with_an_accident_looks_to_the_public_like_one_without() {
        var without = Examples.without(RecordKind.CONDITION, "/informationOnAccidents");
        assertEquals(
                counts(signed(RecordKind.CONDITION, Examples.of(RecordKind.CONDITION))),
                counts(signed(RecordKind.CONDITION, without)));
    }

    @Test
    void a_group_that_is_not_there_at_all_looks_as_if_it_were() {
        var bare = Examples.of(RecordKind.BATTERY_MODEL);
        bare.remove(List.of("circularity", "conformity"));
        var counted = counts(signed(RecordKind.BATTERY_MODEL, bare));
        assertEquals(counts(signed(RecordKind.BATTERY_MODEL, Examples.of(RecordKind.BATTERY_MODEL))), counted);
        assertTrue(counted.containsKey("/circularity"));
    }

    @Test
    void where_everything_is_public_there_are_no_decoys() {
        var shorter = Examples.without(RecordKind.BATTERY_MODEL, "/warrantyPeriod");
        RecordToken token = signed(RecordKind.BATTERY_MODEL, shorter);
        assertEquals(0, token.undisclosed());
        RecordToken whole = signed(RecordKind.BATTERY_MODEL, Examples.of(RecordKind.BATTERY_MODEL));
        assertEquals(counts(whole).getOrDefault("", 0), counts(token).getOrDefault("", 0) + 1);
    }

    @Test
    void decoys_are_undisclosed_like_what_was_cut_out() {
        var without = Examples.without(RecordKind.CONDITION, "/informationOnAccidents");
        RecordToken token = signed(RecordKind.CONDITION, without);
        RecordToken cut = token.cut(SignedExamples.POLICY, Reader.of(Set.of(AccessPoint.POINT_1)));
        assertTrue(token.undisclosed() > 0);
        assertEquals(
                token.undisclosed() + token.pointers().size(),
                cut.undisclosed() + cut.pointers().size());
        assertEquals(without, RecordToken.parse(token.serialize()).attributes());
    }

    private static RecordToken signed(RecordKind kind, ObjectNode document) {
        return SAKURA.signed(kind, document, 1, null, NOW);
    }

    private static Map<String, Integer> counts(RecordToken token) {
        Map<String, Integer> counts = new HashMap<>();
        count(token.payload().path("credentialSubject"), "", counts);
        return counts;
    }

    private static void count(JsonNode object, String pointer, Map<String, Integer> counts) {
        counts.put(pointer, object.path("_sd").size());
        object.properties().stream()
                .filter(member -> member.getValue().isObject())
                .forEach(member -> count(member.getValue(), pointer + "/" + member.getKey(), counts));
    }
}
