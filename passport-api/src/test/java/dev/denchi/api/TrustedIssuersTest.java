package dev.denchi.api;

import static dev.denchi.api.Calls.anyone;
import static dev.denchi.api.Calls.as;
import static dev.denchi.api.OwnKey.SD_JWT;
import static dev.denchi.api.People.CELL_MAKER;
import static dev.denchi.api.People.CELL_MAKERS_ADMINISTRATOR;
import static dev.denchi.api.Refusals.refused;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.X509CertUtils;
import dev.denchi.model.format.StrictJson;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Where the service has trust anchors, a certificate binds a key, and one that nobody vouches for binds none. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
@TestProfile(AnchorsProfile.class)
class TrustedIssuersTest {
    private static final SealAuthority AUTHORITY = SealAuthority.trusted();

    private static final String KEYS = "/v1/issuer-keys";
    private static final String OPERATOR = CELL_MAKERS_ADMINISTRATOR.operator();
    private static final String DID = "did:web:127.0.0.1%3A8081:operators:" + OPERATOR;

    @Test
    void a_certified_key_of_the_operator_signs_under_the_did_that_the_service_publishes() {
        OwnKey key = own();
        register(key, AUTHORITY.seal(publicKey(key), DID)).then().statusCode(201);
        String token = key.token(CELL_MAKER, "battery-model", model());
        OwnKey.post(CELL_MAKER, "battery-model", token).then().statusCode(201);
        verified(token)
                .then()
                .body("outcome", equalTo("PASSED"))
                .body("checks.find { it.name == 'certificate' }.result", equalTo("PASSED"));
        anyone().get("/operators/" + OPERATOR + "/did.json").then().body("assertionMethod", hasItem(key.keyId()));
    }

    @Test
    void a_certificate_that_binds_nothing_registers_nothing() {
        OwnKey key = own();
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        for (X509Certificate certificate : List.of(
                SealAuthority.unknown().seal(publicKey(key), DID),
                AUTHORITY.seal(publicKey(key), DID, yesterday),
                AUTHORITY.seal(publicKey(key), "did:web:another.example"))) {
            refused(register(key, certificate), 422, "invalid-request")
                    .then()
                    .body("violations.rule", hasItem("proof-certificate"));
        }
        refused(key.register(CELL_MAKERS_ADMINISTRATOR), 422, "invalid-request")
                .then()
                .body("violations.rule", hasItem("proof-certificate"));
        refused(register(key, AUTHORITY.seal(publicKey(own()), DID)), 422, "invalid-request")
                .then()
                .body("violations.rule", hasItem("proof-signature"));
    }

    @Test
    void a_record_with_an_expired_certificate_is_refused() {
        OwnKey key = own();
        register(key, AUTHORITY.seal(publicKey(key), DID)).then().statusCode(201);
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        Forgery forgery = Forgery.of(key, key.token(CELL_MAKER, "battery-model", model()));
        String token = forgery.with(each -> each.header.setAll(
                        (ObjectNode) StrictJson.toNode(certified(AUTHORITY.seal(publicKey(key), DID, yesterday)))))
                .signed();
        refused(OwnKey.post(CELL_MAKER, "battery-model", token), 422, "invalid-token")
                .then()
                .body("violations.rule", hasItem("token-certificate"));
    }

    @Test
    void a_key_of_the_service_gets_its_certificate_by_a_request() {
        String id = as(CELL_MAKERS_ADMINISTRATOR)
                .get(KEYS)
                .path("issuerKeys.find { it.heldBy == 'service' && it.signsUntil == null && it.revokedAt == null }.id");
        String request = as(CELL_MAKERS_ADMINISTRATOR)
                .get(KEYS + "/" + id + "/certificate-request")
                .asString();
        refused(certify(id, SealAuthority.unknown().answer(request, DID)), 422, "invalid-request");
        refused(certify(id, AUTHORITY.answer(request, "did:web:another.example")), 422, "invalid-request");
        certify(id, AUTHORITY.answer(request, DID)).then().statusCode(200);

        Response posted = Calls.post("battery-model", model());
        posted.then().statusCode(201);
        String token = as(CELL_MAKER)
                .accept(SD_JWT)
                .get((String) posted.path("links.self"))
                .asString();
        verified(token)
                .then()
                .body("outcome", equalTo("PASSED"))
                .body("checks.find { it.name == 'certificate' }.result", equalTo("PASSED"));
    }

    private static OwnKey own() {
        OwnKey key = OwnKey.under(DID, Curve.P_256, JWSAlgorithm.ES256);
        return key.named(UUID.randomUUID().toString());
    }

    private static Response register(OwnKey key, X509Certificate certificate) {
        Map<String, Object> header = key.proofHeader();
        header.putAll(certified(certificate));
        return OwnKey.register(CELL_MAKERS_ADMINISTRATOR, key.jwt(header, key.claims(OPERATOR)));
    }

    private static Map<String, Object> certified(X509Certificate certificate) {
        try {
            return Map.of(
                    "x5c", List.of(Base64.encode(certificate.getEncoded()).toString()),
                    "x5t#S256",
                            X509CertUtils.computeSHA256Thumbprint(certificate).toString());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Response certify(String id, String pem) {
        return as(CELL_MAKERS_ADMINISTRATOR)
                .contentType("application/json")
                .body(StrictJson.write(Map.of("certificates", pem)))
                .put(KEYS + "/" + id + "/certificates");
    }

    private static PublicKey publicKey(OwnKey key) {
        try {
            return key.key().toECPublicKey();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode model() {
        return Examples.ofModel(
                "battery-model", "TRUST-" + UUID.randomUUID().toString().substring(0, 13));
    }

    private static Response verified(String token) {
        return anyone().contentType(SD_JWT).body(OwnKey.bytes(token)).post("/v1/verifications");
    }
}
