package dev.denchi.connector.offer;

import org.eclipse.edc.connector.controlplane.asset.spi.index.AssetIndex;
import org.eclipse.edc.connector.controlplane.asset.spi.index.DataAddressResolver;
import org.eclipse.edc.participantcontext.single.spi.SingleParticipantContextSupplier;
import org.eclipse.edc.runtime.metamodel.annotation.Inject;
import org.eclipse.edc.runtime.metamodel.annotation.Provides;
import org.eclipse.edc.spi.system.ServiceExtension;
import org.eclipse.edc.spi.system.ServiceExtensionContext;

/**
 * Puts the service's record sets in the place of EDC's asset table. EDC orders an extension that both injects and provides
 * a service after the one it replaces. Both services are replaced: a transfer asks the second one.
 */
@Provides({AssetIndex.class, DataAddressResolver.class})
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // EDC fills the fields; two only order this extension
public final class OfferedAssets implements ServiceExtension {

    @Inject
    private AssetIndex replacedIndex;

    @Inject
    private DataAddressResolver replacedResolver;

    @Inject
    private SingleParticipantContextSupplier participant;

    @Override
    public String name() {
        return "Denchi offered assets";
    }

    @Override
    public void initialize(ServiceExtensionContext context) {
        ServiceAddress.in(context.getConfig()).ifPresent(service -> {
            var own = participant.get().getContent().getParticipantContextId();
            var index = new RecordSetIndex(new RecordSets(service), own);
            context.registerService(AssetIndex.class, index);
            context.registerService(DataAddressResolver.class, index);
        });
    }
}
