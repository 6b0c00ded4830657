package dev.denchi.connector.conflict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.eclipse.edc.spi.result.ServiceFailure;
import org.eclipse.edc.spi.result.ServiceResult;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private static final Patience QUICK = new Patience(5, Duration.ofMillis(1));

    /** A protocol service as the decorator sees it. */
    interface Answering {
        ServiceResult<String> answer(String message);
    }

    @Nested
    class Inbound {

        @Test
        void a_conflict_that_passes_never_leaves_the_connector() {
            var calls = new AtomicInteger();

            var result = patient(message -> calls.incrementAndGet() < 3
                            ? ServiceResult.conflict("currently leased")
                            : ServiceResult.success(message))
                    .answer("hello");

            assertEquals("hello", result.getContent());
            assertEquals(3, calls.get());
        }

        @Test
        void an_entity_that_stays_held_is_told_as_an_error_that_the_peer_tries_again_after() {
            var calls = new AtomicInteger();

            var result = patient(message -> {
                        calls.incrementAndGet();
                        return ServiceResult.conflict("currently leased");
                    })
                    .answer("hello");

            assertEquals(ServiceFailure.Reason.UNEXPECTED, result.reason());
            assertEquals(5, calls.get());
        }

        @Test
        void any_other_conflict_that_stays_is_told_in_the_end() {
            var calls = new AtomicInteger();

            var result = patient(message -> {
                        calls.incrementAndGet();
                        return ServiceResult.conflict("cannot be agreed on");
                    })
                    .answer("hello");

            assertEquals(ServiceFailure.Reason.CONFLICT, result.reason());
            assertEquals(5, calls.get());
        }

        @Test
        void any_other_refusal_is_told_at_once() {
            var calls = new AtomicInteger();

            patient(message -> {
                        calls.incrementAndGet();
                        return ServiceResult.unauthorized("no");
                    })
                    .answer("hello");

            assertEquals(1, calls.get());
        }

        @Test
        void a_transfer_in_a_wrong_state_is_not_waited_for() {
            assertTrue(InboundConflicts.onlyWhileLeased(
                    ServiceResult.conflict("Entity x is currently leased!").getFailure()));
            assertFalse(InboundConflicts.onlyWhileLeased(
                    ServiceResult.conflict("transfer cannot be started").getFailure()));
        }

        private Answering patient(Answering target) {
            return InboundConflicts.patient(Answering.class, target, QUICK, any -> true);
        }
    }

    @Nested
    class Outbound {

        @Test
        void a_message_is_sent_again_after_409_each_time_with_a_token_of_its_own() throws IOException {
            var tokens = sent("/api/dsp/2025-1/negotiations/request", 2);

            assertEquals(List.of("token-1", "token-2", "token-3"), tokens);
        }

        @Test
        void what_is_no_dataspace_message_is_not_sent_again() throws IOException {
            assertEquals(1, sent("/api/other", 2).size());
        }

        @Test
        void patience_ends() throws IOException {
            assertEquals(5, sent("/api/dsp/2025-1/transfers/x/start", 100).size());
        }

        @Test
        void a_peer_that_holds_its_entity_to_the_end_is_merely_unavailable() throws IOException {
            assertEquals(503, lastStatus("Entity x is currently leased!"));
            assertEquals(409, lastStatus("the state is TERMINATED"));
        }

        /** The tokens that arrived at a peer which is busy so many times. */
        private List<String> sent(String path, int busy) throws IOException {
            var arrived = new CopyOnWriteArrayList<String>();
            var status = statusFrom(path, "", token -> {
                arrived.add(token);
                return arrived.size() > busy ? 200 : 409;
            });
            assertTrue(status == 200 || status == 409);
            return new ArrayList<>(arrived);
        }

        private int lastStatus(String reason) throws IOException {
            return statusFrom("/api/dsp/2025-1/negotiations/x/events", reason, token -> 409);
        }

        /** What the sender is told of a peer that answers every message with {@code reason}. */
        private int statusFrom(String path, String reason, Function<String, Integer> peer) throws IOException {
            var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            server.createContext("/", exchange -> {
                var status =
                        peer.apply(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
                var body = reason.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
            var number = new AtomicInteger();
            var http =
                    OutboundConflicts.patient(new OkHttpClient(), QUICK, token -> "token-" + number.incrementAndGet());
            var request = new Request.Builder()
                    .url("http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path))
                    .header("Authorization", "first")
                    .post(RequestBody.create(new byte[0]))
                    .build();
            try (var response = http.newCall(request).execute()) {
                return response.code();
            } finally {
                server.stop(0);
                http.dispatcher().executorService().shutdown();
            }
        }
    }
}
