package dev.denchi.connector.offer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.edc.spi.EdcException;
import org.eclipse.edc.spi.system.configuration.Config;

/** Where the passport service answers this connector, and the key it knows it by. */
public final class ServiceAddress {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final String url;
    private final String key;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    public ServiceAddress(String url, String key) {
        this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        this.key = key;
    }

    /** Empty for a connector that offers nothing: it plays the consumer only. */
    public static Optional<ServiceAddress> in(Config config) {
        var url = config.getString("denchi.api.url", "");
        return url.isBlank()
                ? Optional.empty()
                : Optional.of(new ServiceAddress(url, config.getString("denchi.api.key")));
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder().GET(), path);
    }

    public HttpResponse<String> put(String path, String json) {
        var request = HttpRequest.newBuilder()
                .PUT(HttpRequest.BodyPublishers.ofString(json))
                .header("Content-Type", "application/json");
        return send(request, path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String path) {
        var ready = request.uri(URI.create(url + path))
                .timeout(ANSWER)
                .header("X-API-Key", key)
                .header("Accept", "application/json")
                .build();
        try {
            return http.send(ready, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new ServiceUnreachable("The passport service does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceUnreachable("Interrupted while the passport service was asked", e);
        }
    }

    /** The service is down or misbehaves: the same question may be answered later. */
    public static final class ServiceUnreachable extends EdcException {

        private static final long serialVersionUID = 1L;

        ServiceUnreachable(String message, Throwable cause) {
            super(message, cause);
        }

        ServiceUnreachable(String message) {
            super(message);
        }
    }
}
