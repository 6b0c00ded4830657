package dev.denchi.connector.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an offer to a token, and to its end. */
@SuppressWarnings("NullAway.Init") // filled before all tests
class ExchangeJourneyTest {

    private static final String MODEL = Stage.MODEL;
    private static final int PARALLEL = 100;

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
    void a_platform_finds_an_offer_negotiates_and_gets_a_token_bound_to_the_agreement() throws Exception {
        stage.platform()
                .reference(stage.platform()
                        .transfer(stage.platform().agreementOn(ServiceStandIn.idOf("SC-LFP-10", 1)))); // warm
        var began = Instant.now();

        var agreement = stage.platform().agreementOn(ServiceStandIn.idOf(MODEL, 1));
        var transfer = stage.platform().transfer(agreement);
        var reference = stage.platform().reference(transfer);

        System.out.printf(
                "JOURNEY: offer to token in %d ms%n",
                Duration.between(began, Instant.now()).toMillis());
        assertEquals("https://passports.example/v1", reference.get("endpoint").asText());
        assertEquals("bearer", reference.get("authType").asText());
        var token = SignedJWT.parse(reference.get("authorization").asText());
        assertTrue(token.verify(new ECDSAVerifier(stage.tokenKey().toPublicJWK())));
        assertEquals("at+jwt", token.getHeader().getType().getType());
        assertEquals(stage.tokenKey().getKeyID(), token.getHeader().getKeyID());
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
    void a_recycler_negotiates_for_individual_batteries() throws Exception {
        var agreement = stage.recycler().agreementOn(ServiceStandIn.idOf(MODEL, 4));
        var reference = stage.recycler().reference(stage.recycler().transfer(agreement));

        var claims = SignedJWT.parse(reference.get("authorization").asText()).getJWTClaimsSet();
        assertEquals("recycler", claims.getSubject());
        assertEquals(List.of(1L, 4L), claims.getClaim("accessPoints"));
    }

    @Test
    void a_suspended_transfer_is_told_to_the_service_and_a_resumed_one_gets_another_token() throws Exception {
        var transfer = stage.platform().transfer(stage.platform().agreementOn(ServiceStandIn.idOf(MODEL, 1)));
        var first = stage.platform().reference(transfer).get("authorization").asText();
        var id = SignedJWT.parse(first).getJWTClaimsSet().getStringClaim("transfer");

        assertEquals(204, stage.platform().stop(transfer, "suspend"));
        stage.platform().transferIn(transfer, "SUSPENDED");
        assertEquals(List.of("SUSPENDED"), statesTold(id, 1));
        assertEquals(
                404,
                stage.platform()
                        .call("GET", "/v3/edrs/" + transfer + "/dataaddress", "")
                        .status());

        assertEquals(204, stage.platform().stop(transfer, "resume"));
        var second = stage.platform().reference(transfer).get("authorization").asText();
        assertNotEquals(first, second);
        var stopped = Instant.parse(stage.service().noticesOf(id).get(0).at()).toEpochMilli();
        assertTrue(SignedJWT.parse(first).getJWTClaimsSet().getLongClaim("startedAt") <= stopped);
        assertTrue(SignedJWT.parse(second).getJWTClaimsSet().getLongClaim("startedAt") > stopped);

        assertEquals(204, stage.platform().stop(transfer, "terminate"));
        stage.platform().transferIn(transfer, "TERMINATED");
        assertEquals(List.of("SUSPENDED", "TERMINATED"), statesTold(id, 2));
    }

    @Test
    void the_service_learns_of_a_stop_even_when_it_was_down_meanwhile() throws Exception {
        var transfer = stage.platform().transfer(stage.platform().agreementOn(ServiceStandIn.idOf(MODEL, 1)));
        var token = SignedJWT.parse(
                stage.platform().reference(transfer).get("authorization").asText());
        var id = token.getJWTClaimsSet().getStringClaim("transfer");
        stage.service().goDown();
        try {
            stage.platform().stop(transfer, "terminate");
            Thread.sleep(2_500);
            assertEquals(List.of(), stage.service().noticesOf(id));
        } finally {
            stage.service().comeBack();
        }
        assertEquals("TERMINATED", statesTold(id, 1).get(0));
    }

    @Test
    void a_transfer_waits_for_a_service_that_is_down() throws Exception {
        var agreement = stage.platform().agreementOn(ServiceStandIn.idOf(MODEL, 1));
        String transfer;
        stage.service().goDown();
        try {
            transfer = stage.platform().transfer(agreement);
            Thread.sleep(1_500);
            assertNotEquals("STARTED", state(transfer));
        } finally {
            stage.service().comeBack();
        }
        stage.platform().reference(transfer);
    }

    @Test
    void no_negotiation_is_lost_when_many_run_at_once() throws Exception {
        var offer = stage.platform().offerOf(ServiceStandIn.idOf(MODEL, 1));
        var began = Instant.now();
        var pool = Executors.newFixedThreadPool(20);
        try {
            Callable<String> ask = () -> stage.platform().ask(offer);
            var lost = new ArrayList<String>();
            for (var negotiation : pool.invokeAll(
                    IntStream.range(0, PARALLEL).mapToObj(any -> ask).toList())) {
                var ended = stage.platform().negotiated(negotiation.get());
                if (!ended.get("state").asText().equals("FINALIZED")) {
                    lost.add(ended.toString());
                }
            }

            assertEquals(List.of(), lost);
        } finally {
            pool.shutdownNow();
        }
        System.out.printf(
                "JOURNEY: %d negotiations in %d ms, none lost%n",
                PARALLEL, Duration.between(began, Instant.now()).toMillis());
    }

    @Test
    void old_transfers_are_ended() throws Exception {
        var transfer = stage.platform().transfer(stage.platform().agreementOn(ServiceStandIn.idOf(MODEL, 1)));
        stage.platform().reference(transfer);

        stage.platform().transferIn(transfer, "TERMINATED");
    }

    @Test
    void references_can_be_asked_for_by_agreement() throws Exception {
        var agreement = stage.platform().agreementOn(ServiceStandIn.idOf(MODEL, 1));
        var transfer = stage.platform().transfer(agreement);
        stage.platform().reference(transfer);

        var answer = stage.platform()
                .call(
                        "POST",
                        "/v3/edrs/request",
                        "{\"filterExpression\":[{\"operandLeft\":\"agreementId\",\"operator\":\"=\",\"operandRight\":\"%s\"}]}"
                                .formatted(agreement));

        assertEquals(200, answer.status());
        assertEquals(1, answer.body().size());
        assertEquals(transfer, answer.body().get(0).get("transferProcessId").asText());
    }

    private static String state(String transfer) throws IOException, InterruptedException {
        return stage.platform()
                .call("GET", "/v3/transferprocesses/" + transfer, "")
                .body()
                .get("state")
                .asText();
    }

    private static String providerTransfer(String transfer) throws IOException, InterruptedException {
        return stage.platform()
                .call("GET", "/v3/transferprocesses/" + transfer, "")
                .body()
                .get("correlationId")
                .asText();
    }

    private static List<String> statesTold(String transfer, int atLeast) throws InterruptedException {
        var deadline = Instant.now().plusSeconds(30);
        while (stage.service().noticesOf(transfer).size() < atLeast
                && Instant.now().isBefore(deadline)) {
            Thread.sleep(20);
        }
        return stage.service().noticesOf(transfer).stream()
                .map(ServiceStandIn.StateNotice::state)
                .toList();
    }
}
