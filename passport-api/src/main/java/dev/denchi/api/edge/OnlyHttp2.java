package dev.denchi.api.edge;

import dev.denchi.api.problem.ProblemAnswer;
import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Speaks HTTP/2 alone where that is asked for: TLS offers nothing else, and who speaks HTTP/1 all the same, having asked TLS for
 * nothing, is refused with 400, as EN 18222 knows no 505.
 */
@Singleton
final class OnlyHttp2 implements HttpServerOptionsCustomizer {
    private static final int BEFORE_ALL_ELSE = Integer.MAX_VALUE;

    private final boolean wanted;

    OnlyHttp2(EdgeConfig config) {
        this.wanted = config.onlyHttp2();
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        if (wanted) {
            options.setUseAlpn(true).setAlpnVersions(List.of(HttpVersion.HTTP_2));
        }
    }

    void refuseAllElse(@Observes Filters filters) {
        if (wanted) {
            filters.register(OnlyHttp2::requireHttp2, BEFORE_ALL_ELSE);
        }
    }

    private static void requireHttp2(RoutingContext context) {
        if (context.request().version() == HttpVersion.HTTP_2) {
            context.next();
        } else {
            context.response().putHeader("Connection", "close");
            ProblemAnswer.send(
                    context.request(),
                    Rejected.because(
                            ProblemType.MALFORMED_REQUEST, "this service speaks HTTP/2 and nothing older (EN 18216)"));
        }
    }
}
