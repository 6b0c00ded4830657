package dev.denchi.connector.policy;

import dev.denchi.connector.identity.ParticipantIdentity;
import java.util.Collection;
import java.util.List;
import org.eclipse.edc.connector.controlplane.catalog.spi.policy.CatalogPolicyContext;
import org.eclipse.edc.connector.controlplane.contract.spi.policy.ContractNegotiationPolicyContext;
import org.eclipse.edc.connector.controlplane.contract.spi.policy.TransferProcessPolicyContext;
import org.eclipse.edc.participant.spi.ParticipantAgent;
import org.eclipse.edc.participant.spi.ParticipantAgentPolicyContext;
import org.eclipse.edc.policy.engine.spi.PolicyEngine;
import org.eclipse.edc.policy.engine.spi.RuleBindingRegistry;
import org.eclipse.edc.policy.model.Operator;
import org.eclipse.edc.policy.model.Permission;
import org.eclipse.edc.runtime.metamodel.annotation.Inject;
import org.eclipse.edc.spi.system.ServiceExtension;
import org.eclipse.edc.spi.system.ServiceExtensionContext;

/** Teaches the policy engine our one constraint. EDC silently ignores what is not bound to a scope, so every scope is named here. */
@SuppressWarnings("NullAway.Init") // EDC fills the injected fields before it initializes an extension
public final class RoleConstraints implements ServiceExtension {

    private static final List<String> SCOPES = List.of(
            CatalogPolicyContext.CATALOG_SCOPE,
            ContractNegotiationPolicyContext.NEGOTIATION_SCOPE,
            TransferProcessPolicyContext.TRANSFER_SCOPE);

    @Inject
    private PolicyEngine engine;

    @Inject
    private RuleBindingRegistry bindings;

    @Override
    public String name() {
        return "Denchi role constraints";
    }

    @Override
    public void initialize(ServiceExtensionContext context) {
        for (var scope : SCOPES) {
            bindings.bind(AccessPoint.USE_ACTION, scope);
            bindings.bind(AccessPoint.ROLE_OPERAND, scope);
        }
        asksForTheRole(CatalogPolicyContext.class);
        asksForTheRole(ContractNegotiationPolicyContext.class);
        asksForTheRole(TransferProcessPolicyContext.class);
    }

    private <C extends ParticipantAgentPolicyContext> void asksForTheRole(Class<C> context) {
        engine.registerFunction(
                context,
                Permission.class,
                AccessPoint.ROLE_OPERAND,
                (operator, role, permission, asked) -> holds(asked.participantAgent(), operator, role));
    }

    /** Only "role equals X" is understood; any other operator is denied, not guessed at. */
    static boolean holds(ParticipantAgent agent, Operator operator, Object role) {
        return operator == Operator.EQ
                && agent.getClaims().get(ParticipantIdentity.ROLES_CLAIM) instanceof Collection<?> roles
                && roles.contains(String.valueOf(role));
    }
}
