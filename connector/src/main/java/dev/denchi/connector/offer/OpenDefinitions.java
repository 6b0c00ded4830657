package dev.denchi.connector.offer;

import dev.denchi.connector.policy.AccessPoint;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.edc.connector.controlplane.catalog.spi.policy.CatalogPolicyContext;
import org.eclipse.edc.connector.controlplane.contract.spi.offer.store.ContractDefinitionStore;
import org.eclipse.edc.connector.controlplane.contract.spi.types.offer.ContractDefinition;
import org.eclipse.edc.connector.controlplane.policy.spi.store.PolicyDefinitionStore;
import org.eclipse.edc.participant.spi.ParticipantAgent;
import org.eclipse.edc.participantcontext.spi.types.ParticipantContext;
import org.eclipse.edc.policy.engine.spi.PolicyEngine;
import org.eclipse.edc.policy.model.Policy;
import org.eclipse.edc.spi.monitor.Monitor;
import org.eclipse.edc.spi.query.Criterion;
import org.eclipse.edc.spi.query.QuerySpec;

/** The contract definitions whose access policy a reader satisfies, by the access point they open. */
final class OpenDefinitions {

    private final ContractDefinitionStore definitions;
    private final PolicyDefinitionStore policies;
    private final PolicyEngine engine;
    private final Monitor monitor;

    OpenDefinitions(
            ContractDefinitionStore definitions, PolicyDefinitionStore policies, PolicyEngine engine, Monitor monitor) {
        this.definitions = definitions;
        this.policies = policies;
        this.engine = engine;
        this.monitor = monitor;
    }

    Map<AccessPoint, List<ContractDefinition>> openTo(ParticipantAgent reader, ParticipantContext own) {
        var open = new EnumMap<AccessPoint, List<ContractDefinition>>(AccessPoint.class);
        try (var all = definitions.findAll(ofParticipant(own))) {
            all.filter(definition -> admits(definition, reader)).forEach(definition -> addTo(open, definition));
        }
        return open;
    }

    Policy contractPolicyOf(ContractDefinition definition) {
        return policies.findById(definition.getContractPolicyId()).getPolicy();
    }

    private void addTo(Map<AccessPoint, List<ContractDefinition>> open, ContractDefinition definition) {
        StandingOffers.selectedBy(definition)
                .ifPresentOrElse(
                        point -> open.computeIfAbsent(point, any -> new ArrayList<>())
                                .add(definition),
                        () -> monitor.warning(
                                "Contract definition %s is left out of the catalogue: it must select one accessPoint"
                                        .formatted(definition.getId())));
    }

    /** A policy that is gone opens nothing. */
    private boolean admits(ContractDefinition definition, ParticipantAgent reader) {
        var access = policies.findById(definition.getAccessPolicyId());
        return access != null
                && policies.findById(definition.getContractPolicyId()) != null
                && engine.evaluate(access.getPolicy(), new CatalogPolicyContext(reader))
                        .succeeded();
    }

    private static QuerySpec ofParticipant(ParticipantContext own) {
        return QuerySpec.max().toBuilder()
                .filter(new Criterion(
                        "participantContextId", "=", Objects.requireNonNull(own.getParticipantContextId())))
                .build();
    }
}
