package dev.denchi.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.denchi.model.format.StrictJson;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The active criteria of the public catalogue dpp-criteria that look at a service from outside, each under its number, against the
 * service in the deployment profile {@code edge}: TLS with a certificate, HTTP/2, and a battery whose identifier is its address there.
 *
 * <p>DPP-ID-016, DPP-SEC-002 and DPP-SEC-013 speak of DIDs and proofs in the answer itself; it has none there and they skip it.
 */
@QuarkusTest
@TestProfile(EdgeProfile.class)
@QuarkusTestResource(TestServers.class)
@QuarkusTestResource(EdgeCertificate.class)
class DppCriteriaTest {

    private URI base;
    private SSLContext tls;
    private HttpClient client;
    private String productId;
    private String dppId;

    @BeforeEach
    void a_passport_at_an_address_of_this_service() throws Exception {
        base = URI.create(setting("test.url.ssl") + "/v1");
        tls = EdgeCertificate.trusting(Path.of(setting("quarkus.tls.edge.key-store.pem.0.cert")));
        client = HttpClient.newBuilder()
                .sslContext(tls)
                .version(HttpClient.Version.HTTP_2)
                .build();
        String model = "CRITERIA-" + UUID.randomUUID();
        for (String kind : List.of("battery-model", "carbon-footprint", "recycled-content")) {
            posted(kind, Examples.ofModel(kind, model));
        }
        ObjectNode battery = Examples.newBattery(model);
        productId =
                battery.get("productIdentifier").textValue().replace("id.sakura-cells.example", base.getAuthority());
        dppId = battery.get("batteryPassportIdentifier").textValue();
        posted("battery", battery.put("productIdentifier", productId));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{not json", "{\"productId\":42}"})
    void api_007_faulty_requests_are_answered_with_the_status_codes_of_EN_18222(String body) throws Exception {
        HttpResponse<String> answer = sent(request("/dppsByProductIds")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));

        assertEquals(400, answer.statusCode());
        assertEquals("ClientErrorBadRequest", json(answer).path("statusCode").asText());
    }

    @Test
    void api_013_a_passport_is_read_by_its_identifier_without_credentials() throws Exception {
        assertEquals(
                dppId,
                read("/dpps/" + encoded(dppId)).path("digitalProductPassportId").asText());
    }

    @Test
    void api_014_a_passport_is_read_by_its_products_identifier() throws Exception {
        JsonNode passport = read("/dppsByProductId/" + encoded(productId));

        assertEquals(productId, passport.path("uniqueProductIdentifier").asText());
    }

    /** The standard leaves the form of the question open; the criterion sends a bare array. */
    @ParameterizedTest
    @ValueSource(strings = {"[\"%s\"]", "{\"productIds\":[\"%s\"]}"})
    void api_015_passports_are_found_by_product_identifiers(String question) throws Exception {
        HttpResponse<String> answer = sent(request("/dppsByProductIds")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(question.formatted(productId))));

        assertEquals(200, answer.statusCode());
        assertEquals("[\"" + dppId + "\"]", json(answer).path("dppIds").toString());
    }

    @Test
    void api_019_a_passport_is_read_as_it_was_on_a_day() throws Exception {
        String now =
                Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1).toString();
        JsonNode passport = read("/dppsByIdAndDate/" + encoded(dppId) + "?date=" + encoded(now));

        assertEquals(dppId, passport.path("digitalProductPassportId").asText());
    }

    @Test
    void api_020_paths_carry_the_version_prefix() throws Exception {
        assertTrue(base.toString().endsWith("/v1"), base.toString());
        read("/dpps/" + encoded(dppId));
    }

    @Test
    void api_021_a_path_to_an_element_is_a_JSONPath() throws Exception {
        read("/dpps/" + encoded(dppId) + "/elements/" + encoded("$.batteryModel.batteryMass"));
        assertEquals(400, got("/dpps/" + encoded(dppId) + "/elements/%24%5B").statusCode());
    }

    /** The catalogue asks for an identifier of a form that no service has given out. */
    @Test
    void api_022_an_unknown_passport_is_not_found() throws Exception {
        byte[] random = new byte[16];
        ThreadLocalRandom.current().nextBytes(random);
        for (String unknown :
                List.of("dpp-validator-" + HexFormat.of().formatHex(random), "urn:uuid:" + UUID.randomUUID())) {
            HttpResponse<String> answer = got("/dpps/" + encoded(unknown));

            assertEquals(404, answer.statusCode());
            assertTrue(json(answer).has("message"), answer.body());
        }
    }

    @Test
    void api_023_the_representation_is_the_one_asked_for() throws Exception {
        String passport = "/dpps/" + encoded(dppId);

        assertFalse(read(passport).has("elements"));
        assertFalse(read(passport + "?representation=compressed").has("elements"));
        assertTrue(read(passport + "?representation=full").at("/elements/0").has("elementId"));
        assertEquals(
                400, got(passport + "?representation=dpp-validator-unknown").statusCode());
    }

    @Test
    void dat_003_the_product_identifier_leads_to_one_JSON_object() throws Exception {
        HttpResponse<String> answer = resolved();

        assertEquals(200, answer.statusCode());
        assertEquals("application/json", type(answer));
        assertTrue(json(answer).isObject());
    }

    @Test
    void dat_014_and_015_the_header_has_the_attributes_of_EN_18223() throws Exception {
        JsonNode passport = json(resolved());

        for (String attribute : List.of(
                "digitalProductPassportId", "uniqueProductIdentifier", "dppSchemaVersion", "economicOperatorId")) {
            assertFalse(passport.path(attribute).asText().isEmpty(), attribute);
        }
        assertTrue(passport.path("digitalProductPassportId").asText().matches("[A-Za-z][A-Za-z0-9+.-]*:.+"));
        assertTrue(Set.of("model", "batch", "item")
                .contains(passport.path("granularity").asText()));
        assertTrue(Set.of("active", "inactive", "archived", "invalid")
                .contains(passport.path("dppStatus").asText()));
        assertTrue(
                passport.path("lastUpdated").asText().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z"));
        assertTrue(passport.path("facilityId").isTextual());
        passport.path("contentSpecificationIds").forEach(id -> assertTrue(id.isTextual()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"text/html|text/html", "*/*|application/json", "application/json, text/html;q=0.1|application/json"
            })
    void dat_016_the_passport_is_a_page_for_whoever_asks_for_one(String accept, String type) throws Exception {
        HttpResponse<String> answer =
                sent(HttpRequest.newBuilder(URI.create(productId)).header("Accept", accept));

        assertEquals(200, answer.statusCode());
        assertEquals(type, type(answer));
        assertTrue(vary(answer).contains("Accept"), vary(answer).toString());
    }

    @Test
    void id_001_and_013_the_product_identifier_leads_anyone_to_its_passport() throws Exception {
        HttpResponse<String> answer = resolved();

        assertEquals(200, answer.statusCode());
        assertEquals(productId, json(answer).path("uniqueProductIdentifier").asText());
        assertEquals(dppId, json(answer).path("digitalProductPassportId").asText());
    }

    @Test
    void sec_001_nobody_changes_or_makes_a_passport_without_credentials() throws Exception {
        String passport = "/dpps/" + encoded(dppId);
        String before = got(passport).body();
        for (HttpRequest.Builder change : List.of(
                request(passport).method("PATCH", BodyPublishers.ofString("{}")),
                request("/dpps").POST(BodyPublishers.ofString("{}")))) {
            HttpResponse<String> answer = sent(change.header("Content-Type", "application/json"));

            assertEquals(401, answer.statusCode());
            assertEquals("ClientNotAuthorized", json(answer).path("statusCode").asText());
        }
        assertEquals(before, got(passport).body());
    }

    /** A client that trusts this certificate alone has verified chain and host name when it is answered. */
    @Test
    void dex_002_the_certificate_is_verified_and_nothing_is_served_without_TLS() throws Exception {
        assertEquals(200, got("/dpps/" + encoded(dppId)).statusCode());
        assertThrows(
                SSLHandshakeException.class,
                () -> HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(base).build(), BodyHandlers.ofString()));
        assertThrows(
                ConnectException.class,
                () -> new Wire(Integer.parseInt(setting("quarkus.http.test-port"))).answerInPlain(get("HTTP/1.1")));
        assertNoSuccess(new Wire(base.getPort()).answerInPlain(get("HTTP/1.1")));
    }

    /** The same greeting in another version is the control: it is the version that is refused. */
    @Test
    void dex_003_TLS_is_1_2_or_newer() throws Exception {
        Wire wire = new Wire(base.getPort());

        assertEquals(Wire.HANDSHAKE, wire.answerToHello(Wire.TLS_1_2));
        for (int version : List.of(Wire.SSL_3_0, Wire.TLS_1_0, Wire.TLS_1_1)) {
            assertNotEquals(Wire.HANDSHAKE, wire.answerToHello(version), Integer.toHexString(version));
        }
        assertEquals(
                "TLSv1.3",
                got("/dpps/" + encoded(dppId)).sslSession().orElseThrow().getProtocol());
    }

    @Test
    void dex_004_answers_are_JSON() throws Exception {
        assertEquals("application/json", type(got("/dpps/" + encoded(dppId))));
    }

    @Test
    void dex_005_HTTP_2_is_spoken() throws Exception {
        HttpResponse<String> answer = got("/dpps/" + encoded(dppId));

        assertEquals(HttpClient.Version.HTTP_2, answer.version());
        assertEquals(200, answer.statusCode());
    }

    @ParameterizedTest
    @CsvSource({"HTTP/1.1, http/1.1", "HTTP/1.0, http/1.0", "HTTP/1.1,", "HTTP/1.0,"})
    void dex_006_no_older_HTTP_is_spoken(String version, String offered) {
        String[] protocols = offered == null ? new String[0] : new String[] {offered};
        try {
            assertNoSuccess(new Wire(base.getPort()).answerInTls(tls, get(version), protocols));
        } catch (IOException e) {
            assertTrue(offered != null, "who asks TLS for no protocol is told in HTTP what is spoken here");
        }
    }

    private static void assertNoSuccess(String answer) {
        assertFalse(answer.matches("(?s)HTTP/1\\.[01] [123].*"), answer);
    }

    private String get(String version) {
        return "GET /v1/dpps/" + encoded(dppId) + " " + version + "\r\nHost: " + base.getAuthority()
                + "\r\nConnection: close\r\n\r\n";
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    private void posted(String kind, JsonNode body) throws Exception {
        HttpResponse<String> answer = sent(request("/records/" + kind)
                .header("X-API-Key", People.CELL_MAKER.key())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString())));
        assertEquals(201, answer.statusCode(), answer.body());
    }

    /** As a phone does it that knows nothing of passports. */
    private HttpResponse<String> resolved() throws Exception {
        return sent(HttpRequest.newBuilder(URI.create(productId)));
    }

    private JsonNode read(String path) throws Exception {
        HttpResponse<String> answer = got(path);
        assertEquals(200, answer.statusCode(), path);
        assertEquals("application/json", type(answer));
        return json(answer);
    }

    private HttpResponse<String> got(String path) throws Exception {
        return sent(request(path).header("Accept", "*/*"));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    private HttpResponse<String> sent(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return StrictJson.read(answer.body());
    }

    private static String type(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
    }

    private static Set<String> vary(HttpResponse<String> answer) {
        return answer.headers().allValues("Vary").stream()
                .flatMap(names -> Arrays.stream(names.split(",")))
                .map(String::strip)
                .collect(Collectors.toSet());
    }

    private static String encoded(String segment) {
        return Calls.encoded(segment);
    }
}
