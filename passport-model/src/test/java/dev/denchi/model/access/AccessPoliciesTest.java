package dev.denchi.model.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.denchi.model.credential.RecordToken;
import dev.denchi.model.credential.SignedExamples;
import dev.denchi.model.format.AccessPolicyFile;
import dev.denchi.model.passport.RecordKind;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessPoliciesTest {
    private static final Instant FIRST = Instant.parse("2027-01-01T00:00:00Z");
    private static final Instant SECOND = Instant.parse("2028-01-01T00:00:00Z");
    private static final Instant IN_THE_FIRST = Instant.parse("2027-06-01T00:00:00Z");
    private static final Instant IN_THE_SECOND = Instant.parse("2028-06-01T00:00:00Z");

    private static final AccessPolicy OPEN = policy("open", AccessPoint.POINT_1);
    private static final AccessPolicy STRICT = policy("strict", AccessPoint.POINT_3);

    private static AccessPolicy policy(String version, AccessPoint point) {
        return new AccessPolicy(
                version,
                Map.of(
                        "public",
                        Set.of(AccessPoint.POINT_1),
                        "authority",
                        Set.of(AccessPoint.POINT_1, AccessPoint.POINT_3)),
                Map.of(RecordKind.BATTERY, Map.of("/batteryStatus", point)));
    }

    private static boolean shown(AccessPolicies policies, String group, Instant issuedAt) {
        return policies.permits(Reader.inGroup(group), RecordKind.BATTERY, "/batteryStatus", issuedAt);
    }

    @Test
    void what_was_kept_back_on_its_day_stays_so_when_the_policy_opens() {
        AccessPolicies policies = new AccessPolicies(OPEN, Map.of(FIRST, STRICT, SECOND, OPEN));
        assertFalse(shown(policies, "public", IN_THE_FIRST));
        assertTrue(shown(policies, "authority", IN_THE_FIRST));
        assertTrue(shown(policies, "public", IN_THE_SECOND));
    }

    @Test
    void what_today_keeps_back_is_kept_back_in_old_versions_too() {
        AccessPolicies policies = new AccessPolicies(STRICT, Map.of(FIRST, OPEN, SECOND, STRICT));
        assertFalse(shown(policies, "public", IN_THE_FIRST));
        assertFalse(shown(policies, "public", IN_THE_SECOND));
    }

    @Test
    void a_group_has_the_points_that_each_policy_gives_it() {
        AccessPolicy narrowGroup = new AccessPolicy("narrow", Map.of("public", Set.of()), OPEN.attributes());
        assertFalse(shown(new AccessPolicies(OPEN, Map.of(FIRST, narrowGroup)), "public", IN_THE_FIRST));
        assertFalse(shown(new AccessPolicies(narrowGroup, Map.of(FIRST, OPEN)), "public", IN_THE_FIRST));
    }

    @Test
    void a_group_that_either_policy_does_not_know_sees_nothing() {
        assertFalse(shown(AccessPolicies.only(OPEN), "press", IN_THE_FIRST));
        AccessPolicy withPress =
                new AccessPolicy("press", Map.of("press", Set.of(AccessPoint.POINT_1)), OPEN.attributes());
        assertFalse(shown(new AccessPolicies(withPress, Map.of(FIRST, OPEN)), "press", IN_THE_FIRST));
    }

    @Test
    void a_policy_takes_effect_at_its_very_moment() {
        AccessPolicies policies = new AccessPolicies(OPEN, Map.of(FIRST, STRICT, SECOND, OPEN));
        assertTrue(shown(policies, "public", SECOND));
        assertFalse(shown(policies, "public", SECOND.minusNanos(1)));
    }

    @Test
    void a_record_older_than_every_policy_is_read_under_the_oldest() {
        AccessPolicies policies = new AccessPolicies(OPEN, Map.of(FIRST, STRICT, SECOND, OPEN));
        assertFalse(shown(policies, "public", FIRST.minusSeconds(1)));
    }

    @Test
    void a_policy_that_could_not_be_read_or_is_not_there_opens_nothing_but_to_the_operator() {
        for (AccessPolicies policies : new AccessPolicies[] {
            new AccessPolicies(OPEN, Map.of(FIRST, AccessPolicy.closed("unreadable"))),
            new AccessPolicies(OPEN, Map.of()),
            new AccessPolicies(AccessPolicy.closed("unreadable"), Map.of(FIRST, OPEN))
        }) {
            assertFalse(shown(policies, "public", IN_THE_FIRST));
            assertFalse(shown(policies, "authority", IN_THE_FIRST));
            assertTrue(policies.permits(Reader.itsOperator(), RecordKind.BATTERY, "/batteryStatus", IN_THE_FIRST));
        }
    }

    @Test
    void a_granted_attribute_is_shown_besides_the_groups_and_no_other() {
        AccessPolicy policy = AccessPolicyFile.bundled();
        RecordToken token = SignedExamples.bySakura().signed(RecordKind.BATTERY_MODEL);
        Reader anyone = Reader.inGroup("public");
        Set<String> open = token.cut(policy, anyone).pointers();
        for (String pointer : token.pointers()) {
            Set<String> expected = new HashSet<>(open);
            expected.add(pointer);
            Reader partner = anyone.granted(Map.of(RecordKind.BATTERY_MODEL, Set.of(pointer)));
            assertEquals(expected, token.cut(policy, partner).pointers());
            Reader elsewhere = anyone.granted(Map.of(RecordKind.BATTERY, Set.of(pointer)));
            assertEquals(open, token.cut(policy, elsewhere).pointers());
        }
    }
}
