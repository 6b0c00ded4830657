package dev.denchi.connector.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.edc.policy.model.Action;
import org.eclipse.edc.policy.model.AtomicConstraint;
import org.eclipse.edc.policy.model.Constraint;
import org.eclipse.edc.policy.model.LiteralExpression;
import org.eclipse.edc.policy.model.Operator;
import org.eclipse.edc.policy.model.OrConstraint;
import org.eclipse.edc.policy.model.Permission;
import org.eclipse.edc.policy.model.Policy;
import org.eclipse.edc.policy.model.PolicyType;

/** The four groups of readers of Annex XIII to Regulation (EU) 2023/1542, and the roles that open each (Article 77(2)). */
public enum AccessPoint {
    PUBLIC(1),
    LEGITIMATE_INTEREST(2, "legitimateInterest", "authority"),
    AUTHORITIES(3, "authority"),
    INDIVIDUAL_BATTERY(4, "legitimateInterest");

    /** Left operand of our constraints: the role that the list of participants gives the counter-party. */
    static final String ROLE_OPERAND = "https://denchi.dev/ns/role";

    static final String USE_ACTION = "http://www.w3.org/ns/odrl/2/use";

    private final int number;
    private final List<String> roles;

    AccessPoint(int number, String... roles) {
        this.number = number;
        this.roles = List.of(roles);
    }

    public static Optional<AccessPoint> of(Object number) {
        return Arrays.stream(values())
                .filter(point -> String.valueOf(point.number).equals(String.valueOf(number)))
                .findFirst();
    }

    public int number() {
        return number;
    }

    /** What a reader of this point may read: the point itself and, always, what is public. */
    public List<Integer> readable() {
        return this == PUBLIC ? List.of(PUBLIC.number) : List.of(PUBLIC.number, number);
    }

    /** The same policy guards the catalogue, is offered, and becomes the agreement: so the role is asked for at every step. */
    public Policy policy() {
        var use = Permission.Builder.newInstance()
                .action(Action.Builder.newInstance().type(USE_ACTION).build());
        if (!roles.isEmpty()) {
            use.constraint(anyOf(roles.stream().map(AccessPoint::has).toList()));
        }
        return Policy.Builder.newInstance()
                .type(PolicyType.SET)
                .permission(use.build())
                .build();
    }

    private static Constraint anyOf(List<Constraint> constraints) {
        return constraints.size() == 1
                ? constraints.get(0)
                : OrConstraint.Builder.newInstance().constraints(constraints).build();
    }

    private static Constraint has(String role) {
        return AtomicConstraint.Builder.newInstance()
                .leftExpression(new LiteralExpression(ROLE_OPERAND))
                .operator(Operator.EQ)
                .rightExpression(new LiteralExpression(role))
                .build();
    }
}
