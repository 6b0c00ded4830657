package dev.denchi.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import dev.denchi.model.format.StrictJson;
import dev.denchi.model.signature.PublishedKeys;
import dev.denchi.model.signature.Signer;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A key that an operator holds itself and publishes at a host of its own: {@link DidHost}. */
final class OwnKey {
    static final String SERVICE = "http://127.0.0.1:8081";
    static final String SD_JWT = "application/vc+sd-jwt";

    private final ECKey key;
    private final JWSAlgorithm algorithm;

    private OwnKey(ECKey key, JWSAlgorithm algorithm) {
        this.key = key;
        this.algorithm = algorithm;
    }

    static OwnKey published() {
        return published(Curve.P_256, JWSAlgorithm.ES256);
    }

    /** Under a DID that nobody else has. */
    static OwnKey published(Curve curve, JWSAlgorithm algorithm) {
        String name = UUID.randomUUID().toString();
        OwnKey own = under(DidHost.did(name), curve, algorithm);
        DidHost.publish(
                name,
                StrictJson.write(PublishedKeys.of(own.did(), List.of(own.key)).didDocument()));
        return own;
    }

    /** Under any DID, and published by nobody. */
    static OwnKey under(String did, Curve curve, JWSAlgorithm algorithm) {
        try {
            return new OwnKey(new ECKeyGenerator(curve).keyID(did + "#seal").generate(), algorithm);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same key under another id. */
    OwnKey named(String fragment) {
        return new OwnKey(new ECKey.Builder(key).keyID(did() + "#" + fragment).build(), algorithm);
    }

    /** Published, and registered for its operator. */
    static OwnKey registered(People administrator) {
        OwnKey own = published();
        own.register(administrator).then().statusCode(201);
        return own;
    }

    ECKey key() {
        return key;
    }

    String keyId() {
        return key.getKeyID();
    }

    String did() {
        return keyId().substring(0, keyId().indexOf('#'));
    }

    Response register(People administrator) {
        return register(administrator, proof(administrator.operator()));
    }

    static Response register(People administrator, String proof) {
        return Calls.as(administrator)
                .contentType("application/json")
                .body(StrictJson.write(Map.of("proof", proof)))
                .post("/v1/issuer-keys");
    }

    String proof(String operator) {
        return jwt(proofHeader(), claims(operator));
    }

    Map<String, Object> proofHeader() {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("alg", algorithm.getName());
        header.put("typ", "denchi-key-proof+jwt");
        header.put("kid", keyId());
        return header;
    }

    Map<String, Object> claims(String operator) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", did());
        claims.put("sub", operator);
        claims.put("aud", SERVICE);
        claims.put("iat", Instant.now().getEpochSecond());
        return claims;
    }

    String jwt(Object header, Object payload) {
        String input = encoded(StrictJson.write(header)) + "." + encoded(StrictJson.write(payload));
        return input + "." + signature(input);
    }

    String signature(String input) {
        try {
            return new ECDSASigner(key)
                    .sign(new JWSHeader(algorithm), input.getBytes(StandardCharsets.US_ASCII))
                    .toString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For what is signed without the service. */
    Signer signer() {
        return new Signer() {
            @Override
            public String algorithm() {
                return algorithm.getName();
            }

            @Override
            public String keyId() {
                return key.getKeyID();
            }

            @Override
            public List<X509Certificate> certificates() {
                return List.of();
            }

            @Override
            public CompletionStage<byte[]> sign(byte[] signingInput) {
                String input = new String(signingInput, StandardCharsets.US_ASCII);
                return CompletableFuture.completedStage(new Base64URL(signature(input)).decode());
            }
        };
    }

    PublishedKeys keys() {
        return PublishedKeys.of(did(), List.of(key));
    }

    /** What is to be signed of a record, as the service answers it. */
    Response prepared(People caller, String kindOrRecordId, JsonNode attributes) {
        return prepared(caller, kindOrRecordId, attributes, null);
    }

    Response prepared(People caller, String kindOrRecordId, JsonNode attributes, @Nullable String statusPlace) {
        return Calls.as(caller)
                .contentType("application/json")
                .body(attributes.toString())
                .post("/v1/records/" + kindOrRecordId + "/unsigned?issuerKey=" + id(caller)
                        + (statusPlace == null ? "" : "&statusPlace=" + statusPlace));
    }

    /** The token of a record that the operator signs itself. */
    String token(People caller, String kindOrRecordId, JsonNode attributes) {
        return token(caller, kindOrRecordId, attributes, null);
    }

    /** @param statusPlace that it names, {@code null} for none */
    String token(People caller, String kindOrRecordId, JsonNode attributes, @Nullable String statusPlace) {
        Response prepared = prepared(caller, kindOrRecordId, attributes, statusPlace);
        prepared.then().statusCode(200);
        String input = prepared.path("signingInput");
        List<String> disclosures = prepared.path("disclosures");
        return input + "." + signature(input) + "~" + String.join("~", disclosures) + "~";
    }

    private String id(People caller) {
        People administrator = People.valueOf(caller.administers() ? caller.name() : caller.name() + "S_ADMINISTRATOR");
        return Calls.as(administrator)
                .get("/v1/issuer-keys")
                .path("issuerKeys.find { it.keyId == '" + keyId() + "' }.id");
    }

    static Response post(People person, String kind, String token) {
        return Calls.as(person).contentType(SD_JWT).body(bytes(token)).post("/v1/records/" + kind);
    }

    static byte[] bytes(String token) {
        return token.getBytes(StandardCharsets.ISO_8859_1);
    }

    static String encoded(byte[] bytes) {
        return Base64URL.encode(bytes).toString();
    }
}
