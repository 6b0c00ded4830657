package dev.denchi.api.access.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.format.MalformedJson;
import dev.denchi.model.format.StrictJson;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** Speaks to the token endpoint of an OpenID Connect provider. */
final class TokenEndpoint {
    private static final int OK = 200;
    private static final String NOT_THIS_GRANT = "invalid_grant";

    private final URI address;
    private final SignInConfig config;
    private final HttpClient client;

    TokenEndpoint(URI address, SignInConfig config) {
        this.address = address;
        this.config = config;
        this.client = HttpClient.newBuilder()
                .connectTimeout(config.timeout())
                .followRedirects(HttpClient.Redirect.NEVER) // what it is told goes nowhere else
                .build();
    }

    /** Empty when the grant itself is refused; fails when the endpoint answers in any other way than with tokens. */
    CompletionStage<Optional<JsonNode>> ask(Map<String, String> grant) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(config.timeout())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json");
        config.clientSecret().ifPresent(secret -> request.header("Authorization", basic(secret)));
        String named = config.clientSecret().isPresent() ? "" : "&client_id=" + encoded(config.clientId());
        return client.sendAsync(
                        request.POST(BodyPublishers.ofString(form(grant) + named))
                                .build(),
                        BodyHandlers.ofByteArray())
                .thenApply(TokenEndpoint::answer);
    }

    /** RFC 6749, 5.2, has 400 for a refused grant; some providers say 401. */
    private static Optional<JsonNode> answer(HttpResponse<byte[]> response) {
        JsonNode body = body(response);
        if (response.statusCode() == OK) {
            return Optional.of(body);
        }
        if (response.statusCode() / 100 == 4
                && NOT_THIS_GRANT.equals(body.path("error").textValue())) {
            return Optional.empty();
        }
        throw new IllegalStateException("the token endpoint answers " + response.statusCode());
    }

    private static JsonNode body(HttpResponse<byte[]> response) {
        try {
            return StrictJson.readForeign(response.body());
        } catch (MalformedJson e) {
            throw new IllegalStateException("the token endpoint answers " + response.statusCode() + " without JSON", e);
        }
    }

    private String basic(String secret) {
        String credentials = encoded(config.clientId()) + ":" + encoded(secret);
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
