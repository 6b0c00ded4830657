package dev.denchi.connector.journey;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Answers as the passport service does where the connector calls it, and can fall silent. It is not the passport service. */
final class ServiceStandIn implements AutoCloseable {

    static final String KEY = "a-connector-key";

    private static final ObjectMapper JSON = new ObjectMapper();

    record StateNotice(String transfer, String state, String at) {}

    private final HttpServer server;
    private final List<Map<String, Object>> recordSets = new ArrayList<>();
    private final List<StateNotice> notices = new CopyOnWriteArrayList<>();
    private volatile boolean down;

    ServiceStandIn(List<String> models) throws IOException {
        models.forEach(model -> List.of(1, 2, 3, 4).forEach(point -> recordSets.add(recordSet(model, point))));
        recordSets.sort((one, other) -> id(one).compareTo(id(other)));
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(8));
        server.createContext("/v1/record-sets", exchange -> answer(exchange, this::read));
        server.createContext("/v1/transfers", exchange -> answer(exchange, this::noted));
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    static String idOf(String model, int point) {
        return "urn:denchi:passports:sakura-cells:%s:point-%d".formatted(model, point);
    }

    void goDown() {
        down = true;
    }

    void comeBack() {
        down = false;
    }

    List<StateNotice> noticesOf(String transfer) {
        return notices.stream()
                .filter(notice -> notice.transfer().equals(transfer))
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private record Answer(int status, Object body) {}

    private interface Route {
        Answer answer(HttpExchange exchange) throws IOException;
    }

    private void answer(HttpExchange exchange, Route route) throws IOException {
        try (exchange) {
            var answer = down
                    ? new Answer(503, Map.of())
                    : KEY.equals(exchange.getRequestHeaders().getFirst("X-API-Key"))
                            ? route.answer(exchange)
                            : new Answer(401, Map.of());
            if (answer.status() == 204) {
                exchange.sendResponseHeaders(204, -1);
                return;
            }
            var bytes = JSON.writeValueAsBytes(answer.body());
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private Answer read(HttpExchange exchange) {
        var path = exchange.getRequestURI().getPath();
        return path.equals("/v1/record-sets") ? page(exchange) : one(path.substring("/v1/record-sets/".length()));
    }

    private Answer one(String id) {
        if (!id.matches("urn:denchi:passports:[^:]+:[^:]+:point-[1-4]")) {
            return new Answer(400, Map.of("title", "Malformed request"));
        }
        return recordSets.stream()
                .filter(recordSet -> id(recordSet).equals(id))
                .findFirst()
                .map(recordSet -> new Answer(200, recordSet))
                .orElse(new Answer(404, Map.of("title", "Not found")));
    }

    private Answer page(HttpExchange exchange) {
        var query = query(exchange.getRequestURI().getRawQuery());
        var limit = Integer.parseInt(query.remove("limit"));
        var offset = Integer.parseInt(query.remove("offset"));
        var selected = recordSets.stream()
                .filter(recordSet -> query.entrySet().stream()
                        .allMatch(wanted -> wanted.getValue().equals(String.valueOf(recordSet.get(wanted.getKey())))))
                .toList();
        var page = selected.stream().skip(offset).limit(limit).toList();
        return new Answer(200, Map.of("recordSets", page, "total", selected.size()));
    }

    private Answer noted(HttpExchange exchange) throws IOException {
        var transfer = exchange.getRequestURI().getPath().split("/")[3];
        var body = JSON.readTree(exchange.getRequestBody());
        notices.add(new StateNotice(
                transfer, body.get("state").asText(), body.get("at").asText()));
        return new Answer(204, Map.of());
    }

    private static Map<String, String> query(String raw) {
        var query = new HashMap<String, String>();
        for (var pair : raw.split("&")) {
            var parts = pair.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    private static String id(Map<String, Object> recordSet) {
        return String.valueOf(recordSet.get("id"));
    }

    private static Map<String, Object> recordSet(String model, int point) {
        return Map.of(
                "id",
                idOf(model, point),
                "operator",
                "sakura-cells",
                "economicOperatorId",
                "https://id.gs1.org/417/4912345000019",
                "manufacturerPartId",
                model,
                "batteryCategory",
                "EV",
                "accessPoint",
                point,
                "passports",
                1,
                "lastUpdated",
                "2026-11-23T20:00:00Z");
    }
}
