package dev.denchi.connector.offer;

import dev.denchi.connector.policy.AccessPoint;
import java.util.List;
import java.util.Optional;
import org.eclipse.edc.connector.controlplane.contract.spi.offer.store.ContractDefinitionStore;
import org.eclipse.edc.connector.controlplane.contract.spi.types.offer.ContractDefinition;
import org.eclipse.edc.connector.controlplane.policy.spi.PolicyDefinition;
import org.eclipse.edc.connector.controlplane.policy.spi.store.PolicyDefinitionStore;
import org.eclipse.edc.spi.query.Criterion;
import org.eclipse.edc.spi.result.StoreResult;

/** One contract definition per access point, for all record sets there are and will be. Four rows, however many batteries. */
final class StandingOffers {

    private static final String SELECTED = RecordSet.NAMESPACE + "accessPoint";

    private final ContractDefinitionStore definitions;
    private final PolicyDefinitionStore policies;
    private final String participantContextId;

    StandingOffers(ContractDefinitionStore definitions, PolicyDefinitionStore policies, String participantContextId) {
        this.definitions = definitions;
        this.policies = policies;
        this.participantContextId = participantContextId;
    }

    /** Makes the stores say what this version of the connector says; a second start changes nothing. */
    void establish() {
        for (var point : AccessPoint.values()) {
            establish(policy(point));
            establish(definition(point));
        }
    }

    /** The access point a definition selects, when it selects just one: no other kind can be paged without reading everything. */
    static Optional<AccessPoint> selectedBy(ContractDefinition definition) {
        var selector = definition.getAssetsSelector();
        return selector.size() == 1
                        && selector.get(0).getOperandLeft().equals(SELECTED)
                        && selector.get(0).getOperator().equals("=")
                ? AccessPoint.of(selector.get(0).getOperandRight())
                : Optional.empty();
    }

    static String idOf(AccessPoint point) {
        return "denchi-access-point-" + point.number();
    }

    private PolicyDefinition policy(AccessPoint point) {
        return PolicyDefinition.Builder.newInstance()
                .id(idOf(point))
                .participantContextId(participantContextId)
                .policy(point.policy())
                .build();
    }

    private ContractDefinition definition(AccessPoint point) {
        return ContractDefinition.Builder.newInstance()
                .id(idOf(point))
                .participantContextId(participantContextId)
                .accessPolicyId(idOf(point))
                .contractPolicyId(idOf(point))
                .assetsSelector(List.of(new Criterion(SELECTED, "=", point.number())))
                .build();
    }

    private void establish(PolicyDefinition policy) {
        kept(policies.findById(policy.getId()) == null ? policies.create(policy) : policies.update(policy));
    }

    private void establish(ContractDefinition definition) {
        kept(
                definitions.findById(definition.getId()) == null
                        ? definitions.save(definition)
                        : definitions.update(definition));
    }

    private static void kept(StoreResult<?> result) {
        result.orElseThrow(failure ->
                new IllegalStateException("A standing offer could not be kept: " + failure.getFailureDetail()));
    }
}
