package dev.denchi.api.serve;

import dev.denchi.api.sign.ServiceProvider;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Says with every answer who runs the service that gives it: it need not be the one that the record was issued through. */
final class ServedBy {
    static final String HEADER = "Denchi-Service-Provider";

    private final String serviceProvider;

    ServedBy(ServiceProvider provider) {
        this.serviceProvider = provider.serviceProvider().toString();
    }

    @ServerResponseFilter
    void say(ContainerResponseContext answer) {
        answer.getHeaders().putSingle(HEADER, serviceProvider);
    }
}
