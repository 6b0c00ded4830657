package dev.denchi.api.serve;

import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Publishes the contract, openapi/passport-api.yaml, byte for byte at the address where Quarkus services have theirs. */
@Singleton
final class Contract {
    private static final String FILE = "/q/passport-api.yaml";

    void publish(@Observes Router router) {
        router.get("/q/openapi").handler(context -> context.reroute(FILE));
    }
}
