package dev.denchi.model.credential;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import dev.denchi.model.format.MalformedJson;
import dev.denchi.model.format.StrictJson;
import java.text.ParseException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The keys an issuer has published, as did:web document and as JWK set.
 *
 * @param issuer the issuer's DID
 * @param keys by key id, which is a DID URL
 */
public record PublishedKeys(String issuer, Map<String, JWK> keys) {

    public PublishedKeys {
        keys = Map.copyOf(keys);
    }

    public static PublishedKeys of(String issuer, List<JWK> keys) {
        Map<String, JWK> byId = new LinkedHashMap<>();
        keys.forEach(key -> byId.put(key.getKeyID(), key.toPublicJWK()));
        return new PublishedKeys(issuer, byId);
    }

    /**
     * The keys with which the document's subject makes assertions; what it uses to log in does not sign records.
     *
     * @throws IllegalArgumentException when it is no DID document with keys as JWK
     */
    public static PublishedKeys ofDidDocument(byte[] document) {
        JsonNode json = didJson(document);
        Set<String> forAssertions = new HashSet<>();
        json.path("assertionMethod").forEach(method -> forAssertions.add(method.asText()));
        Map<String, JWK> keys = new LinkedHashMap<>();
        for (JsonNode method : json.path("verificationMethod")) {
            String id = method.path("id").asText();
            if (forAssertions.contains(id)) {
                keys.put(id, jwk(method.path("publicKeyJwk")));
            }
        }
        return new PublishedKeys(json.path("id").textValue(), keys);
    }

    public Optional<JWK> find(String keyId) {
        return Optional.ofNullable(keys.get(keyId));
    }

    /** The DID document (W3C DID 1.0, did:web). */
    public Map<String, Object> didDocument() {
        List<Map<String, Object>> methods =
                keys.values().stream().map(this::verificationMethod).toList();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(
                "@context", List.of("https://www.w3.org/ns/did/v1", "https://w3id.org/security/suites/jws-2020/v1"));
        document.put("id", issuer);
        document.put("verificationMethod", methods);
        document.put("assertionMethod", List.copyOf(keys.keySet()));
        return document;
    }

    /** The JWK set (RFC 7517, 5). */
    public Map<String, Object> jwks() {
        return Map.of("keys", keys.values().stream().map(JWK::toJSONObject).toList());
    }

    private Map<String, Object> verificationMethod(JWK key) {
        Map<String, Object> method = new LinkedHashMap<>();
        method.put("id", key.getKeyID());
        method.put("type", "JsonWebKey2020");
        method.put("controller", issuer);
        method.put("publicKeyJwk", key.toJSONObject());
        return method;
    }

    private static JsonNode didJson(byte[] document) {
        try {
            JsonNode json = StrictJson.read(document);
            if (json.path("id").isTextual()) {
                return json;
            }
            throw new IllegalArgumentException("the DID document has no id");
        } catch (MalformedJson e) {
            throw new IllegalArgumentException("the DID document is no JSON: " + e.getMessage(), e);
        }
    }

    private static JWK jwk(JsonNode json) {
        if (!json.isObject()) {
            throw new IllegalArgumentException("the DID document has a key that is no JWK");
        }
        try {
            JWK key = JWK.parse(StrictJson.toMap(json));
            if (key instanceof AsymmetricJWK) {
                return key.toPublicJWK();
            }
            throw new IllegalArgumentException("the DID document publishes a secret key");
        } catch (ParseException e) {
            throw new IllegalArgumentException("the DID document has an unreadable key", e);
        }
    }
}
