package dev.denchi.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The token endpoint of the OpenID Connect provider of the tests, for one confidential client. It answers as RFC 6749 says, or as it is told to. */
public final class SignInStandIn implements QuarkusTestResourceLifecycleManager {
    static final String PASSWORD = "p&ss=wörd +1";
    static final String BROKEN = "broken";
    static final String SLOW = "slow";
    static final String MISCONFIGURED = "misconfigured";
    static final String WITHOUT_REFRESH = "without-refresh";
    static final String HTML = "html";
    static final String REFRESH_TOKEN = "refresh-1";
    private static final String CLIENT =
            "Basic " + Base64.getEncoder().encodeToString("denchi-sign-in:s%26cret".getBytes(StandardCharsets.UTF_8));

    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.createContext("/token", SignInStandIn::answer);
            started.setExecutor(Executors.newCachedThreadPool()); // one that is slow holds up no other
            started.start();
            server = started;
            return Map.of(
                    "denchi.oidc.sign-in.token-url",
                    "http://127.0.0.1:" + started.getAddress().getPort() + "/token",
                    "denchi.oidc.sign-in.client-secret",
                    "s&cret",
                    "denchi.oidc.sign-in.timeout",
                    "3s",
                    "denchi.oidc.sign-in.account-page",
                    "https://login.denchi.example/account");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        if (!CLIENT.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 401, error("invalid_client"));
        } else if ("refresh_token".equals(form.get("grant_type"))) {
            boolean good = REFRESH_TOKEN.equals(form.get("refresh_token"));
            send(exchange, good ? 200 : 400, good ? tokens(Traders.CELL_MAKER, "") : error("invalid_grant"));
        } else {
            signIn(exchange, form.getOrDefault("username", ""), form);
        }
    }

    private static void signIn(HttpExchange exchange, String account, Map<String, String> form) throws IOException {
        String refresh = ", \"refresh_token\": \"" + REFRESH_TOKEN + "\"";
        switch (account) {
            case BROKEN -> send(exchange, 500, "{}");
            case HTML -> send(exchange, 200, "<html>");
            case MISCONFIGURED -> send(exchange, 400, error("unauthorized_client"));
            case WITHOUT_REFRESH -> send(exchange, 200, tokens(Traders.CELL_MAKER, ""));
            case SLOW -> {
                pause();
                send(exchange, 200, tokens(Traders.CELL_MAKER, refresh));
            }
            default -> {
                boolean good = account.equals(Traders.CELL_MAKER.account())
                        && PASSWORD.equals(form.get("password"))
                        && "openid".equals(form.get("scope"))
                        && "password".equals(form.get("grant_type"));
                send(exchange, good ? 200 : 401, good ? tokens(Traders.CELL_MAKER, refresh) : error("invalid_grant"));
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(4_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String tokens(Traders trader, String refresh) {
        return "{\"access_token\": \"" + OidcFixture.token(trader.person().operator(), "battery-operator")
                + "\", \"token_type\": \"Bearer\", \"expires_in\": 300" + refresh + "}";
    }

    private static String error(String code) {
        return "{\"error\": \"" + code + "\", \"error_description\": \"told for people\"}";
    }

    private static Map<String, String> form(String body) {
        return Arrays.stream(body.split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }
}
