package dev.denchi.api.resolve;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;

/**
 * Fetches one document from wherever a stranger says. The address is found once, judged, and connected to: asking again for it could
 * give another answer. Redirects are not followed, and a body is read no further than it may be long.
 */
@Singleton
class Fetching {
    private static final int HTTPS = 443;
    private static final int OK = 200;

    private final ResolveConfig config;
    private final Vertx vertx;
    private final HttpClient client;

    Fetching(ResolveConfig config, Vertx vertx) {
        this.config = config;
        this.vertx = vertx;
        int timeout = Math.toIntExact(config.timeout().toMillis());
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setKeepAlive(false)
                .setConnectTimeout(timeout)
                .setIdleTimeout(timeout)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setMaxHeaderSize(8192)
                .setDecompressionSupported(false)
                .setForceSni(true));
    }

    /** The bytes at an https address; fails with {@link Unresolved}. */
    Uni<byte[]> get(URI address) {
        return Uni.createFrom()
                .completionStage(() -> vertx.executeBlocking(() -> judged(address.getHost()), false)
                        .compose(found -> client.request(request(address, found)))
                        .compose(HttpClientRequest::send)
                        .compose(response -> body(address, response))
                        .toCompletionStage())
                .ifNoItem()
                .after(config.timeout())
                .fail()
                .onFailure(failure -> !(failure instanceof Unresolved))
                .transform(failure -> new Unresolved(address + " cannot be read: " + reason(failure)));
    }

    /** One private address among them makes them all suspect. */
    private InetAddress judged(String host) throws UnknownHostException {
        InetAddress[] found = InetAddress.getAllByName(host);
        if (!config.privateAddresses() && !Arrays.stream(found).allMatch(PublicAddress::isPublic)) {
            throw new Unresolved(host + " is not at a public address");
        }
        return found[0];
    }

    /** The host stays the name: for it the server must have its certificate. At a private address, which development allows, nobody has one. */
    private static RequestOptions request(URI address, InetAddress found) {
        int port = address.getPort() < 0 ? HTTPS : address.getPort();
        return new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(found, port)))
                .setHost(address.getHost())
                .setPort(port)
                .setSsl(PublicAddress.isPublic(found))
                .setURI(address.getRawPath())
                .setFollowRedirects(false)
                .putHeader("Accept", "application/did+json, application/did+ld+json, application/json");
    }

    private Future<byte[]> body(URI address, HttpClientResponse response) {
        if (response.statusCode() != OK) {
            return ended(
                    response, address + " answers " + response.statusCode() + "; 200 without a redirect is expected");
        }
        Buffer body = Buffer.buffer();
        response.handler(some -> {
            body.appendBuffer(some);
            if (body.length() > config.largestDocument()) {
                response.request().connection().close();
            }
        });
        return response.end()
                .transform(end -> body.length() > config.largestDocument()
                        ? Future.failedFuture(
                                new Unresolved(address + " has more than " + config.largestDocument() + " bytes"))
                        : end.succeeded() ? Future.succeededFuture(body.getBytes()) : Future.failedFuture(end.cause()));
    }

    private static Future<byte[]> ended(HttpClientResponse response, String why) {
        response.request().connection().close();
        return Future.failedFuture(new Unresolved(why));
    }

    /** In words of ours: those of a library may name addresses within. */
    private static String reason(Throwable failure) {
        if (failure instanceof UnknownHostException) {
            return "there is no such host";
        }
        return failure instanceof SSLException
                ? "its certificate or its TLS is not good"
                : "it does not answer in time, or not in HTTP";
    }
}
