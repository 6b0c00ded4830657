package dev.denchi.connector.server;

import java.util.List;
import org.eclipse.edc.spi.EdcException;
import org.eclipse.edc.spi.system.ServiceExtension;
import org.eclipse.edc.spi.system.ServiceExtensionContext;
import org.eclipse.edc.spi.system.configuration.Config;

/** Refuses to start half-configured: no nameless participant, no open management or control API, no forgetful store. */
public final class RequiredSettings implements ServiceExtension {

    private static final List<String> GUARDED_CONTEXTS = List.of("management", "control");

    @Override
    public String name() {
        return "Denchi required settings";
    }

    @Override
    public void initialize(ServiceExtensionContext context) {
        check(context.getConfig());
    }

    static void check(Config config) {
        require(config, "edc.participant.id", "a participant of a dataspace has a name");
        require(config, "edc.datasource.default.url", "agreements and transfers are kept in PostgreSQL");
        GUARDED_CONTEXTS.forEach(context -> requireKey(config, context));
    }

    private static void requireKey(Config config, String context) {
        var auth = "web.http." + context + ".auth.";
        require(config, auth + "type", "the " + context + " API is never open");
        if (!config.getString(auth + "type").equals("tokenbased")) {
            return; // another authentication provider checks its own settings
        }
        if (blank(config, auth + "key") && blank(config, auth + "key.alias")) {
            throw new EdcException("Setting %skey is missing: the %s API is never open".formatted(auth, context));
        }
    }

    private static void require(Config config, String key, String why) {
        if (blank(config, key)) {
            throw new EdcException("Setting %s is missing: %s".formatted(key, why));
        }
    }

    private static boolean blank(Config config, String key) {
        return config.getString(key, "").isBlank();
    }
}
