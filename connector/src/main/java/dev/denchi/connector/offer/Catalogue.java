package dev.denchi.connector.offer;

import org.eclipse.edc.connector.controlplane.catalog.spi.DatasetResolver;
import org.eclipse.edc.connector.controlplane.catalog.spi.DistributionResolver;
import org.eclipse.edc.connector.controlplane.contract.spi.offer.store.ContractDefinitionStore;
import org.eclipse.edc.connector.controlplane.policy.spi.store.PolicyDefinitionStore;
import org.eclipse.edc.participantcontext.single.spi.SingleParticipantContextSupplier;
import org.eclipse.edc.policy.engine.spi.PolicyEngine;
import org.eclipse.edc.runtime.metamodel.annotation.Inject;
import org.eclipse.edc.runtime.metamodel.annotation.Provides;
import org.eclipse.edc.spi.system.ServiceExtension;
import org.eclipse.edc.spi.system.ServiceExtensionContext;
import org.jspecify.annotations.Nullable;

/** Puts our catalogue in the place of EDC's, which reads all assets to answer any page, and makes the standing offers. */
@Provides(DatasetResolver.class)
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // EDC fills the fields; one only orders this extension
public final class Catalogue implements ServiceExtension {

    @Inject
    private DatasetResolver replaced;

    @Inject
    private ContractDefinitionStore definitions;

    @Inject
    private PolicyDefinitionStore policies;

    @Inject
    private PolicyEngine engine;

    @Inject
    private DistributionResolver distributions;

    @Inject
    private SingleParticipantContextSupplier participant;

    private @Nullable StandingOffers standingOffers;

    @Override
    public String name() {
        return "Denchi catalogue";
    }

    @Override
    public void initialize(ServiceExtensionContext context) {
        ServiceAddress.in(context.getConfig()).ifPresent(service -> {
            var open = new OpenDefinitions(definitions, policies, engine, context.getMonitor());
            context.registerService(
                    DatasetResolver.class, new RecordSetCatalogue(new RecordSets(service), open, distributions));
            standingOffers = new StandingOffers(
                    definitions, policies, participant.get().getContent().getParticipantContextId());
        });
    }

    /** Not earlier: the tables are made while extensions prepare. */
    @Override
    public void start() {
        if (standingOffers != null) {
            standingOffers.establish();
        }
    }
}
