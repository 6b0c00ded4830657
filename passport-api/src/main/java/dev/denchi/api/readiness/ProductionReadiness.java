package dev.denchi.api.readiness;

import dev.denchi.api.sign.ServiceAddress;
import dev.denchi.api.sign.ServiceProvider;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to start outside development with settings that would betray someone, and tells all of them at once. */
@Singleton
final class ProductionReadiness {
    private final Environment environment;
    private final ServiceAddress address;
    private final ServiceProvider provider;
    private final UnsafeKeys keys;
    private final Optional<String> origins;
    private final String databasePassword;
    private final UnsafeCallers callers;

    ProductionReadiness(
            Environment environment,
            ServiceAddress address,
            ServiceProvider provider,
            UnsafeKeys keys,
            @ConfigProperty(name = "quarkus.http.cors.origins") Optional<String> origins,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> databasePassword,
            UnsafeCallers callers) {
        this.environment = environment;
        this.address = address;
        this.provider = provider;
        this.keys = keys;
        this.origins = origins;
        this.databasePassword = databasePassword.orElse("");
        this.callers = callers;
    }

    /** Before anything else of ours starts. */
    void check(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        List<String> faults = environment.environment() == Environment.Kind.DEVELOPMENT ? List.of() : faults();
        if (!faults.isEmpty()) {
            throw new IllegalStateException(
                    "unsafe outside development: " + String.join("; ", faults)
                            + ". Mend these settings, or set denchi.environment=development on a machine that nobody relies on");
        }
    }

    private List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (!"https".equals(address.publicUrl().getScheme())) {
            faults.add("denchi.public-url is not https");
        }
        if (provider.serviceProvider().toString().equals(ServiceProvider.UNNAMED)
                || !provider.serviceProvider().isAbsolute()) {
            faults.add("denchi.service-provider does not say who runs this service, by an identifier that is a URI");
        }
        faults.addAll(keys.faults());
        if (databasePassword.isBlank() || databasePassword.equals("postgres")) {
            faults.add("quarkus.datasource.password is empty or a default");
        }
        if (origins.filter(value -> value.contains("*")).isPresent()) {
            faults.add("quarkus.http.cors.origins admits everyone");
        }
        faults.addAll(callers.faults());
        return faults;
    }
}
