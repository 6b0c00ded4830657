package dev.denchi.api.vault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.denchi.model.format.MalformedJson;
import dev.denchi.model.format.StrictJson;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Speaks Vault's HTTP API, version 1. */
final class VaultApi {
    private static final int NO_SUCH_THING = 404;
    private static final int FORBIDDEN = 403;

    private final VaultConfig config;
    private final String address;
    private final HttpClient client;

    VaultApi(VaultConfig config) {
        this.config = config;
        this.address = config.address().map(URI::toString).orElseThrow().replaceFirst("/$", "");
        this.client = HttpClient.newBuilder()
                .connectTimeout(config.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** Missing when there is no such thing; fails with {@link VaultRefused}. */
    CompletionStage<JsonNode> get(String path, String token) {
        return send(request(path, token).GET());
    }

    /** @param token {@code null} to log in */
    CompletionStage<JsonNode> post(String path, @Nullable String token, Map<String, ?> body) {
        return send(request(path, token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(StrictJson.write(body))));
    }

    private HttpRequest.Builder request(String path, @Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + "/v1/" + path))
                .timeout(config.timeout())
                .header("X-Vault-Request", "true");
        if (token != null) {
            request.header("X-Vault-Token", token);
        }
        config.namespace().ifPresent(namespace -> request.header("X-Vault-Namespace", namespace));
        return request;
    }

    private CompletionStage<JsonNode> send(HttpRequest.Builder request) {
        return client.sendAsync(request.build(), BodyHandlers.ofByteArray()).thenApply(VaultApi::answer);
    }

    private static JsonNode answer(HttpResponse<byte[]> response) {
        if (response.statusCode() == NO_SUCH_THING) {
            return MissingNode.getInstance();
        }
        JsonNode body = body(response);
        if (response.statusCode() / 100 != 2) {
            throw new CompletionException(new VaultRefused(
                    response.statusCode() == FORBIDDEN,
                    response.request().uri().getPath() + " answers " + response.statusCode() + " "
                            + body.path("errors")));
        }
        return body;
    }

    private static JsonNode body(HttpResponse<byte[]> response) {
        try {
            return response.body().length == 0 ? MissingNode.getInstance() : StrictJson.readForeign(response.body());
        } catch (MalformedJson e) {
            return MissingNode.getInstance(); // a proxy in between speaks HTML
        }
    }

    /** What Vault answers instead. */
    static final class VaultRefused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final boolean forbidden;

        VaultRefused(boolean forbidden, String message) {
            super("Vault: " + message);
            this.forbidden = forbidden;
        }

        /** The token may have ended. */
        boolean isForbidden() {
            return forbidden;
        }
    }
}
