package dev.denchi.model.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.credential.SignedExamples;
import dev.denchi.model.format.AccessPolicyFile;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.passport.RecordKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What each group of readers gets of each example, computed a second time from the policy's own JSON. */
class ReadersTest {
    private static final AccessPolicy POLICY = AccessPolicyFile.bundled();
    private static final JsonNode FILE = file();
    private static final Map<RecordKind, RecordToken> TOKENS = new EnumMap<>(RecordKind.class);

    static {
        SignedExamples sakura = SignedExamples.bySakura();
        Arrays.stream(RecordKind.values()).forEach(kind -> TOKENS.put(kind, sakura.signed(kind)));
    }

    static Stream<Arguments> groupsAndKinds() {
        return Stream.of("public", "legitimateInterest", "authority")
                .flatMap(group -> Arrays.stream(RecordKind.values()).map(kind -> Arguments.of(group, kind)));
    }

    @ParameterizedTest
    @MethodSource("groupsAndKinds")
    void a_group_gets_exactly_what_the_policy_opens_to_it(String group, RecordKind kind) {
        RecordToken token = token(kind);
        Set<String> expected = new TreeSet<>();
        for (String pointer : token.pointers()) {
            int point = FILE.at("/attributes/" + kind.label())
                    .path(pointer)
                    .path("accessPoint")
                    .intValue();
            if (opened(group).contains(point)) {
                expected.add(pointer);
            }
        }
        RecordToken cut = RecordToken.parse(
                token.cut(POLICY, Reader.of(POLICY.pointsOf(group))).serialize());
        assertEquals(expected, new TreeSet<>(cut.pointers()));
        assertEquals(expected, present(cut.attributes(), kind));
    }

    @Test
    void the_groups_are_not_nested() {
        Set<AccessPoint> interest = POLICY.pointsOf("legitimateInterest");
        Set<AccessPoint> authority = POLICY.pointsOf("authority");
        assertEquals(Set.of(AccessPoint.POINT_1), POLICY.pointsOf("public"));
        assertFalse(interest.containsAll(authority));
        assertFalse(authority.containsAll(interest));
    }

    @Test
    void test_reports_are_for_authorities_and_the_status_is_not() {
        Reader interest = Reader.of(POLICY.pointsOf("legitimateInterest"));
        Reader authority = Reader.of(POLICY.pointsOf("authority"));
        String report = "/conformity/resultOfTestReport";
        assertTrue(token(RecordKind.BATTERY_MODEL)
                .cut(POLICY, authority)
                .pointers()
                .contains(report));
        assertFalse(
                token(RecordKind.BATTERY_MODEL).cut(POLICY, interest).pointers().contains(report));
        assertFalse(token(RecordKind.BATTERY).cut(POLICY, authority).pointers().contains("/batteryStatus"));
        assertTrue(token(RecordKind.BATTERY).cut(POLICY, interest).pointers().contains("/batteryStatus"));
    }

    @ParameterizedTest
    @EnumSource
    void an_unknown_group_sees_nothing(RecordKind kind) {
        RecordToken cut = token(kind).cut(POLICY, Reader.of(POLICY.pointsOf("press")));
        assertEquals(Set.of(), cut.pointers());
        assertTrue(cut.attributes().isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void its_operator_sees_everything(RecordKind kind) {
        assertEquals(
                token(kind).serialize(),
                token(kind).cut(POLICY, Reader.itsOperator()).serialize());
    }

    @Test
    void an_attribute_without_a_point_is_for_its_operator_alone() {
        Map<String, AccessPoint> attributes = new HashMap<>(POLICY.attributes().get(RecordKind.BATTERY));
        attributes.remove("/modelId");
        var narrower = new AccessPolicy("later", POLICY.readers(), Map.of(RecordKind.BATTERY, attributes));
        Reader all = Reader.of(Set.of(AccessPoint.values()));
        assertTrue(token(RecordKind.BATTERY).cut(POLICY, all).pointers().contains("/modelId"));
        assertFalse(token(RecordKind.BATTERY).cut(narrower, all).pointers().contains("/modelId"));
        assertTrue(token(RecordKind.BATTERY)
                .cut(narrower, Reader.itsOperator())
                .pointers()
                .contains("/modelId"));
        assertEquals(
                Set.of(), token(RecordKind.DUE_DILIGENCE).cut(narrower, all).pointers());
    }

    @Test
    void what_was_cut_away_does_not_come_back() {
        RecordToken nothing = token(RecordKind.BATTERY).cut(POLICY, Reader.of(Set.of()));
        assertEquals(Set.of(), nothing.cut(POLICY, Reader.itsOperator()).pointers());
    }

    private static Set<Integer> opened(String group) {
        Set<Integer> points = new TreeSet<>();
        FILE.at("/readers/" + group).forEach(point -> points.add(point.intValue()));
        return points;
    }

    private static Set<String> present(JsonNode attributes, RecordKind kind) {
        Set<String> present = new TreeSet<>(POLICY.attributesOf(kind));
        present.removeIf(pointer -> attributes.at(pointer).isMissingNode());
        return present;
    }

    private static RecordToken token(RecordKind kind) {
        return Objects.requireNonNull(TOKENS.get(kind));
    }

    private static JsonNode file() {
        try (InputStream in = ReadersTest.class.getResourceAsStream("/dev/denchi/contract/access-policy.json")) {
            return StrictJson.read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
