package dev.denchi.connector.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.denchi.deploy.servers.LocalPostgres;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // filled before all tests
class ExchangeJourneyTest {

    private static final String MODEL = "SC-NMC-77";
    private static final int PARALLEL = 100;
    private static final String EVERYTHING = "{\"offset\":0,\"limit\":1000}";

    @TempDir
    private static Path folder;

    private static LocalPostgres postgres;
    private static ServiceStandIn service;
    private static Dataspace dataspace;
    private static ECKey tokenKey;
    private static ConnectorProcess provider;
    private static ConnectorProcess platformConnector;
    private static ConnectorProcess recyclerConnector;
    private static Platform platform;
    private static Platform recycler;

    @BeforeAll
    static void start() throws Exception {
        postgres = LocalPostgres.start(Path.of("target/journey-postgres"), 0, Map.of());
        var models = new ArrayList<>(List.of(MODEL));
        IntStream.range(10, 40).forEach(number -> models.add("SC-LFP-" + number));
        service = new ServiceStandIn(models);
        dataspace = new Dataspace(folder)
                .with("denchi", "provider")
                .with("eu-platform", "platform")
                .with("recycler", "legitimateInterest");
        tokenKey = Dataspace.newKey("denchi-tokens");
        Files.writeString(folder.resolve("token.jwk"), tokenKey.toJSONString());
        provider = ConnectorProcess.start(folder, "denchi", providerSettings());
        platformConnector = ConnectorProcess.start(folder, "eu-platform", settings("eu-platform", "platform"));
        recyclerConnector = ConnectorProcess.start(folder, "recycler", settings("recycler", "recycler"));
        platform = new Platform(platformConnector.ready(), provider.ready());
        recycler = new Platform(recyclerConnector.ready(), provider);
    }

    @AfterAll
    static void stop() throws Exception {
        for (var connector : List.of(platformConnector, recyclerConnector, provider)) {
            connector.close();
        }
        service.close();
        postgres.close();
    }

    private static Properties settings(String id, String schema) throws IOException {
        // a fresh schema each run: the server keeps its data between runs
        var url = postgres.jdbcUrl(schema + "_" + System.currentTimeMillis());
        return ConnectorProcess.settings(dataspace, id, url, postgres.username(), postgres.password());
    }

    private static Properties providerSettings() throws IOException {
        var settings = settings("denchi", "connector");
        settings.setProperty("denchi.api.url", service.url());
        settings.setProperty("denchi.api.key", ServiceStandIn.KEY);
        settings.setProperty("denchi.api.public-url", "https://passports.example");
        settings.setProperty(
                "denchi.token.key-file", folder.resolve("token.jwk").toString());
        settings.setProperty("denchi.transfer.maximum-age-seconds", "40");
        return settings;
    }

    @Test
    void a_platform_finds_an_offer_negotiates_and_gets_a_token_bound_to_the_agreement() throws Exception {
        platform.reference(platform.transfer(platform.agreementOn(ServiceStandIn.idOf("SC-LFP-10", 1)))); // warm
        var began = Instant.now();

        var agreement = platform.agreementOn(ServiceStandIn.idOf(MODEL, 1));
        var transfer = platform.transfer(agreement);
        var reference = platform.reference(transfer);

        System.out.printf(
                "JOURNEY: offer to token in %d ms%n",
                Duration.between(began, Instant.now()).toMillis());
        assertEquals("https://passports.example/v1", reference.get("endpoint").asText());
        assertEquals("bearer", reference.get("authType").asText());
        var token = SignedJWT.parse(reference.get("authorization").asText());
        assertTrue(token.verify(new ECDSAVerifier(tokenKey.toPublicJWK())));
        assertEquals("at+jwt", token.getHeader().getType().getType());
        assertEquals(tokenKey.getKeyID(), token.getHeader().getKeyID());
        var claims = token.getJWTClaimsSet();
        assertEquals("denchi", claims.getIssuer());
        assertEquals("eu-platform", claims.getSubject());
        assertEquals(List.of("https://passports.example"), claims.getAudience());
        assertEquals(ServiceStandIn.idOf(MODEL, 1), claims.getStringClaim("dataset"));
        assertEquals("sakura-cells", claims.getStringClaim("operator"));
        assertEquals(MODEL, claims.getStringClaim("manufacturerPartId"));
        assertEquals(List.of(1L), claims.getClaim("accessPoints"));
        assertEquals(
                600_000,
                claims.getExpirationTime().getTime() - claims.getIssueTime().getTime());
        assertTrue(claims.getLongClaim("startedAt") >= began.toEpochMilli());
        assertFalse(claims.getJWTID().isBlank());
        assertEquals(providerTransfer(transfer), claims.getStringClaim("transfer"));
        assertFalse(claims.getStringClaim("agreement").isBlank());
    }

    @Test
    void a_suspended_transfer_is_told_to_the_service_and_a_resumed_one_gets_another_token() throws Exception {
        var transfer = platform.transfer(platform.agreementOn(ServiceStandIn.idOf(MODEL, 1)));
        var first = platform.reference(transfer).get("authorization").asText();
        var id = SignedJWT.parse(first).getJWTClaimsSet().getStringClaim("transfer");

        assertEquals(204, platform.stop(transfer, "suspend"));
        platform.transferIn(transfer, "SUSPENDED");
        assertEquals(List.of("SUSPENDED"), statesTold(id, 1));
        assertEquals(
                404,
                platform.call("GET", "/v3/edrs/" + transfer + "/dataaddress", "")
                        .status());

        assertEquals(204, platform.stop(transfer, "resume"));
        var second = platform.reference(transfer).get("authorization").asText();
        assertNotEquals(first, second);
        var stopped = Instant.parse(service.noticesOf(id).get(0).at()).toEpochMilli();
        assertTrue(SignedJWT.parse(first).getJWTClaimsSet().getLongClaim("startedAt") <= stopped);
        assertTrue(SignedJWT.parse(second).getJWTClaimsSet().getLongClaim("startedAt") > stopped);

        assertEquals(204, platform.stop(transfer, "terminate"));
        platform.transferIn(transfer, "TERMINATED");
        assertEquals(List.of("SUSPENDED", "TERMINATED"), statesTold(id, 2));
    }

    @Test
    void the_service_learns_of_a_stop_even_when_it_was_down_meanwhile() throws Exception {
        var transfer = platform.transfer(platform.agreementOn(ServiceStandIn.idOf(MODEL, 1)));
        var token = SignedJWT.parse(
                platform.reference(transfer).get("authorization").asText());
        var id = token.getJWTClaimsSet().getStringClaim("transfer");
        service.goDown();
        try {
            platform.stop(transfer, "terminate");
            Thread.sleep(2_500);
            assertEquals(List.of(), service.noticesOf(id));
        } finally {
            service.comeBack();
        }
        assertEquals("TERMINATED", statesTold(id, 1).get(0));
    }

    @Test
    void a_transfer_waits_for_a_service_that_is_down() throws Exception {
        var agreement = platform.agreementOn(ServiceStandIn.idOf(MODEL, 1));
        String transfer;
        service.goDown();
        try {
            transfer = platform.transfer(agreement);
            Thread.sleep(1_500);
            assertNotEquals("STARTED", state(transfer));
        } finally {
            service.comeBack();
        }
        platform.reference(transfer);
    }

    @Test
    void a_reader_sees_only_the_access_points_of_its_roles() throws Exception {
        var publicOnly = platform.datasetIds(EVERYTHING);
        var interested = recycler.datasetIds(EVERYTHING);

        assertEquals(31, publicOnly.size());
        assertTrue(publicOnly.stream().allMatch(id -> id.endsWith("point-1")));
        assertEquals(93, interested.size());
        assertTrue(interested.stream().noneMatch(id -> id.endsWith("point-3")));
    }

    @Test
    void a_dataset_says_what_it_holds() throws Exception {
        var dataset = platform.datasets(
                        "{\"filterExpression\":[{\"operandLeft\":\"https://denchi.dev/ns/manufacturerPartId\",\"operator\":\"=\",\"operandRight\":\"SC-NMC-77\"}]}")
                .get(0);

        assertEquals(ServiceStandIn.idOf(MODEL, 1), dataset.get("@id").asText());
        assertEquals(
                "sakura-cells", dataset.get("https://denchi.dev/ns/operator").asText());
        assertEquals("EV", dataset.get("https://denchi.dev/ns/batteryCategory").asText());
        assertEquals(1, dataset.get("https://denchi.dev/ns/accessPoint").asInt());
        assertEquals(
                "HttpData-PULL",
                dataset.get("distribution").get(0).get("format").asText());
    }

    @Test
    void pages_of_the_catalogue_neither_overlap_nor_leave_gaps() throws Exception {
        var whole = recycler.datasetIds(EVERYTHING);
        var paged = new ArrayList<String>();
        for (var offset = 0; offset < whole.size(); offset += 10) {
            paged.addAll(recycler.datasetIds("{\"offset\":%d,\"limit\":10}".formatted(offset)));
        }

        assertEquals(whole, paged);
        assertEquals(whole.size(), new HashSet<>(paged).size());
    }

    @Test
    void a_filter_that_cannot_be_served_is_refused() throws Exception {
        var answer = platform.catalogue(
                "{\"filterExpression\":[{\"operandLeft\":\"https://denchi.dev/ns/weight\",\"operator\":\"=\",\"operandRight\":\"1\"}]}");

        assertEquals(502, answer.status(), answer.toString());
        assertTrue(answer.toString().contains("is not supported"), answer.toString());
    }

    @Test
    void a_recycler_negotiates_for_individual_batteries() throws Exception {
        var agreement = recycler.agreementOn(ServiceStandIn.idOf(MODEL, 4));
        var reference = recycler.reference(recycler.transfer(agreement));

        var claims = SignedJWT.parse(reference.get("authorization").asText()).getJWTClaimsSet();
        assertEquals("recycler", claims.getSubject());
        assertEquals(List.of(1L, 4L), claims.getClaim("accessPoints"));
    }

    @Test
    void guessing_the_offer_of_a_closed_access_point_leads_to_no_agreement() throws Exception {
        for (var point : List.of(2, 3, 4)) {
            var dataset = ServiceStandIn.idOf(MODEL, point);
            for (var definition : List.of("denchi-access-point-" + point, "denchi-access-point-1")) {
                var negotiation = platform.negotiated(platform.ask(guessed(definition, dataset, point)));
                assertEquals("TERMINATED", negotiation.get("state").asText(), negotiation.toPrettyString());
            }
        }
    }

    @Test
    void no_negotiation_is_lost_when_many_run_at_once() throws Exception {
        var offer = platform.offerOf(ServiceStandIn.idOf(MODEL, 1));
        var began = Instant.now();
        var pool = Executors.newFixedThreadPool(20);
        try {
            Callable<String> ask = () -> platform.ask(offer);
            var states = new ArrayList<String>();
            for (var negotiation : pool.invokeAll(
                    IntStream.range(0, PARALLEL).mapToObj(any -> ask).toList())) {
                states.add(platform.negotiated(negotiation.get()).get("state").asText());
            }

            assertEquals(PARALLEL, states.stream().filter("FINALIZED"::equals).count(), states.toString());
        } finally {
            pool.shutdownNow();
        }
        System.out.printf(
                "JOURNEY: %d negotiations in %d ms, none lost%n",
                PARALLEL, Duration.between(began, Instant.now()).toMillis());
    }

    @Test
    void old_transfers_are_ended() throws Exception {
        var transfer = platform.transfer(platform.agreementOn(ServiceStandIn.idOf(MODEL, 1)));
        platform.reference(transfer);

        platform.transferIn(transfer, "TERMINATED");
    }

    @Test
    void references_can_be_asked_for_by_agreement() throws Exception {
        var agreement = platform.agreementOn(ServiceStandIn.idOf(MODEL, 1));
        var transfer = platform.transfer(agreement);
        platform.reference(transfer);

        var answer = platform.call(
                "POST",
                "/v3/edrs/request",
                "{\"filterExpression\":[{\"operandLeft\":\"agreementId\",\"operator\":\"=\",\"operandRight\":\"%s\"}]}"
                        .formatted(agreement));

        assertEquals(200, answer.status());
        assertEquals(1, answer.body().size());
        assertEquals(transfer, answer.body().get(0).get("transferProcessId").asText());
    }

    @Test
    void assets_of_a_provider_are_not_written_by_hand() throws Exception {
        var asProvider = new Platform(provider, provider);
        var answer = asProvider.call(
                "POST",
                "/v3/assets",
                "{\"@context\":{\"@vocab\":\"https://w3id.org/edc/v0.0.1/ns/\"},\"@id\":\"mine\",\"properties\":{},\"dataAddress\":{\"type\":\"HttpData\",\"baseUrl\":\"http://127.0.0.1/\"}}");

        assertEquals(400, answer.status(), answer.toString());
    }

    @Test
    void a_message_is_believed_once_and_only_from_who_signed_it() throws Exception {
        var token = tokenOf(dataspace.keyOf("eu-platform"));

        assertEquals(200, catalogueAsked(token));
        assertEquals(401, catalogueAsked(token));
        assertEquals(401, catalogueAsked(tokenOf(Dataspace.newKey("eu-platform"))));
        assertEquals(401, catalogueAsked("{\"region\":\"eu\",\"audience\":\"x\",\"clientId\":\"eu-platform\"}"));
    }

    @Test
    void management_and_control_want_their_key() throws Exception {
        assertEquals(401, status(provider.management() + "/v3/contractagreements/request"));
        assertEquals(401, status("http://127.0.0.1:%d/api/control/v1/dataplanes".formatted(provider.port("control."))));
    }

    @Test
    void nothing_listens_beyond_the_address_it_was_told() throws Exception {
        for (var context : List.of("", "control.", "management.", "protocol.")) {
            var port = provider.port(context);
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), 2_000);
            }
            try (var socket = new Socket()) {
                // another address of this same machine: a port open to all addresses would answer here
                assertThrows(
                        ConnectException.class,
                        () -> socket.connect(new InetSocketAddress("127.0.0.2", port), 2_000),
                        context);
            }
        }
    }

    private static String tokenOf(ECKey key) throws JOSEException {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer("eu-platform")
                .subject("eu-platform")
                .audience(provider.protocol())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(30)))
                .build();
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), claims);
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }

    private static int catalogueAsked(String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(provider.protocol() + "/catalog/request"))
                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"@context":["https://w3id.org/dspace/2025/1/context.jsonld"],"@type":"CatalogRequestMessage"}"""))
                .header("Content-Type", "application/json")
                .header("Authorization", token)
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static int status(String url) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .header("Content-Type", "application/json")
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static ObjectNode guessed(String definition, String dataset, int point) throws IOException {
        var id = Base64.getUrlEncoder();
        var offer = Platform.JSON.createObjectNode();
        offer.put("@type", "Offer");
        offer.put(
                "@id",
                encoded(id, definition) + ":" + encoded(id, dataset) + ":"
                        + encoded(id, UUID.randomUUID().toString()));
        var permission = offer.putArray("permission").addObject().put("action", "use");
        if (!definition.endsWith("-1")) {
            permission
                    .putArray("constraint")
                    .addObject()
                    .put("leftOperand", "https://denchi.dev/ns/role")
                    .put("operator", "eq")
                    .put("rightOperand", point == 3 ? "authority" : "legitimateInterest");
        }
        return platform.addressed(offer, dataset);
    }

    private static String encoded(Base64.Encoder encoder, String text) {
        return encoder.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String state(String transfer) throws IOException, InterruptedException {
        return platform.call("GET", "/v3/transferprocesses/" + transfer, "")
                .body()
                .get("state")
                .asText();
    }

    private static String providerTransfer(String transfer) throws IOException, InterruptedException {
        return platform.call("GET", "/v3/transferprocesses/" + transfer, "")
                .body()
                .get("correlationId")
                .asText();
    }

    private static List<String> statesTold(String transfer, int atLeast) throws InterruptedException {
        var deadline = Instant.now().plusSeconds(30);
        while (service.noticesOf(transfer).size() < atLeast && Instant.now().isBefore(deadline)) {
            Thread.sleep(20);
        }
        return service.noticesOf(transfer).stream()
                .map(ServiceStandIn.StateNotice::state)
                .toList();
    }
}
