package dev.denchi.model.signature;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import dev.denchi.model.format.MalformedJson;
import dev.denchi.model.format.StrictJson;
import java.text.ParseException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Published keys as documents: read without trusting more than they say, and written. */
final class KeyDocuments {
    private KeyDocuments() {}

    static PublishedKeys ofDidDocument(byte[] document) {
        JsonNode json = json("the DID document", document);
        String issuer = json.path("id").asText();
        if (!json.path("id").isTextual()) {
            throw new IllegalArgumentException("the DID document has no id");
        }
        Map<String, JWK> keys = new LinkedHashMap<>();
        Set<String> forAssertions = new TreeSet<>();
        for (JsonNode method : json.path("assertionMethod")) {
            if (method.isObject()) { // a method that is for assertions alone stands there itself
                take(issuer, method, keys);
            } else {
                forAssertions.add(absolute(issuer, method.asText()));
            }
        }
        for (JsonNode method : json.path("verificationMethod")) {
            if (forAssertions.contains(idOf(issuer, method))) {
                take(issuer, method, keys);
            }
        }
        return new PublishedKeys(issuer, keys);
    }

    static PublishedKeys ofJwks(byte[] jwks) {
        JsonNode json = json("the JWK set", jwks);
        if (!json.path("keys").isArray()) {
            throw new IllegalArgumentException("the JWK set has no keys");
        }
        Map<String, JWK> keys = new LinkedHashMap<>();
        Set<String> issuers = new TreeSet<>();
        for (JsonNode each : json.path("keys")) {
            JWK key = jwk(each.isObject() ? StrictJson.toMap(each) : Map.of());
            String id = Optional.ofNullable(key.getKeyID()).orElse("");
            if (!id.startsWith("did:") || id.indexOf('#') < 0) {
                throw new IllegalArgumentException("the JWK set has a key whose id is no DID URL: \"" + id + "\"");
            }
            issuers.add(id.substring(0, id.indexOf('#')));
            keys.put(id, key);
        }
        if (issuers.size() != 1) {
            throw new IllegalArgumentException("the JWK set has keys of " + issuers + ", one issuer is expected");
        }
        return new PublishedKeys(issuers.iterator().next(), keys);
    }

    static Map<String, Object> didDocument(PublishedKeys published) {
        List<Map<String, Object>> methods = published.keys().values().stream()
                .map(key -> verificationMethod(published.issuer(), key))
                .toList();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(
                "@context", List.of("https://www.w3.org/ns/did/v1", "https://w3id.org/security/suites/jws-2020/v1"));
        document.put("id", published.issuer());
        document.put("verificationMethod", methods);
        document.put("assertionMethod", List.copyOf(published.keys().keySet()));
        return document;
    }

    private static Map<String, Object> verificationMethod(String issuer, JWK key) {
        Map<String, Object> method = new LinkedHashMap<>();
        method.put("id", key.getKeyID());
        method.put("type", "JsonWebKey2020");
        method.put("controller", issuer);
        if (key.getExpirationTime() != null) {
            method.put("expires", key.getExpirationTime().toInstant().toString());
        }
        if (key.getKeyRevocation() != null) {
            method.put(
                    "revoked",
                    key.getKeyRevocation().getRevocationTime().toInstant().toString());
        }
        method.put("publicKeyJwk", key.toJSONObject());
        return method;
    }

    /** Keys of somebody else that the document refers to are not its subject's, and are left alone; so are those in another form than JWK. */
    private static void take(String issuer, JsonNode method, Map<String, JWK> keys) {
        String id = idOf(issuer, method);
        if (!id.startsWith(issuer + "#") || method.has("publicKeyMultibase")) {
            return;
        }
        JsonNode json = method.path("publicKeyJwk");
        Map<String, Object> members = json.isObject() ? StrictJson.toMap(json) : Map.of();
        members = new LinkedHashMap<>(members);
        members.put("kid", id);
        earliest(members, "exp", method.path("expires"));
        if (!method.path("revoked").isMissingNode()) {
            Map<String, Object> revocation = new LinkedHashMap<>();
            if (members.get("revoked") instanceof Map<?, ?> given) {
                given.forEach((name, value) -> revocation.put(String.valueOf(name), value));
            }
            earliest(revocation, "revoked_at", method.path("revoked"));
            members.put("revoked", revocation);
        }
        keys.put(id, jwk(members));
    }

    /** The JWK and the verification method around it may both limit a key; what ends it first counts. */
    private static void earliest(Map<String, Object> members, String name, JsonNode stamp) {
        if (stamp.isMissingNode()) {
            return;
        }
        try {
            long at = Instant.parse(stamp.asText()).getEpochSecond();
            members.merge(
                    name, at, (one, other) -> one instanceof Number given ? Math.min(given.longValue(), at) : other);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("the DID document says of a key that it ends at " + stamp, e);
        }
    }

    private static String idOf(String issuer, JsonNode method) {
        return absolute(issuer, method.path("id").asText());
    }

    private static String absolute(String issuer, String didUrl) {
        return didUrl.startsWith("#") ? issuer + didUrl : didUrl;
    }

    private static JsonNode json(String what, byte[] document) {
        try {
            return StrictJson.read(document);
        } catch (MalformedJson e) {
            throw new IllegalArgumentException(what + " is no JSON: " + e.getMessage(), e);
        }
    }

    private static JWK jwk(Map<String, Object> members) {
        try {
            JWK key = JWK.parse(members);
            if (key instanceof AsymmetricJWK) {
                return key.toPublicJWK();
            }
            throw new IllegalArgumentException("a secret key is published");
        } catch (ParseException e) {
            throw new IllegalArgumentException("a published key is unreadable: " + e.getMessage(), e);
        }
    }
}
