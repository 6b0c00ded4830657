package dev.denchi.deploy.local.walk;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** Plain HTTP against one address. */
record Web(String base) {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final Duration LIMIT = Duration.ofSeconds(60);

    Answer get(String path, Map<String, String> headers) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder().GET(), path, headers);
    }

    Answer post(String path, String json, Map<String, String> headers) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder().POST(BodyPublishers.ofString(json)).header("Content-Type", "application/json");
        return send(request, path, headers);
    }

    static String encoded(String pathSegment) {
        return URLEncoder.encode(pathSegment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Answer send(HttpRequest.Builder request, String path, Map<String, String> headers)
            throws IOException, InterruptedException {
        headers.forEach(request::setHeader);
        HttpRequest ready = request.uri(URI.create(base + path)).timeout(LIMIT).build();
        return Answer.of(CLIENT.send(ready, BodyHandlers.ofString()));
    }
}
