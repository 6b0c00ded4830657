package dev.denchi.connector.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must not work. */
@SuppressWarnings("NullAway.Init") // filled before all tests
class RefusalJourneyTest {

    private static final String MODEL = Stage.MODEL;

    @TempDir
    private static Path folder;

    private static Stage stage;

    @BeforeAll
    static void start() throws Exception {
        stage = Stage.in(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        stage.close();
    }

    @Test
    void guessing_the_offer_of_a_closed_access_point_leads_to_no_agreement() throws Exception {
        for (var point : List.of(2, 3, 4)) {
            var dataset = ServiceStandIn.idOf(MODEL, point);
            for (var definition : List.of("denchi-access-point-" + point, "denchi-access-point-1")) {
                var negotiation =
                        stage.platform().negotiated(stage.platform().ask(guessed(definition, dataset, point)));
                assertEquals("TERMINATED", negotiation.get("state").asText(), negotiation.toPrettyString());
            }
        }
    }

    @Test
    void what_does_not_exist_cannot_be_negotiated_for() throws Exception {
        for (var dataset : List.of("nonsense", ServiceStandIn.idOf("SC-GONE", 1))) {
            var offer = guessed("denchi-access-point-1", dataset, 1);
            var negotiation = stage.platform().negotiated(stage.platform().ask(offer));
            assertEquals("TERMINATED", negotiation.get("state").asText(), negotiation.toPrettyString());
        }
    }

    @Test
    void a_message_is_believed_once_and_only_from_who_signed_it() throws Exception {
        var token = tokenOf(stage.dataspace().keyOf("eu-platform"));

        assertEquals(200, catalogueAsked(token));
        assertEquals(401, catalogueAsked(token));
        assertEquals(401, catalogueAsked(tokenOf(Dataspace.newKey("eu-platform"))));
        assertEquals(401, catalogueAsked("{\"region\":\"eu\",\"audience\":\"x\",\"clientId\":\"eu-platform\"}"));
    }

    @Test
    void management_and_control_want_their_key() throws Exception {
        assertEquals(401, status(stage.provider().management() + "/v3/contractagreements/request"));
        assertEquals(
                401,
                status("http://127.0.0.1:%d/api/control/v1/dataplanes"
                        .formatted(stage.provider().port("control."))));
    }

    @Test
    void nothing_listens_beyond_the_address_it_was_told() throws Exception {
        for (var context : List.of("", "control.", "management.", "protocol.")) {
            var port = stage.provider().port(context);
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
        return stage.platform().addressed(offer, dataset);
    }

    private static String encoded(Base64.Encoder encoder, String text) {
        return encoder.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String tokenOf(ECKey key) throws JOSEException {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer("eu-platform")
                .subject("eu-platform")
                .audience(stage.provider().protocol())
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
        var request = HttpRequest.newBuilder(URI.create(stage.provider().protocol() + "/catalog/request"))
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
}
