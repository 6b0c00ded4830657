package dev.denchi.connector.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.eclipse.edc.policy.model.Policy;
import org.eclipse.edc.spi.iam.TokenParameters;
import org.eclipse.edc.spi.iam.TokenRepresentation;
import org.eclipse.edc.spi.iam.VerificationContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init") // filled before each test
class ParticipantTokensTest {

    private static final Instant NOW = Instant.parse("2026-11-23T20:00:00Z");
    private static final String PROVIDER = "http://127.0.0.1:8183/api/dsp";
    private static final String RECEIVER = PROVIDER + "/2025-1";

    private ECKey key;
    private ParticipantTokens sender;
    private ParticipantTokens receiver;

    @BeforeEach
    void twoParticipants() throws JOSEException, IOException, ParseException {
        key = new ECKeyGenerator(Curve.P_256).keyID("k1").generate();
        var providerKey = new ECKeyGenerator(Curve.P_256).keyID("p1").generate();
        var trusted = TrustList.parse("""
                {"participants":[{"id":"eu-platform","roles":["platform","legitimateInterest"],"jwks":%s}]}""".formatted(new JWKSet(key.toPublicJWK())));
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        sender = new ParticipantTokens("eu-platform", key, new TokenJudge(trusted, "http://elsewhere", clock), clock);
        receiver = new ParticipantTokens("denchi", providerKey, new TokenJudge(trusted, PROVIDER, clock), clock);
    }

    @Test
    void believes_a_known_participant_and_gives_it_the_roles_of_the_list() {
        var claims = receiver.verifyJwtToken("denchi", delivery(sent()), anyContext())
                .getContent();

        assertEquals("eu-platform", claims.getClaim("client_id"));
        assertEquals(Set.of("platform", "legitimateInterest"), claims.getClaim("roles"));
    }

    @Test
    void refuses_the_same_token_in_a_second_delivery() {
        var token = sent();

        assertTrue(believed(delivery(token)));
        assertFalse(believed(delivery(token)));
    }

    @Test
    void judges_one_delivery_as_often_as_its_handling_needs() {
        var delivery = delivery(sent());

        assertTrue(believed(delivery));
        assertTrue(believed(delivery));
    }

    @Test
    void gives_each_attempt_a_token_of_its_own() {
        var first = sent();
        var second = sender.renew(first);

        assertNotEquals(first, second);
        assertTrue(believed(delivery(first)));
        assertTrue(believed(delivery(second)));
    }

    @Test
    void leaves_the_tokens_of_others_as_they_are() {
        assertEquals("{\"region\":\"eu\"}", sender.renew("{\"region\":\"eu\"}"));
        assertEquals("Bearer abc", sender.renew("Bearer abc"));
    }

    @Test
    void refuses_a_stranger() throws JOSEException {
        assertRefused(signed(claims -> claims.issuer("nobody").subject("nobody"), key), "not a known participant");
    }

    @Test
    void refuses_someone_who_speaks_for_another() throws JOSEException {
        assertRefused(signed(claims -> claims.subject("denchi"), key), "iss and sub differ");
    }

    @Test
    void refuses_a_token_for_another_receiver() throws JOSEException {
        assertRefused(signed(claims -> claims.audience("http://127.0.0.1:9999/api/dsp/2025-1"), key), "is for");
        assertRefused(signed(claims -> claims.audience(PROVIDER + "-evil/2025-1"), key), "is for");
    }

    @Test
    void refuses_an_expired_token() throws JOSEException {
        assertRefused(
                signed(
                        claims -> claims.issueTime(Date.from(NOW.minusSeconds(70)))
                                .expirationTime(Date.from(NOW.minusSeconds(10))),
                        key),
                "expired");
    }

    @Test
    void refuses_a_token_that_lives_too_long_or_begins_tomorrow() throws JOSEException {
        assertRefused(signed(claims -> claims.expirationTime(Date.from(NOW.plusSeconds(61))), key), "at most");
        assertRefused(
                signed(
                        claims -> claims.issueTime(Date.from(NOW.plusSeconds(3600)))
                                .expirationTime(Date.from(NOW.plusSeconds(3650))),
                        key),
                "future");
    }

    @Test
    void refuses_a_token_without_times_or_id() throws JOSEException {
        assertRefused(signed(claims -> claims.expirationTime(null), key), "no exp");
        assertRefused(signed(claims -> claims.issueTime(null), key), "no iat");
        assertRefused(signed(claims -> claims.jwtID(null), key), "no jti");
    }

    @Test
    void refuses_the_signature_of_another_key() throws JOSEException {
        var other = new ECKeyGenerator(Curve.P_256).keyID("k1").generate();

        assertRefused(signed(claims -> claims, other), "made this signature");
    }

    @Test
    void refuses_a_token_that_is_not_signed_or_signed_by_a_shared_secret() throws JOSEException {
        assertRefused(new PlainJWT(claims().build()).serialize(), "Not a signed token");
        var hmac = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims().build());
        hmac.sign(new MACSigner(new byte[32]));
        assertRefused(hmac.serialize(), "Only ES256");
        assertRefused("", "Not a signed token");
    }

    @Test
    void a_list_with_a_private_key_or_a_participant_twice_is_not_used() {
        assertThrows(
                IllegalArgumentException.class,
                () -> TrustList.parse(
                        "{\"participants\":[{\"id\":\"x\",\"jwks\":{\"keys\":[%s]}}]}".formatted(key.toJSONString())));
        var entry = "{\"id\":\"x\",\"jwks\":{\"keys\":[%s]}}"
                .formatted(key.toPublicJWK().toJSONString());
        assertThrows(
                IllegalArgumentException.class,
                () -> TrustList.parse("{\"participants\":[%s,%s]}".formatted(entry, entry)));
    }

    private String sent() {
        var parameters =
                TokenParameters.Builder.newInstance().claims("aud", RECEIVER).build();
        return sender.obtainClientCredentials("eu-platform", parameters)
                .getContent()
                .getToken();
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("eu-platform")
                .subject("eu-platform")
                .audience(RECEIVER)
                .jwtID("one")
                .issueTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plusSeconds(60)));
    }

    private static String signed(UnaryOperator<JWTClaimsSet.Builder> change, ECKey by) throws JOSEException {
        var header =
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(by.getKeyID()).build();
        var token = new SignedJWT(header, change.apply(claims()).build());
        token.sign(new ECDSASigner(by));
        return token.serialize();
    }

    private void assertRefused(String token, String reason) {
        var result = receiver.verifyJwtToken("denchi", delivery(token), anyContext());
        assertTrue(result.failed());
        assertTrue(result.getFailureDetail().contains(reason), result.getFailureDetail());
    }

    private boolean believed(TokenRepresentation delivery) {
        return receiver.verifyJwtToken("denchi", delivery, anyContext()).succeeded();
    }

    private static TokenRepresentation delivery(String token) {
        return TokenRepresentation.Builder.newInstance().token(token).build();
    }

    private static VerificationContext anyContext() {
        return VerificationContext.Builder.newInstance()
                .policy(Policy.Builder.newInstance().build())
                .build();
    }
}
