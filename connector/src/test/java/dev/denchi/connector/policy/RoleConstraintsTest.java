package dev.denchi.connector.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.edc.participant.spi.ParticipantAgent;
import org.eclipse.edc.policy.model.AtomicConstraint;
import org.eclipse.edc.policy.model.LiteralExpression;
import org.eclipse.edc.policy.model.Operator;
import org.eclipse.edc.policy.model.OrConstraint;
import org.junit.jupiter.api.Test;

class RoleConstraintsTest {

    private static final ParticipantAgent RECYCLER =
            new ParticipantAgent("recycler", Map.of("roles", Set.of("legitimateInterest")), Map.of());
    private static final ParticipantAgent NOBODY = new ParticipantAgent("nobody", Map.of(), Map.of());

    @Test
    void a_role_holds_only_for_who_has_it() {
        assertTrue(RoleConstraints.holds(RECYCLER, Operator.EQ, "legitimateInterest"));
        assertFalse(RoleConstraints.holds(RECYCLER, Operator.EQ, "authority"));
        assertFalse(RoleConstraints.holds(NOBODY, Operator.EQ, "legitimateInterest"));
    }

    @Test
    void any_operator_but_equals_is_denied() {
        for (var operator : Operator.values()) {
            assertEquals(operator == Operator.EQ, RoleConstraints.holds(RECYCLER, operator, "legitimateInterest"));
        }
    }

    @Test
    void every_point_but_the_public_one_asks_for_a_role() {
        for (var point : AccessPoint.values()) {
            var constraints = point.policy().getPermissions().get(0).getConstraints();
            assertEquals(point == AccessPoint.PUBLIC ? 0 : 1, constraints.size());
        }
    }

    @Test
    void legitimate_interest_and_authorities_both_read_point_2() {
        var either = (OrConstraint) AccessPoint.LEGITIMATE_INTEREST
                .policy()
                .getPermissions()
                .get(0)
                .getConstraints()
                .get(0);
        var roles = either.getConstraints().stream()
                .map(AtomicConstraint.class::cast)
                .map(constraint -> ((LiteralExpression) constraint.getRightExpression()).getValue())
                .toList();
        assertEquals(List.of("legitimateInterest", "authority"), roles);
    }

    @Test
    void a_reader_of_a_closed_point_reads_the_public_one_too() {
        assertEquals(List.of(1), AccessPoint.PUBLIC.readable());
        assertEquals(List.of(1, 3), AccessPoint.AUTHORITIES.readable());
    }

    @Test
    void a_point_is_known_by_its_number() {
        assertEquals(Optional.of(AccessPoint.INDIVIDUAL_BATTERY), AccessPoint.of(4));
        assertEquals(Optional.of(AccessPoint.LEGITIMATE_INTEREST), AccessPoint.of("2"));
        assertEquals(Optional.empty(), AccessPoint.of(5));
    }
}
