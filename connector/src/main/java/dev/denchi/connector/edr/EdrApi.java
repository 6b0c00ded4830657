package dev.denchi.connector.edr;

import org.eclipse.edc.edr.spi.store.EndpointDataReferenceStore;
import org.eclipse.edc.runtime.metamodel.annotation.Inject;
import org.eclipse.edc.spi.system.ServiceExtension;
import org.eclipse.edc.spi.system.ServiceExtensionContext;
import org.eclipse.edc.web.spi.WebService;
import org.eclipse.edc.web.spi.configuration.ApiContext;

/** Adds the EDR endpoints to the management API, behind the same key. */
@SuppressWarnings("NullAway.Init") // EDC fills the injected fields before it initializes an extension
public final class EdrApi implements ServiceExtension {

    @Inject
    private WebService web;

    @Inject
    private EndpointDataReferenceStore references;

    @Override
    public String name() {
        return "Denchi EDR API";
    }

    @Override
    public void initialize(ServiceExtensionContext context) {
        web.registerResource(ApiContext.MANAGEMENT, new EdrResource(references));
    }
}
