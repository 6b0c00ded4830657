package dev.denchi.model.signature;

import com.nimbusds.jose.jwk.JWK;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The keys an issuer has published, as did:web document and as JWK set: the one that signs today, those that signed before,
 * and those that were revoked. A key that was ever published stays, so that old records can be verified.
 *
 * @param issuer the issuer's DID
 * @param keys by key id, which is a DID URL; {@code nbf}, {@code exp} and {@code revoked} of each are its life
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
        return KeyDocuments.ofDidDocument(document);
    }

    /**
     * The keys of a JWK set whose key ids are DID URLs of one issuer.
     *
     * @throws IllegalArgumentException when it is no such set
     */
    public static PublishedKeys ofJwks(byte[] jwks) {
        return KeyDocuments.ofJwks(jwks);
    }

    /** The keys of one issuer among those that were given; the first, when they were given twice. */
    public static Optional<PublishedKeys> among(Collection<PublishedKeys> given, String issuer) {
        return given.stream().filter(each -> each.issuer().equals(issuer)).findFirst();
    }

    /**
     * Why a signed statement of an issuer is not to be believed with the keys that were given; empty when it is.
     *
     * @param typ what kind of statement it has to be
     * @param signedAt when it says it was signed
     */
    public static Optional<String> refusal(
            Collection<PublishedKeys> given, String issuer, CompactJws jws, String typ, Instant signedAt) {
        return among(given, issuer)
                .map(keys -> keys.refusal(jws, typ, signedAt))
                .orElseGet(() -> Optional.of("no keys of " + issuer + " were given"));
    }

    public Optional<PublishedKey> find(String keyId) {
        return Optional.ofNullable(keys.get(keyId)).map(PublishedKey::new);
    }

    /**
     * Why a signed statement is not to be believed with these keys; empty when it is.
     *
     * @param typ what kind of statement it has to be
     * @param signedAt when it says it was signed
     */
    public Optional<String> refusal(CompactJws jws, String typ, Instant signedAt) {
        try {
            JoseHeader header = JoseHeader.read(jws.header(), typ);
            Optional<PublishedKey> key = find(header.keyId());
            if (key.isEmpty()) {
                return Optional.of("\"" + header.keyId() + "\" is no key of " + issuer);
            }
            if (!key.get().verifies(header.algorithm(), jws.signingInput(), jws.signature())) {
                return Optional.of("its signature was not made with " + header.keyId());
            }
            return key.get().objectionTo(signedAt).map(objection -> header.keyId() + ": " + objection);
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** The DID document (W3C DID 1.0, did:web; the life of a key as in Controlled Identifiers 1.0, 2.2). */
    public Map<String, Object> didDocument() {
        return KeyDocuments.didDocument(this);
    }

    /** The JWK set (RFC 7517, 5). */
    public Map<String, Object> jwks() {
        return Map.of("keys", keys.values().stream().map(JWK::toJSONObject).toList());
    }
}
