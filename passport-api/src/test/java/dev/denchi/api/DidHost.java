package dev.denchi.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Somebody's web server with did:web documents, on this machine. */
final class DidHost {
    private static final Map<String, byte[]> DOCUMENTS = new ConcurrentHashMap<>();
    private static final HttpServer SERVER = start();

    private DidHost() {}

    static String did(String name) {
        return "did:web:localhost%3A" + SERVER.getAddress().getPort() + ":ids:" + name;
    }

    static void publish(String name, byte[] document) {
        DOCUMENTS.put("/ids/" + name + "/did.json", document);
    }

    private static HttpServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
            server.createContext("/", DidHost::answer);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        byte[] document = DOCUMENTS.getOrDefault(exchange.getRequestURI().getPath(), new byte[0]);
        exchange.sendResponseHeaders(document.length == 0 ? 404 : 200, document.length == 0 ? -1 : document.length);
        exchange.getResponseBody().write(document);
        exchange.close();
    }
}
