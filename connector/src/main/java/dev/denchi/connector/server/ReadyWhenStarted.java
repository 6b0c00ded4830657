package dev.denchi.connector.server;

import org.eclipse.edc.runtime.metamodel.annotation.Inject;
import org.eclipse.edc.spi.system.ServiceExtension;
import org.eclipse.edc.spi.system.ServiceExtensionContext;
import org.eclipse.edc.spi.system.health.HealthCheckResult;
import org.eclipse.edc.spi.system.health.HealthCheckService;

/**
 * Says ready only when every extension was started. EDC opens its ports one after the other and answers on the first, the
 * health checks' own, while calls to the others still meet the web server's error pages.
 */
@SuppressWarnings("NullAway.Init") // EDC fills the injected fields before it initializes an extension
public final class ReadyWhenStarted implements ServiceExtension {

    private static final String COMPONENT = "Denchi connector";

    @Inject
    private HealthCheckService health;

    @Override
    public String name() {
        return "Denchi readiness";
    }

    @Override
    public void initialize(ServiceExtensionContext context) {
        health.addReadinessProvider(() -> started(health));
    }

    /** EDC adds the first component to its startup status when the last extension was started. */
    static HealthCheckResult started(HealthCheckService health) {
        var result = HealthCheckResult.Builder.newInstance().component(COMPONENT);
        return health.getStartupStatus().getComponentResults().isEmpty()
                ? result.failure("extensions are still starting").build()
                : result.success().build();
    }
}
