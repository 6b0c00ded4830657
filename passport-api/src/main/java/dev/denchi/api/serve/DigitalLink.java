package dev.denchi.api.serve;

import dev.denchi.api.problem.ProblemType;
import dev.denchi.api.problem.Rejected;
import dev.denchi.model.identifier.ProductIdentifier;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The product identifier that a request asks for: host and path as the reader sent them. Makers point the host of their identifiers
 * at this service, so it answers for whatever host it is asked under.
 */
final class DigitalLink {
    private static final int HTTPS = 443;

    private DigitalLink() {}

    /**
     * Always https, whatever stands between the reader and this service; what comes behind a question mark belongs to no identifier.
     *
     * @throws Rejected when it is no GS1 Digital Link
     */
    static ProductIdentifier asked(HttpServerRequest request) {
        try {
            return ProductIdentifier.parse("https://" + authority(request.authority()) + request.path());
        } catch (IllegalArgumentException e) {
            throw Rejected.because(ProblemType.MALFORMED_REQUEST, e.getMessage());
        }
    }

    private static String authority(@Nullable HostAndPort asked) {
        HostAndPort authority = Objects.requireNonNullElse(asked, HostAndPort.create("", -1));
        String host = authority.host().toLowerCase(Locale.ROOT);
        return authority.port() <= 0 || authority.port() == HTTPS ? host : host + ":" + authority.port();
    }
}
