package dev.denchi.api;

import static dev.denchi.api.Calls.as;

import com.fasterxml.jackson.databind.JsonNode;
import dev.denchi.model.format.StrictJson;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Uploads of many records, by the people of the tests. */
final class Uploads {

    private Uploads() {}

    static String newKey() {
        return "upload/" + UUID.randomUUID();
    }

    static List<String> batteries(String modelId, int count) {
        return Stream.generate(() -> Examples.newBattery(modelId).toString())
                .limit(count)
                .toList();
    }

    static byte[] ndjson(List<String> lines) {
        return lines.stream().collect(Collectors.joining("\n", "", "\n")).getBytes(StandardCharsets.UTF_8);
    }

    static Response upload(String key, List<String> lines) {
        return upload(People.CELL_MAKER, key, "battery", ndjson(lines));
    }

    static Response upload(People person, String key, String kind, byte[] body) {
        return as(person)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/x-ndjson")
                .body(body)
                .post("/v1/records/" + kind + "/bulk");
    }

    /** Begins an upload of {@code told} bytes and breaks the connection after those of {@code sent}. */
    static void cut(String baseUri, String key, long told, byte[] sent) throws IOException {
        try (Socket socket = open(baseUri, key, told)) {
            socket.getOutputStream().write(sent);
            socket.getOutputStream().flush();
        }
    }

    static Socket open(String baseUri, String key, long told) throws IOException {
        URI service = URI.create(baseUri);
        Socket socket = new Socket(service.getHost(), service.getPort());
        String head = "POST /v1/records/battery/bulk HTTP/1.1\r\nHost: %s\r\nX-API-Key: %s\r\nIdempotency-Key: %s\r\n"
                        .formatted(service.getAuthority(), People.CELL_MAKER.key(), key)
                + "Content-Type: application/x-ndjson\r\nContent-Length: %d\r\n\r\n".formatted(told);
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** What its operator reads of the upload with this key. */
    static Response progress(String key) {
        return as(People.CELL_MAKER).queryParam("idempotencyKey", key).get("/v1/bulk");
    }

    static List<JsonNode> results(Response upload, String query) {
        return resultsAt(upload.<String>path("links.results") + query);
    }

    static List<JsonNode> resultsAt(String address) {
        Response page = as(People.CELL_MAKER).get(address);
        page.then().statusCode(200).contentType("application/x-ndjson");
        return page.asString().lines().map(StrictJson::read).toList();
    }
}
