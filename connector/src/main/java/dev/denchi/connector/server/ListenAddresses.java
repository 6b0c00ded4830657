package dev.denchi.connector.server;

import org.eclipse.edc.runtime.metamodel.annotation.Inject;
import org.eclipse.edc.spi.system.ServiceExtension;
import org.eclipse.edc.spi.system.ServiceExtensionContext;
import org.eclipse.edc.spi.system.configuration.Config;
import org.eclipse.edc.web.jetty.JettyService;

/** Every port listens on loopback unless the operator names another address: EDC alone would open all of them to the network. */
@SuppressWarnings("NullAway.Init") // EDC fills the injected fields before it initializes an extension
public final class ListenAddresses implements ServiceExtension {

    private static final String KEY = "denchi.listen";
    private static final String LOOPBACK = "127.0.0.1";

    @Inject
    private JettyService jetty;

    @Override
    public String name() {
        return "Denchi listen addresses";
    }

    @Override
    public void initialize(ServiceExtensionContext context) {
        var config = context.getConfig();
        jetty.addConnectorConfigurationCallback(connector -> connector.setHost(hostFor(connector.getName(), config)));
    }

    static String hostFor(String webContext, Config config) {
        return config.getString(KEY + "." + webContext, config.getString(KEY, LOOPBACK));
    }
}
