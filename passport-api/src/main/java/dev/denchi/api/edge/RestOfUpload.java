package dev.denchi.api.edge;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/**
 * What still arrives of an upload that was answered: thrown away for a while, as many senders hear the answer only when they have sent
 * all, and would wait for room for ever; and then cut off.
 */
final class RestOfUpload {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private RestOfUpload() {}

    static void thrownAway(RoutingContext exchange, Vertx vertx) {
        HttpServerRequest request = exchange.request();
        exchange.addEndHandler(answered -> {
            if (answered.succeeded() && !request.isEnded()) {
                request.handler(some -> {}).resume();
                vertx.setTimer(LONGEST.toMillis(), late -> cutOff(request));
            }
        });
    }

    private static void cutOff(HttpServerRequest request) {
        if (!request.isEnded()) {
            request.connection().close();
        }
    }
}
