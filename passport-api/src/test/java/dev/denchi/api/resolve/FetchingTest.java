package dev.denchi.api.resolve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.denchi.model.identifier.DidWeb;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a stranger's address may make this service do. */
class FetchingTest {
    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;

    @SuppressWarnings("NullAway.Init") // before each
    FetchingTest() {}

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
        server.createContext("/small/did.json", exchange -> answer(exchange, 200, "{}"));
        server.createContext("/large/did.json", exchange -> answer(exchange, 200, " ".repeat(100_000)));
        server.createContext("/elsewhere/did.json", FetchingTest::redirect);
        server.createContext("/error/did.json", exchange -> answer(exchange, 500, "{}"));
        server.createContext("/slow/did.json", FetchingTest::neverEnd);
        server.createContext("/found", exchange -> answer(exchange, 200, "{}"));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        vertx.close();
    }

    @Test
    void reads_a_document() {
        assertArrayEquals("{}".getBytes(StandardCharsets.UTF_8), got("small"));
    }

    @Test
    void refuses_what_is_at_a_private_address_without_connecting_to_it() {
        Fetching careful = new Fetching(config(false), vertx);
        for (String host :
                new String[] {"localhost", "127.0.0.1", "169.254.169.254", "10.0.0.1", "[::1]", "[::ffff:127.0.0.1]"}) {
            URI address =
                    URI.create("https://" + host + ":" + server.getAddress().getPort() + "/small/did.json");
            assertTrue(reason(careful.get(address)).contains("is not at a public address"), host);
        }
        assertEquals(0, asked.get());
    }

    @Test
    void speaks_no_plain_http_outside_development() {
        assertEquals("https", new DidWeb("did:web:a.example").document().getScheme());
    }

    @Test
    void follows_no_redirect() {
        assertTrue(reason(fetching().get(address("elsewhere"))).contains("answers 302"));
    }

    @Test
    void reads_no_more_than_a_document_may_have() {
        assertTrue(reason(fetching().get(address("large"))).contains("more than 65536 bytes"));
    }

    @Test
    void waits_no_longer_than_it_may() {
        long begun = System.nanoTime();
        assertTrue(reason(fetching().get(address("slow"))).contains("cannot be read"));
        assertTrue(Duration.ofNanos(System.nanoTime() - begun).toSeconds() < 8);
    }

    @Test
    void says_what_was_answered_instead() {
        assertTrue(reason(fetching().get(address("error"))).contains("answers 500"));
        assertTrue(reason(fetching().get(URI.create("https://nobody.invalid/did.json")))
                .contains("no such host"));
    }

    @Test
    void a_document_is_asked_for_once_in_a_while_also_when_there_is_none() {
        DidDocuments documents = new DidDocuments(fetching(), config(true));
        DidWeb did = new DidWeb("did:web:localhost%3A" + server.getAddress().getPort() + ":small");
        String first = reason(documents.keysOf(did));
        int asks = asked.get();
        assertTrue(first.contains("has no id"), first);
        assertEquals(first, reason(documents.keysOf(did)));
        assertEquals(asks, asked.get());
        assertFalse(reason(documents.freshKeysOf(did)).isEmpty());
        assertTrue(asked.get() > asks);
    }

    private byte[] got(String name) {
        return fetching().get(address(name)).await().atMost(Duration.ofSeconds(10));
    }

    private Fetching fetching() {
        return new Fetching(config(true), vertx);
    }

    private URI address(String name) {
        return URI.create("https://localhost:" + server.getAddress().getPort() + "/" + name + "/did.json");
    }

    private static String reason(Uni<?> fetched) {
        return String.valueOf(
                assertThrows(Unresolved.class, () -> fetched.await().atMost(Duration.ofSeconds(20)))
                        .getMessage());
    }

    private static ResolveConfig config(boolean privateAddresses) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(ResolveConfig.class)
                .withDefaultValue("denchi.resolve.private-addresses", String.valueOf(privateAddresses))
                .withDefaultValue("denchi.resolve.timeout", "PT2S")
                .build()
                .getConfigMapping(ResolveConfig.class);
    }

    private void answer(HttpExchange exchange, int status, String body) throws IOException {
        asked.incrementAndGet();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void redirect(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Location", "/found");
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private static void neverEnd(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 10);
        exchange.getResponseBody().write('{');
        exchange.getResponseBody().flush();
    }
}
